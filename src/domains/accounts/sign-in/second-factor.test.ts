import { expect, test } from 'vitest'
import { inTransaction } from '../../../platform/db/database.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { testServer } from '../../../platform/testing/test-server.ts'
import { anAccount, type Persona } from '../testing.ts'
import { aBrowser, anAuthenticator, codeAt } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const password = 'ba con vịt lội qua sông'

function pass(seconds: number): void {
  server.clock.moveTo(new Date(server.clock.now().getTime() + seconds * 1000).toISOString())
}

function account(persona: Persona = { province: '68' }) {
  return inTransaction(database.db, (tx) => anAccount(tx, { now: server.clock.now(), password, persona }))
}

async function signedIn(login: string) {
  const browser = aBrowser(server)
  const answer = await browser.send('POST', '/sessions', { login, password })
  return { browser, answer }
}

/** A person with a code generator, as the screen leads them there. */
async function enrolled(persona?: Persona) {
  const { login, accountId } = await account(persona)
  const { browser } = await signedIn(login)
  const offer = await browser.send('POST', '/me/totp', {})
  expect(offer).toMatchObject({ status: 201, body: { picture: expect.stringMatching(/^data:image\/png;base64,/) } })
  const { secret } = offer.body
  const made = await browser.send('POST', '/me/totp/confirmation', { code: codeAt(secret, server.clock.now()) })
  expect(made.status).toBe(201)
  return { login, accountId, secret, browser, recoveryCodes: made.body.recoveryCodes }
}

test('a role that needs a second factor may do nothing but set one up, and then everything it is for', async () => {
  const { login } = await account('ministry')
  const { browser, answer } = await signedIn(login)
  expect(answer).toMatchObject({ status: 201, body: { mustEnrol: true, permissions: [] } })
  expect(await browser.send('GET', '/office/products')).toMatchObject({
    status: 403,
    body: { code: 'second-factor-needed' },
  })
  const offer = await browser.send('POST', '/me/totp', {})
  expect(await browser.send('POST', '/me/totp/confirmation', { code: '000000' })).toMatchObject({
    status: 422,
    body: { code: 'totp-code-wrong' },
  })
  expect((await browser.send('GET', '/me')).body.mustEnrol).toBe(true)
  const code = codeAt(offer.body.secret, server.clock.now())
  const made = await browser.send('POST', '/me/totp/confirmation', { code })
  expect(made.body.recoveryCodes).toHaveLength(10)
  const me = await browser.send('GET', '/me')
  expect(me.body.mustEnrol).toBe(false)
  expect(me.body.permissions).toContain('accounts.invite')
  expect((await browser.send('GET', '/office/products')).status).toBe(200)
})

test('days of grace are counted from the first sign-in of the account', async () => {
  await database.db.updateTable('accounts.factor_policy').set({ grace_days: 7 }).execute()
  const { login } = await account('ministry')
  const { browser } = await signedIn(login)
  expect((await browser.send('GET', '/me')).body.mustEnrol).toBe(false)
  await database.db.updateTable('accounts.factor_policy').set({ grace_days: 0 }).execute()
  expect((await browser.send('GET', '/me')).body.mustEnrol).toBe(true)
})

test('the secret of a generator is not readable in the database, and an offered one counts only when confirmed', async () => {
  const { login, accountId } = await account()
  const { browser } = await signedIn(login)
  const offer = await browser.send('POST', '/me/totp', {})
  const row = await database.db
    .selectFrom('accounts.totp')
    .select(['sealed_secret'])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  expect(row.sealed_secret).not.toContain(offer.body.secret)
  expect(Buffer.from(row.sealed_secret, 'base64').toString('latin1')).not.toContain(offer.body.secret)
  expect((await signedIn(login)).answer.status).toBe(201)
})

test('the password leads to the second step, the code to a session under a new token, and the half-finished token is spent', async () => {
  const { login, secret } = await enrolled()
  pass(60)
  const { browser, answer } = await signedIn(login)
  expect(answer).toMatchObject({ status: 202, body: { secondFactor: ['totp', 'recovery'] } })
  expect(answer.body.displayName).toBeUndefined()
  expect(browser.cookies.has('ocop_session')).toBe(false)
  expect((await browser.send('GET', '/me')).status).toBe(401)
  const planted = 'A'.repeat(43)
  browser.cookies.set('ocop_session', planted)
  const pending = browser.cookies.get('ocop_pending') ?? ''
  const done = await browser.send('POST', '/sessions/second-factor', { code: codeAt(secret, server.clock.now()) })
  expect(done).toMatchObject({ status: 201, body: { login } })
  expect(browser.cookies.get('ocop_session')).not.toBe(planted)
  expect(browser.cookies.get('ocop_session')).not.toBe(pending)
  expect(browser.cookies.has('ocop_pending')).toBe(false)
  pass(60)
  const again = aBrowser(server)
  again.cookies.set('ocop_pending', pending)
  const code = codeAt(secret, server.clock.now())
  expect(await again.send('POST', '/sessions/second-factor', { code })).toMatchObject({
    status: 401,
    body: { code: 'step-expired' },
  })
  again.cookies.set('ocop_session', pending)
  expect((await again.send('GET', '/me')).status).toBe(401)
})

test('a code that was used is refused, also when it is sent twice at the same moment', async () => {
  const { login, secret } = await enrolled()
  pass(60)
  const code = codeAt(secret, server.clock.now())
  const first = await signedIn(login)
  const second = await signedIn(login)
  const outcomes = await Promise.all(
    [first, second].map(({ browser }) => browser.send('POST', '/sessions/second-factor', { code })),
  )
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([201, 401])
  const third = await signedIn(login)
  expect(await third.browser.send('POST', '/sessions/second-factor', { code })).toMatchObject({
    status: 401,
    body: { code: 'factor-wrong' },
  })
})

test('a recovery code works once, also when it is sent twice at the same moment', async () => {
  const { login, recoveryCodes } = await enrolled()
  const recoveryCode = recoveryCodes[0].toUpperCase().replace('-', ' ')
  const first = await signedIn(login)
  const second = await signedIn(login)
  const outcomes = await Promise.all(
    [first, second].map(({ browser }) => browser.send('POST', '/sessions/second-factor', { recoveryCode })),
  )
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([201, 401])
  const winner = outcomes[0]?.status === 201 ? first : second
  expect((await winner.browser.send('GET', '/me/factors')).body.recoveryCodesLeft).toBe(9)
})

test('of a recovery code only a digest is stored, and new ones replace the old', async () => {
  const { login, browser, recoveryCodes } = await enrolled()
  const stored = JSON.stringify(
    await database.db.selectFrom('accounts.recovery_code').select(['code_digest']).execute(),
  )
  for (const code of recoveryCodes) expect(stored).not.toContain(code.replace('-', ''))
  const renewed = await browser.send('POST', '/me/recovery-codes', {})
  expect(renewed.body.recoveryCodes).toHaveLength(10)
  const late = await signedIn(login)
  expect((await late.browser.send('POST', '/sessions/second-factor', { recoveryCode: recoveryCodes[1] })).status).toBe(
    401,
  )
})

test('half a sign-in is worth nothing after ten minutes, nor without its cookie', async () => {
  const { login, secret } = await enrolled()
  pass(60)
  const { browser } = await signedIn(login)
  pass(600)
  const code = codeAt(secret, server.clock.now())
  expect(await browser.send('POST', '/sessions/second-factor', { code })).toMatchObject({
    status: 401,
    body: { code: 'step-expired' },
  })
  expect((await aBrowser(server).send('POST', '/sessions/second-factor', { code })).body.code).toBe('step-expired')
})

test('guessing codes is slowed down like guessing passwords', async () => {
  const { login, secret } = await enrolled()
  pass(60)
  const { browser } = await signedIn(login)
  for (let index = 0; index < 5; index++)
    expect((await browser.send('POST', '/sessions/second-factor', { code: '000000' })).body.code).toBe('factor-wrong')
  const slowed = await browser.send('POST', '/sessions/second-factor', { code: codeAt(secret, server.clock.now()) })
  expect(slowed).toMatchObject({ status: 429, body: { code: 'sign-in-throttled' } })
  pass(30)
  expect(
    (await browser.send('POST', '/sessions/second-factor', { code: codeAt(secret, server.clock.now()) })).status,
  ).toBe(201)
})

test('whether an account has a second factor shows only to those who know its password', async () => {
  const { login } = await enrolled()
  const ask = async (name: string) => {
    const { status, body } = await aBrowser(server).send('POST', '/sessions', {
      login: name,
      password: 'sai hoàn toàn',
    })
    return { status, code: body.code, detail: body.detail }
  }
  expect(await ask(login)).toEqual(await ask('khong-co-ai-ca'))
})

test('a passkey is added, is the second step, and is refused from another site, with an old challenge or from a copy', async () => {
  const { login } = await account()
  const { browser } = await signedIn(login)
  const key = anAuthenticator()
  const strange = await browser.send('POST', '/me/passkeys/options', {})
  const elsewhere = key.register(strange.body.options, 'https://ocop.evil.example')
  expect(await browser.send('POST', '/me/passkeys', { name: 'Máy lạ', passkey: elsewhere })).toMatchObject({
    status: 422,
    body: { code: 'passkey-refused' },
  })
  const { body } = await browser.send('POST', '/me/passkeys/options', {})
  const passkey = key.register(body.options, server.address)
  expect((await browser.send('POST', '/me/passkeys', { name: 'Điện thoại', passkey })).body.recoveryCodes).toHaveLength(
    10,
  )
  expect((await browser.send('POST', '/me/passkeys', { name: 'Lần nữa', passkey })).status).toBe(422)

  const step = await signedIn(login)
  expect(step.answer.body.secondFactor).toEqual(['passkey', 'recovery'])
  const ask = async () => (await step.browser.send('POST', '/sessions/second-factor/passkey-options', {})).body.options
  const prove = (answer: unknown) => step.browser.send('POST', '/sessions/second-factor', { passkey: answer })
  expect((await prove(key.answer(await ask(), 'https://ocop.evil.example'))).body.code).toBe('factor-wrong')
  const old = await ask()
  await ask()
  expect((await prove(key.answer(old, server.address))).body.code).toBe('factor-wrong')
  expect((await prove(anAuthenticator().answer(await ask(), server.address))).body.code).toBe('factor-wrong')
  expect(await prove(key.answer(await ask(), server.address))).toMatchObject({ status: 201, body: { login } })

  const copied = await signedIn(login)
  key.rewind(0)
  const { body: asked } = await copied.browser.send('POST', '/sessions/second-factor/passkey-options', {})
  const answer = key.answer(asked.options, server.address)
  expect((await copied.browser.send('POST', '/sessions/second-factor', { passkey: answer })).status).toBe(401)
})

test('the last factor stays while the role needs one; somebody else’s passkey is unknown', async () => {
  const { browser } = await enrolled('ministry')
  expect(await browser.send('DELETE', '/me/totp')).toMatchObject({ status: 409, body: { code: 'last-factor' } })
  const { body } = await browser.send('POST', '/me/passkeys/options', {})
  const passkey = anAuthenticator().register(body.options, server.address)
  await browser.send('POST', '/me/passkeys', { name: 'Khóa USB', passkey })
  const [held] = (await browser.send('GET', '/me/factors')).body.passkeys
  const stranger = await enrolled()
  expect((await stranger.browser.send('DELETE', `/me/passkeys/${held.id}`)).status).toBe(404)
  expect((await browser.send('DELETE', '/me/totp')).status).toBe(200)
  expect((await browser.send('DELETE', `/me/passkeys/${held.id}`)).status).toBe(409)
  expect((await stranger.browser.send('DELETE', '/me/totp')).status).toBe(200)
  expect((await signedIn(stranger.login)).answer.status).toBe(201)
})
