import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cache, clock, server } from './testing.ts'

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
