import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { RouteRow } from './rows.ts'
import { createServer } from './server.ts'
import { countNotes, parts, post, rows, server, uploadDirectory } from './testing.ts'

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
