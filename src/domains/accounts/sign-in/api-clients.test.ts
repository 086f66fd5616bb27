import { expect, test } from 'vitest'
import { inTransaction } from '../../../platform/db/database.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../../platform/testing/test-server.ts'
import { aSignedInActor } from '../testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const ministry = await signInAs(database, 'ministry')
const officer = await signInAs(database, { province: '68' })
const path = '/api/v1/office/api-clients'
const kind = 'marketplace-client'

function pass(seconds: number): void {
  server.clock.moveTo(new Date(server.clock.now().getTime() + seconds * 1000).toISOString())
}

async function send(method: string, address: string, input?: unknown, cookie = ministry) {
  const answer = await server.fetch(address, {
    method,
    cookie,
    ...(input !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }),
  })
  return { status: answer.status, body: await answer.json() }
}

async function issued(wish: Record<string, unknown> = {}) {
  const made = await send('POST', path, { name: 'Sàn Postmart', kind, permissions: ['products.read'], ...wish })
  expect(made.status).toBe(201)
  return made.body
}

async function token(fields: Record<string, string> | string, headers: Record<string, string> = {}) {
  const answer = await server.fetch('/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

const grant_type = 'client_credentials'
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const bearer = (access: string) => ({ authorization: `Bearer ${access}` })

async function accessOf({ id, secret }: { id: string; secret: string }): Promise<string> {
  const answer = await token({ grant_type }, basic(id, secret))
  expect(answer.status).toBe(200)
  return answer.body.access_token
}

async function call(
  access: string,
  address = '/api/v1/office/products',
  options: RequestInit & { cookie?: string } = {},
) {
  const answer = await server.fetch(address, { ...options, headers: { ...bearer(access), ...Object(options.headers) } })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

test('a system is given a secret once, takes a token by Basic or body, and calls what it was given', async () => {
  const client = await issued()
  const answer = await token({ grant_type }, basic(client.id, client.secret))
  expect(answer).toMatchObject({
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3600, scope: 'products.read' },
  })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect((await call(answer.body.access_token)).status).toBe(200)
  expect((await call(answer.body.access_token, '/api/v1/office/producers')).status).toBe(403)
  const inBody = await token({ grant_type, client_id: client.id, client_secret: client.secret })
  expect(inBody.status).toBe(200)
  const stored = JSON.stringify([
    await database.db.selectFrom('accounts.api_client_secret').select(['secret_hash']).execute(),
    await database.db.selectFrom('accounts.api_token').select(['token_hash']).execute(),
  ])
  expect(stored).not.toContain(client.secret)
  expect(stored).not.toContain(answer.body.access_token)
})

test('errors are those of RFC 6749', async () => {
  const { id, secret } = await issued()
  expect(await token({})).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  expect(await token(`grant_type=${grant_type}&grant_type=x`)).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  })
  expect(await token({ grant_type: 'password' })).toMatchObject({
    status: 400,
    body: { error: 'unsupported_grant_type' },
  })
  const wrong = await token({ grant_type }, basic(id, 'sai'))
  expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  expect(wrong.headers.get('www-authenticate')).toContain('Basic')
  const unknown = await token({ grant_type }, basic('01920000-0000-7000-8000-000000000001', 'sai'))
  expect(unknown.body).toEqual(wrong.body)
  expect(await token({ grant_type, client_secret: secret }, basic(id, secret))).toMatchObject({ status: 401 })
  expect(await token({ grant_type, scope: 'products.edit' }, basic(id, secret))).toMatchObject({
    status: 400,
    body: { error: 'invalid_scope' },
  })
})

test('guessing a secret is slowed down', async () => {
  const { id, secret } = await issued()
  for (let index = 0; index < 5; index++) expect((await token({ grant_type }, basic(id, 'sai'))).status).toBe(401)
  expect((await token({ grant_type }, basic(id, secret))).status).toBe(429)
  pass(10)
  expect((await token({ grant_type }, basic(id, secret))).status).toBe(200)
})

test('a token lives for an hour', async () => {
  const access = await accessOf(await issued())
  pass(3599)
  expect((await call(access)).status).toBe(200)
  pass(1)
  const late = await call(access)
  expect(late).toMatchObject({ status: 401, body: { code: 'token-invalid' } })
  expect(late.headers.get('www-authenticate')).toBe('Bearer')
})

test('a rotated secret works beside the new one for a week, and never more than two live', async () => {
  const cookie = await signInAgain()
  const first = await send(
    'POST',
    path,
    { name: 'Viện', kind: 'research-client', permissions: ['products.read'] },
    cookie,
  )
  const { id } = first.body
  const second = await send('POST', `${path}/${id}/secrets`, {}, cookie)
  expect(second.body.oldUntil).toBe(new Date(server.clock.now().getTime() + 7 * 24 * 3600 * 1000).toISOString())
  for (const secret of [first.body.secret, second.body.secret])
    expect((await token({ grant_type }, basic(id, secret))).status).toBe(200)
  const third = await send('POST', `${path}/${id}/secrets`, {}, cookie)
  expect((await token({ grant_type }, basic(id, first.body.secret))).status).toBe(401)
  expect((await token({ grant_type }, basic(id, second.body.secret))).status).toBe(200)
  pass(7 * 24 * 3600)
  expect((await token({ grant_type }, basic(id, second.body.secret))).status).toBe(401)
  expect((await token({ grant_type }, basic(id, third.body.secret))).status).toBe(200)
})

test('revoking ends secrets and tokens at once', async () => {
  const cookie = await signInAgain()
  const client = (await send('POST', path, { name: 'Sàn', kind, permissions: ['products.read'] }, cookie)).body
  const access = await accessOf(client)
  expect((await send('DELETE', `${path}/${client.id}`, undefined, cookie)).status).toBe(200)
  expect((await call(access)).status).toBe(401)
  expect((await token({ grant_type }, basic(client.id, client.secret))).status).toBe(401)
  expect((await send('DELETE', `${path}/${client.id}`, undefined, cookie)).status).toBe(404)
  const { items } = (await send('GET', path, undefined, cookie)).body
  expect(items.find((item: { id: string }) => item.id === client.id).endedAt).not.toBeNull()
  expect(JSON.stringify(items)).not.toContain(client.secret)
})

test('a client of a province sees that province only; personal pages and what needs confirmation stay with people', async () => {
  const cookie = await signInAgain()
  const wish = { name: 'Lâm Đồng', kind, provinceCode: '68', permissions: ['products.read', 'imports.run'] }
  const access = await accessOf((await send('POST', path, wish, cookie)).body)
  expect((await call(access, '/api/v1/office/products?province=01')).body.total ?? 0).toBe(0)
  expect((await call(access, '/api/v1/me')).status).toBe(403)
  const undo = await call(access, '/api/v1/office/imports/01920000-0000-7000-8000-000000000001/undoing', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"reason":"thử"}',
  })
  expect(undo).toMatchObject({ status: 403, body: { code: 'confirmation-needed' } })
})

test('a bearer token needs no origin, a cookie is not mixed with it, and neither stands in for the other', async () => {
  const cookie = await signInAgain()
  const client = (await send('POST', path, { name: 'Sàn', kind, permissions: ['imports.run'] }, cookie)).body
  const access = await accessOf(client)
  const options = { method: 'POST', headers: { origin: 'https://partner.example', 'content-type': 'application/json' } }
  const missing = '/api/v1/office/imports/01920000-0000-7000-8000-000000000001/discarding'
  expect((await call(access, missing, { ...options, body: '{}' })).status).toBe(404)
  expect(await call(access, missing, { ...options, body: '{}', cookie })).toMatchObject({
    status: 422,
    body: { code: 'credentials-mixed' },
  })
  expect((await call('sai-hoan-toan')).status).toBe(401)
  expect((await server.fetch('/api/v1/office/products', { cookie: `ocop_session=${access}` })).status).toBe(401)
  const session = cookie.split('=')[1] ?? ''
  expect((await call(session)).status).toBe(401)
})

test('nobody gives a system what they do not hold, nor what systems may not have; officers cannot issue any', async () => {
  const cookie = await signInAgain()
  expect((await send('POST', path, { name: 'X1', kind, permissions: ['accounts.manage'] }, cookie)).status).toBe(422)
  expect((await send('POST', path, { name: 'X1', kind, permissions: [] }, cookie)).status).toBe(422)
  const nowhere = { name: 'X1', kind, provinceCode: '99', permissions: ['products.read'] }
  expect((await send('POST', path, nowhere, cookie)).body.code).toBe('client-province-unknown')
  const late = await send('POST', path, { name: 'X1', kind, permissions: ['products.read'] }, officer)
  expect([401, 403]).toContain(late.status)
  const form = await server.fetch('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'login=a&password=b',
  })
  expect(form.status).toBe(415)
})

/** The clock moved far: a session of now. */
async function signInAgain(): Promise<string> {
  const { token: session } = await inTransaction(database.db, (tx) =>
    aSignedInActor(tx, 'ministry', server.clock.now()),
  )
  return `ocop_session=${session}`
}
