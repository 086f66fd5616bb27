import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '../../../platform/db/database.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../../platform/testing/test-server.ts'
import { anAccount } from '../testing.ts'
import { aBrowser } from './testing.ts'

const database = await testDatabase()
const socket = createServer()
await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready))
const address = socket.address()
const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
const oidc = { issuer, clientId: 'ocop', clientSecret: 'a-secret-of-the-test-only', name: 'Cổng thử' }
const server = await testServer(database, { oidc })
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: oidc.clientId,
      client_secret: oidc.clientSecret,
      redirect_uris: [`${server.address}/office/sign-in/return`],
    },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['only for this test'] },
  findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
})
socket.on('request', provider.callback())
afterAll(() => {
  socket.closeAllConnections()
  socket.close()
})

/** Walks through the provider as a person would, and answers the address it sends the browser back to. */
async function walk(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(start)
  let body: string | null = null
  for (let step = 0; step < 12 && next.origin === issuer; step++) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body !== null && { method: 'POST', body: new URLSearchParams(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1]
    body = answer.status === 200 && prompt !== undefined ? `prompt=${prompt}&login=${login}&password=x` : null
    const location = answer.headers.get('location')
    if (location !== null) next = new URL(location, next)
    else if (body === null) throw new Error(`the provider answered ${answer.status}: ${text.slice(0, 300)}`)
  }
  return next
}

async function signOn(subject: string, next = '/products') {
  const browser = aBrowser(server)
  const begun = await browser.send('POST', '/sign-on', { next })
  expect(begun.status).toBe(201)
  const back = await walk(begun.body.address, subject)
  return { browser, back, finish: () => browser.send('POST', '/sign-on/return', { search: back.search }) }
}

test('somebody unlinked is given a code, an administrator links it, and the same identity then signs in', async () => {
  const first = await signOn('nguyen-van-a')
  expect(first.back.href).toContain(`${server.address}/office/sign-in/return?`)
  const unlinked = await first.finish()
  expect(unlinked).toMatchObject({ status: 202, body: { provider: 'Cổng thử' } })
  expect(first.browser.cookies.has('ocop_session')).toBe(false)
  const code = unlinked.body.linkingCode
  const holder = await inTransaction(database.db, (tx) =>
    anAccount(tx, { now: server.clock.now(), persona: { province: '68' } }),
  )
  const link = async (cookie: string, wish: { id?: string; code?: string } = {}) => {
    const answer = await server.fetch(`/api/v1/office/accounts/${wish.id ?? holder.accountId}/identities`, {
      method: 'POST',
      cookie,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: wish.code ?? code }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  expect((await link(await signInAs(database, { province: '01' }))).status).toBe(404)
  const ministry = await signInAs(database, 'ministry')
  expect((await link(ministry, { code: 'aaaaa-bbbbb' })).body.code).toBe('claim-unknown')
  expect((await link(ministry)).status).toBe(201)
  expect((await link(ministry)).body.code).toBe('claim-unknown')
  const again = await signOn('nguyen-van-a', '/products?q=che')
  expect(await again.finish()).toMatchObject({
    status: 201,
    body: { me: { login: holder.login }, next: '/products?q=che' },
  })
  expect((await again.browser.send('GET', '/me')).body.login).toBe(holder.login)
  await database.db
    .updateTable('accounts.account')
    .set({ state: 'suspended' })
    .where('id', '=', holder.accountId)
    .execute()
  expect((await (await signOn('nguyen-van-a')).finish()).body.code).toBe('sign-on-refused')
})

test('a province’s administrator cannot link an account that holds more than they do', async () => {
  const { accountId } = await inTransaction(database.db, (tx) => anAccount(tx, { now: server.clock.now() }))
  const answer = await server.fetch(`/api/v1/office/accounts/${accountId}/identities`, {
    method: 'POST',
    cookie: await signInAs(database, { province: '68' }),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'aaaaa-bbbbb' }),
  })
  expect(answer.status).toBe(404)
})

test('a journey is bound to its browser, works once, and its state is checked', async () => {
  const { back, browser, finish } = await signOn('tran-thi-b')
  const thief = aBrowser(server)
  expect((await thief.send('POST', '/sign-on/return', { search: back.search })).body.code).toBe('sign-on-refused')
  await thief.send('POST', '/sign-on', {})
  expect((await thief.send('POST', '/sign-on/return', { search: back.search })).body.code).toBe('sign-on-refused')
  const kept = browser.cookies.get('ocop_sign_on') ?? ''
  expect((await finish()).status).toBe(202)
  browser.cookies.set('ocop_sign_on', kept)
  expect((await finish()).body.code).toBe('sign-on-refused')
  const forged = await signOn('tran-thi-b')
  const search = forged.back.search.replace(/state=[^&]+/, 'state=forged')
  expect((await forged.browser.send('POST', '/sign-on/return', { search })).status).toBe(401)
  expect((await forged.finish()).status).toBe(401)
})

test('a journey takes a quarter of an hour at most', async () => {
  const { finish } = await signOn('tran-thi-b')
  server.clock.moveTo('2026-11-24T09:15:00+07:00')
  expect((await finish()).body.code).toBe('sign-on-refused')
})

test('one comes back to a path of our own only', async () => {
  const browser = aBrowser(server)
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    await browser.send('POST', '/sign-on', { next })
    const rows = await database.db.selectFrom('accounts.sign_on_attempt').select(['next_path']).execute()
    expect(rows.map((row) => row.next_path).join()).not.toContain('evil')
  }
})
