import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { inviteFirstAdministrator } from './invite-administrator.ts'
import { codeAt } from './sign-in/testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const password = 'ba con vịt lội qua sông'

async function send(method: string, path: string, input: unknown, cookie = '') {
  const answer = await server.fetch(path, {
    method,
    cookie,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

function cookieOf(headers: Headers): string {
  return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

test('from the printed link to an officer of a province at work', async () => {
  const first = await inTransaction(database.db, (tx) => inviteFirstAdministrator(tx, server.clock.now()))
  const token = first?.link.split('/').at(-1) ?? ''
  const offered = await server.fetch(`/api/v1/invitations/${token}`)
  expect(await offered.json()).toMatchObject({ role: { code: 'ministry-administrator' }, provinceCode: null })

  const accepted = await send('POST', `/api/v1/invitations/${token}/acceptance`, {
    login: 'bo',
    displayName: 'Nguyễn Thị Bộ',
    password,
  })
  expect(accepted.status).toBe(422)
  const named = await send('POST', `/api/v1/invitations/${token}/acceptance`, {
    login: 'can.bo.bo',
    displayName: 'Nguyễn Thị Bộ',
    password,
  })
  expect(named).toMatchObject({ status: 201, body: { login: 'can.bo.bo', scope: { country: true } } })
  const administrator = cookieOf(named.headers)
  expect(named.body).toMatchObject({ mustEnrol: true, permissions: [] })
  const wish = { roleCode: 'province-officer', provinceCode: '68' }
  expect(await send('POST', '/api/v1/invitations', wish, administrator)).toMatchObject({
    status: 403,
    body: { code: 'second-factor-needed' },
  })
  const offer = await send('POST', '/api/v1/me/totp', {}, administrator)
  const code = codeAt(offer.body.secret, server.clock.now())
  expect((await send('POST', '/api/v1/me/totp/confirmation', { code }, administrator)).status).toBe(201)

  const invited = await send(
    'POST',
    '/api/v1/invitations',
    { roleCode: 'province-officer', provinceCode: '68' },
    administrator,
  )
  expect(invited.status).toBe(201)
  const officer = await send('POST', `/api/v1/invitations/${invited.body.link.split('/').at(-1)}/acceptance`, {
    login: 'lam.dong',
    displayName: 'Trần Văn Tỉnh',
    password,
  })
  const me = await server.fetch('/api/v1/me', { cookie: cookieOf(officer.headers) })
  expect(await me.json()).toMatchObject({
    login: 'lam.dong',
    scope: { country: false, provinceCode: '68', provinceName: 'Tỉnh Lâm Đồng' },
  })
  expect(
    (
      await send(
        'POST',
        '/api/v1/invitations',
        { roleCode: 'province-officer', provinceCode: '01' },
        cookieOf(officer.headers),
      )
    ).status,
  ).toBe(403)
})

test('the session travels in a cookie that no script reads, and signing out ends it', async () => {
  const signedIn = await send('POST', '/api/v1/sessions', { login: 'LAM.DONG', password })
  expect(signedIn.status).toBe(201)
  expect(signedIn.headers.getSetCookie()[0]).toMatch(
    /^ocop_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const cookie = cookieOf(signedIn.headers)
  const out = await server.fetch('/api/v1/sessions/current', { method: 'DELETE', cookie })
  expect(await out.json()).toEqual({ signedOut: true })
  expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
  expect((await server.fetch('/api/v1/me', { cookie })).status).toBe(401)
})

test('failures slow the same network down, in seconds that the answer names', async () => {
  const wrong = { login: 'lam.dong', password: 'sai hoàn toàn rồi nhé' }
  for (let index = 0; index < 5; index++) {
    expect(await send('POST', '/api/v1/sessions', wrong)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-failed' },
    })
  }
  const slowed = await send('POST', '/api/v1/sessions', { ...wrong, password })
  expect(slowed).toMatchObject({ status: 429, body: { code: 'sign-in-throttled' } })
  expect(slowed.headers.get('retry-after')).toBe('4')
  server.clock.moveTo('2026-11-24T09:00:05+07:00')
  expect((await send('POST', '/api/v1/sessions', { ...wrong, password })).status).toBe(201)
})

test('a change that another site sends is refused before it is looked at', async () => {
  const answer = await server.fetch('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ login: 'lam.dong', password }),
  })
  expect(answer.status).toBe(403)
})

test('the API document describes every route', async () => {
  const document = await (await server.fetch('/api/v1/openapi.json')).json()
  for (const path of [
    '/api/v1/sessions',
    '/api/v1/me',
    '/api/v1/invitations/{token}/acceptance',
    '/api/v1/office/recognitions/{id}/events',
  ]) {
    expect(Object.keys(document.paths)).toContain(path)
  }
})
