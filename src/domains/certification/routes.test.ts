import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { aSignedInActor, type Persona } from '../accounts/testing.ts'
import { aProduct } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)

const tail = (offset: number) =>
  `\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n${offset}\n%%EOF\n`
const body = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj'
const pdf = `${body}${tail(body.length + 1)}`

async function signedIn(persona: Persona) {
  const { actor, token } = await inTransaction(database.db, (tx) => aSignedInActor(tx, persona, server.clock.now()))
  return { actor, cookie: `ocop_session=${token}` }
}

const officer = await signedIn({ province: '68' })
const stranger = await signedIn({ province: '01' })

async function product(): Promise<string> {
  const { id } = await inTransaction(database.db, (tx) =>
    aProduct({ tx, actor: officer.actor, now: server.clock.now() }),
  )
  return id
}

const decision = {
  kind: 'first',
  star: 4,
  decisionNumber: '12/QĐ-UBND',
  decidedOn: '2025-01-15',
  authorityLevel: 'province',
  authorityName: 'UBND tỉnh Lâm Đồng',
}

async function send(path: string, input: unknown, cookie = officer.cookie) {
  const answer = await server.fetch(path, {
    method: 'POST',
    cookie,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return { status: answer.status, body: await answer.json() }
}

async function sendFile(id: string, content: string | Uint8Array<ArrayBuffer>, wish: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...decision, ...wish })) form.set(name, String(value))
  form.set('file', new Blob([content]), 'Quyết định 12.pdf')
  const path = `/api/v1/office/products/${id}/recognitions/signed-decision`
  const answer = await server.fetch(path, { method: 'POST', cookie: officer.cookie, body: form })
  return { status: answer.status, body: await answer.json() }
}

async function read(path: string, cookie = officer.cookie) {
  const answer = await server.fetch(path, { cookie })
  return { status: answer.status, body: await answer.json() }
}

test('an officer records a decision by its number, and the product page shows its standing, source and next steps', async () => {
  const id = await product()
  const recorded = await send(`/api/v1/office/products/${id}/recognitions`, decision)
  expect(recorded).toMatchObject({ status: 201, body: { outcome: 'recorded', level: 'B', warnings: [] } })
  const { body } = await read(`/api/v1/office/products/${id}/recognitions`)
  expect(body).toMatchObject({
    standing: 'valid',
    star: 4,
    since: '2025-01-15',
    until: '2027-07-18',
    items: [
      {
        expiresOn: '2028-01-15',
        facts: [{ state: 'current', source: { kind: 'officer', level: 'B', reference: '12/QĐ-UBND' } }],
        possibleEvents: ['suspension', 'revocation', 'annulment'],
      },
    ],
  })
  expect(body.revocationCauses).toHaveLength(6)
})

test('without a decision number, or not verified, a row is kept at level C', async () => {
  const [one, other] = [await product(), await product()]
  const unnumbered = await send(`/api/v1/office/products/${one}/recognitions`, { ...decision, decisionNumber: '' })
  expect(unnumbered.body).toMatchObject({ level: 'C' })
  const unverified = await send(`/api/v1/office/products/${other}/recognitions`, { ...decision, verified: 'no' })
  expect(unverified.body).toMatchObject({ level: 'C' })
})

test('the signed decision is kept as sent and given back whole to those in whose scope the product is', async () => {
  const id = await product()
  const recorded = await sendFile(id, pdf)
  expect(recorded).toMatchObject({ status: 201, body: { level: 'A' } })
  const { body } = await read(`/api/v1/office/products/${id}/recognitions`)
  const { document } = body.items[0]
  expect(document).toMatchObject({ name: 'Quyết định 12.pdf', mediaType: 'application/pdf', sizeBytes: pdf.length })
  const file = await server.fetch(`/api/v1/office/documents/${document.fileId}`, { cookie: officer.cookie })
  expect(await file.text()).toBe(pdf)
  expect(file.headers.get('content-disposition')).toContain('attachment')
  expect((await read(`/api/v1/office/documents/${document.fileId}`, stranger.cookie)).body.code).toBe(
    'document-unknown',
  )
  expect((await server.fetch(`/api/v1/office/documents/${document.fileId}`)).status).toBe(401)
})

test.each([
  ['a page of text', 'Quyết định công nhận'],
  ['a PDF that was cut off', pdf.slice(0, 60)],
  ['a PDF whose table is not where it says', `${body}${tail(3)}`],
  ['a script with a picture name', '<script>alert(1)</script>'],
  ['a JPEG without its end', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
])('%s is refused as a decision file, and nothing is recorded', async (_what, content) => {
  const id = await product()
  expect(await sendFile(id, content)).toMatchObject({ status: 415, body: { code: 'document-not-accepted' } })
  expect((await read(`/api/v1/office/products/${id}/recognitions`)).body.items).toEqual([])
})

test('a JPEG and a PNG are accepted by their content', async () => {
  const { default: sharp } = await import('sharp')
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
  expect((await sendFile(await product(), new Uint8Array(await picture.clone().jpeg().toBuffer()))).status).toBe(201)
  expect((await sendFile(await product(), new Uint8Array(await picture.clone().png().toBuffer()))).status).toBe(201)
})

test('a signed decision without its number is refused', async () => {
  expect((await sendFile(await product(), pdf, { decisionNumber: '' })).body.code).toBe('decision-number-needed')
})

test('an officer suspends, lifts and revokes; a revocation asks for its cause', async () => {
  const id = await product()
  const { body: recorded } = await send(`/api/v1/office/products/${id}/recognitions`, decision)
  const path = `/api/v1/office/recognitions/${recorded.id}/events`
  const event = { effectiveOn: '2026-11-20', authorityName: 'UBND tỉnh Lâm Đồng', reason: 'Kết quả hậu kiểm' }
  expect((await send(path, { ...event, kind: 'suspension' })).status).toBe(201)
  expect((await read(`/api/v1/office/products/${id}/recognitions`)).body.standing).toBe('suspended')
  expect((await send(path, { ...event, kind: 'suspension-lifted' })).status).toBe(201)
  expect((await send(path, { ...event, kind: 'revocation' })).body.code).toBe('cause-unknown')
  expect((await send(path, { ...event, kind: 'revocation', cause: 'production-stopped' })).status).toBe(201)
  expect(await send(path, { ...event, kind: 'suspension' })).toMatchObject({
    status: 409,
    body: { code: 'already-revoked' },
  })
  expect((await read(`/api/v1/office/products/${id}/recognitions`)).body.items[0].possibleEvents).toEqual(['annulment'])
})

test('another province neither reads nor records nor lists', async () => {
  const id = await product()
  const { body: recorded } = await send(`/api/v1/office/products/${id}/recognitions`, decision)
  expect((await read(`/api/v1/office/products/${id}/recognitions`, stranger.cookie)).status).toBe(404)
  expect((await send(`/api/v1/office/products/${id}/recognitions`, decision, stranger.cookie)).status).toBe(404)
  const event = { kind: 'suspension', effectiveOn: '2026-11-20', authorityName: 'UBND', reason: 'thử' }
  expect((await send(`/api/v1/office/recognitions/${recorded.id}/events`, event, stranger.cookie)).status).toBe(404)
  expect((await read('/api/v1/office/recognitions', stranger.cookie)).body).toEqual({ items: [], total: 0, next: null })
})

test('the list pages through every row once in each order and filters by standing, star and words', async () => {
  for (const sort of ['recorded', 'decided', 'expiry']) {
    const seen: string[] = []
    let next: string | null = ''
    let total = 0
    while (next !== null) {
      const address: string = `/api/v1/office/recognitions?sort=${sort}&limit=3${next === '' ? '' : `&cursor=${next}`}`
      const { body } = await read(address)
      seen.push(...body.items.map((item: { id: string }) => item.id))
      next = body.next
      total = body.total
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
  }
  const revoked = (await read('/api/v1/office/recognitions?standing=revoked')).body
  expect(revoked).toMatchObject({ total: 1, items: [{ standing: 'revoked', product: { name: 'Trà ô long Cầu Đất' } }] })
  expect((await read('/api/v1/office/recognitions?star=5')).body.total).toBe(0)
  expect((await read('/api/v1/office/recognitions?q=12/qd-ubnd')).body.total).toBeGreaterThan(3)
  expect((await read('/api/v1/office/recognitions?q=o%20long%20khong%20co')).body.total).toBe(0)
  expect((await read('/api/v1/office/recognitions?cursor=xyz')).status).toBe(422)
})
