import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, nobody } from '../access/actor.ts'
import { fixedClock } from '../clock/clock.ts'
import { readConfig } from '../config/config.ts'
import { defineRefusals } from '../errors/refuse.ts'
import { silentLog } from '../log/log.ts'
import { testDatabase } from '../testing/test-database.ts'
import { createResponseCache } from './response-cache.ts'
import { command, download, nothing, page, query, type RouteRow, upload, withHeaders } from './rows.ts'
import { createServer } from './server.ts'

const database = await testDatabase()
await database.pool.query('create table public.note (id int primary key, words text not null)')
const uploadDirectory = await mkdtemp(join(tmpdir(), 'ocop-uploads-'))
const clock = fixedClock('2026-11-24T23:59:00+07:00')
const cache = createResponseCache()
const refuse = defineRefusals({ 'note-taken': { kind: 'conflict', vi: 'Số {id} đã có.', en: 'Number {id} is taken.' } })
let answered = 0

const writeNote = (access: RouteRow['access']) =>
  command({
    method: 'POST',
    path: `/api/v1/${access === 'anyone' ? 'open' : 'guarded'}-notes`,
    access,
    summary: 'Write a note',
    input: z.object({ id: z.int(), words: z.string().min(3), fails: z.boolean().optional() }),
    output: z.object({ id: z.int() }),
    run: async ({ tx }, { id, words, fails }) => {
      await sql`insert into public.note (id, words) values (${id}, ${words})`.execute(tx)
      if (fails) throw refuse('note-taken', { id })
      return withHeaders({ id }, { headers: { location: `/notes/${id}` } })
    },
  })

const rows: RouteRow[] = [
  writeNote('anyone'),
  writeNote('products.edit'),
  query({
    method: 'GET',
    path: '/api/v1/counted',
    access: 'anyone',
    summary: 'Counts its own runs',
    cache: { seconds: 60 },
    input: nothing,
    output: z.object({ answered: z.int(), filler: z.string() }),
    run: async () => ({ answered: ++answered, filler: 'x'.repeat(3000) }),
  }),
  query({
    method: 'GET',
    path: '/api/v1/broken',
    access: 'anyone',
    summary: 'Always breaks',
    input: nothing,
    output: z.object({}),
    run: () => Promise.reject(new Error('secret detail')),
  }),
  query({
    method: 'GET',
    path: '/api/v1/who',
    access: 'signed-in',
    summary: 'Says who asks',
    input: nothing,
    output: z.object({ name: z.string() }),
    run: async ({ actor }) => ({ name: actor.displayName, secret: 'stripped by the schema' }),
  }),
  upload({
    method: 'POST',
    path: '/api/v1/papers',
    access: 'anyone',
    summary: 'Takes a paper',
    limitBytes: 2000,
    input: z.object({ title: z.string().min(1) }),
    output: z.object({ title: z.string(), sizeBytes: z.int(), sha256: z.string() }),
    run: async (_context, { title }, file) => ({ title, sizeBytes: file.sizeBytes, sha256: file.sha256 }),
  }),
  download({
    method: 'GET',
    path: '/api/v1/paper.csv',
    access: 'anyone',
    summary: 'Gives a paper',
    input: nothing,
    run: async () => ({ body: Buffer.from('a;b'), mediaType: 'text/csv', downloadName: 'Danh sách.csv', etag: '"v1"' }),
  }),
  page({
    path: '/trang',
    locale: 'vi',
    access: 'anyone',
    summary: 'A page',
    input: nothing,
    run: async () => ({ view: { words: 'xin chào' } }),
    render: (view, setting) => `<p lang="${setting.locale}">${view.words}</p>`,
  }),
  page({
    path: '/dem',
    locale: 'vi',
    access: 'anyone',
    summary: 'A page that counts its own runs',
    cache: { seconds: 60 },
    input: nothing,
    run: async () => ({ view: ++answered }),
    render: (view) => `<p>${view}</p>`,
  }),
  page({
    path: '/cu',
    locale: 'vi',
    access: 'anyone',
    summary: 'Moved',
    input: nothing,
    run: async () => ({ movedTo: '/trang' }),
    render: () => '',
  }),
]

const officer: Actor = {
  ...nobody,
  displayName: 'Cán bộ',
  roleCode: 'province-officer',
  permissions: new Set(['products.edit'] as const),
}
const reader: Actor = { ...officer, displayName: 'Người xem', permissions: new Set() }
const actors = new Map([
  ['officer', officer],
  ['reader', reader],
])

const parts = {
  config: { ...readConfig({}), rateLimitPerMinute: 1000 },
  clock,
  log: silentLog,
  database,
  cache,
  routes: rows,
  assets: {},
  uploadDirectory,
  findActor: async (_db: unknown, token: string | null) => actors.get(token ?? '') ?? nobody,
  renderProblem: (problem: { status: number; detail: string }) => `<h1>${problem.status}</h1><p>${problem.detail}</p>`,
}
const server = await createServer(parts)
afterAll(() => server.close())

const countNotes = async () => (await database.pool.query('select id from public.note')).rowCount
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, payload, headers })

beforeEach(async () => {
  await database.pool.query('delete from public.note')
  cache.clear()
})

describe('access', () => {
  test('a route that declares no access keeps the server from starting', async () => {
    const [open] = rows
    await expect(createServer({ ...parts, routes: [{ ...open, access: '' } as unknown as RouteRow] })).rejects.toThrow(
      'declares no access',
    )
  })

  test('without a session a guarded route answers 401, without the permission 403, and nothing is written', async () => {
    const note = { id: 1, words: 'abc' }
    expect((await post('/api/v1/guarded-notes', note)).statusCode).toBe(401)
    expect((await post('/api/v1/guarded-notes', note, { cookie: 'ocop_session=reader' })).statusCode).toBe(403)
    expect(await countNotes()).toBe(0)
    expect((await post('/api/v1/guarded-notes', note, { cookie: 'ocop_session=officer' })).statusCode).toBe(201)
  })

  test('a change that another site makes the browser send is refused', async () => {
    const note = { id: 1, words: 'abc' }
    const crossSite = await post('/api/v1/guarded-notes', note, {
      cookie: 'ocop_session=officer',
      'sec-fetch-site': 'cross-site',
    })
    expect(crossSite.json().code).toBe('origin-refused')
    const foreign = await post('/api/v1/guarded-notes', note, {
      cookie: 'ocop_session=officer',
      origin: 'https://example.org',
    })
    expect(foreign.statusCode).toBe(403)
  })

  test('what the answer schema does not name never leaves', async () => {
    const answer = await server.inject({ url: '/api/v1/who', headers: { cookie: 'ocop_session=reader' } })
    expect(answer.json()).toEqual({ name: 'Người xem' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('changes', () => {
  test('a refusal after writing rolls the writing back', async () => {
    const answer = await post('/api/v1/open-notes', { id: 7, words: 'abc', fails: true })
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'note-taken', detail: 'Số 7 đã có.' })
    expect(await countNotes()).toBe(0)
  })

  test('wrong input names each field, in Vietnamese, or in English where asked for', async () => {
    const wrong = { id: 'x', words: 'a' }
    const vi = (await post('/api/v1/open-notes', wrong)).json()
    expect(vi.status).toBe(422)
    expect(vi.fields.map((field: { path: string }) => field.path)).toEqual(['id', 'words'])
    const en = (await post('/api/v1/open-notes', wrong, { 'accept-language': 'en' })).json()
    expect(en.fields[0].message).not.toBe(vi.fields[0].message)
  })

  test('unreadable, oversized and foreign bodies have their own answers', async () => {
    const send = (payload: string, type: string) =>
      server.inject({ method: 'POST', url: '/api/v1/open-notes', payload, headers: { 'content-type': type } })
    expect((await send('{', 'application/json')).json().code).toBe('body-unreadable')
    expect((await send('<a/>', 'application/xml')).statusCode).toBe(415)
    expect((await send(JSON.stringify({ words: 'x'.repeat(1_100_000) }), 'application/json')).statusCode).toBe(413)
  })

  test('a bug shows a reference number and nothing of itself', async () => {
    const answer = await server.inject({ url: '/api/v1/broken' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret detail')
    expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
  })
})

describe('files', () => {
  const boundary = 'grain'
  const multipart = (content: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nGiấy\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="giấy.txt"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`
  const send = (payload: string) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/papers',
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })

  test('a file is hashed and measured as it arrives and leaves no trace in the upload folder', async () => {
    const answer = await send(multipart('hello'))
    expect(answer.json()).toEqual({
      title: 'Giấy',
      sizeBytes: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    })
    expect(await readdir(uploadDirectory)).toEqual([])
  })

  test('a file that is too large, empty or not there is refused and leaves nothing behind', async () => {
    expect((await send(multipart('x'.repeat(5000)))).statusCode).toBe(413)
    expect((await send(multipart(''))).json().code).toBe('file-missing')
    expect((await post('/api/v1/papers', { title: 'x' })).statusCode).toBe(415)
    expect(await readdir(uploadDirectory)).toEqual([])
  })

  test('a download carries its Vietnamese name and answers 304 to whoever has it', async () => {
    const answer = await server.inject({ url: '/api/v1/paper.csv' })
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Danh%20s%C3%A1ch.csv")
    expect((await server.inject({ url: '/api/v1/paper.csv', headers: { 'if-none-match': '"v1"' } })).statusCode).toBe(
      304,
    )
  })
})

describe('answers kept in memory', () => {
  const ask = (headers: Record<string, string> = {}) => server.inject({ url: '/api/v1/counted', headers })

  test('an anonymous answer is computed once until the register changes', async () => {
    const first = (await ask()).json().answered
    expect((await ask()).json().answered).toBe(first)
    cache.clear()
    expect((await ask()).json().answered).toBe(first + 1)
  })

  test('it is computed anew when the day ends in Vietnam, since a standing is true only for its day', async () => {
    const before = (await ask()).json().answered
    clock.moveTo('2026-11-25T00:00:00+07:00')
    expect((await ask()).json().answered).toBe(before + 1)
  })

  test('while changes cannot be heard of, nothing is answered from memory', async () => {
    const before = (await ask()).json().answered
    cache.setTrusted(() => false)
    expect((await ask()).json().answered).toBe(before + 1)
    cache.setTrusted(() => true)
  })

  test('a signed-in caller is never answered from memory, nor remembered', async () => {
    const before = (await ask()).json().answered
    const own = await ask({ cookie: 'ocop_session=officer' })
    expect(own.json().answered).toBe(before + 1)
    expect(own.headers['cache-control']).toBe('no-store')
    expect((await ask()).json().answered).toBe(before)
  })

  test('it travels compressed, and not at all to whoever has it', async () => {
    const plain = await ask()
    const packed = await ask({ 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    const again = await ask({ 'if-none-match': String(plain.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })
})

describe('pages kept in memory', () => {
  test('are answered from the socket with every header, until the register changes, and never to somebody signed in', async () => {
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const ask = (headers: Record<string, string> = {}) => fetch(`${address}/dem`, { headers })
    const first = await (await ask()).text()
    const again = await ask()
    expect(await again.text()).toBe(first)
    expect(again.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(again.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(again.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await ask({ 'if-none-match': again.headers.get('etag') ?? '' })).status).toBe(304)
    expect(await (await ask({ cookie: 'ocop_session=officer' })).text()).not.toBe(first)
    expect((await server.inject({ url: '/metrics' })).body).toContain('route="/dem",status="304"')
    cache.clear()
    expect(await (await ask()).text()).not.toBe(first)
  })
})

describe('every answer', () => {
  test('forbids inline script and style, framing and guessing of types', async () => {
    const { headers } = await server.inject({ url: '/trang' })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  })

  test('a person gets a page where a program gets a problem document', async () => {
    const person = await server.inject({ url: '/khong-co', headers: { accept: 'text/html' } })
    expect(person.statusCode).toBe(404)
    expect(person.body).toContain('<h1>404</h1>')
    expect((await server.inject({ url: '/api/v1/khong-co', headers: { accept: 'text/html' } })).json().code).toBe(
      'not-found',
    )
  })

  test('an address that moved says where to', async () => {
    const answer = await server.inject({ url: '/cu' })
    expect(answer.statusCode).toBe(301)
    expect(answer.headers.location).toBe('/trang')
  })

  test('the API says how many requests are left, and refuses politely when there are none', async () => {
    const small = await createServer({ ...parts, config: { ...parts.config, rateLimitPerMinute: 2 } })
    const ask = () => small.inject({ url: '/api/v1/paper.csv' })
    expect((await ask()).headers['ratelimit-remaining']).toBe('1')
    await ask()
    const refused = await ask()
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.json().code).toBe('too-many-requests')
    await small.close()
  })
})

describe('for those who run it', () => {
  test('the process says that it lives and that the database answers', async () => {
    expect((await server.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' })
    expect((await server.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' })
  })

  test('measures are told to this machine only, or to whoever has the token', async () => {
    expect((await server.inject({ url: '/metrics' })).body).toContain('ocop_http_request_seconds')
    expect((await server.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  })

  test('the API document is made of the same rows', async () => {
    const document = (await server.inject({ url: '/api/v1/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/open-notes', '/api/v1/counted', '/api/v1/papers', '/api/v1/paper.csv']),
    )
    expect(document.paths['/trang']).toBeUndefined()
  })
})
