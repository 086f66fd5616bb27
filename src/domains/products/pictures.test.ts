import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { aProduct } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)

const [cookie, stranger] = [await signInAs(database, { province: '68' }), await signInAs(database, { province: '01' })]
const made = () => inTransaction(database.db, (tx) => aProduct(tx))
let shade = 0
function jpeg(): Promise<Buffer> {
  shade += 20
  return sharp({ create: { width: 900, height: 600, channels: 3, background: { r: shade, g: 90, b: 40 } } })
    .withExif({ IFD0: { Artist: 'Bí mật' } })
    .jpeg()
    .toBuffer()
}

async function send(productId: string, bytes: Buffer, fields: Record<string, string>, as = cookie) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'ảnh.jpg')
  const path = `/api/v1/office/products/${productId}/pictures`
  const response = await server.fetch(path, {
    method: 'POST',
    body: form,
    cookie: as,
    headers: { origin: server.address },
  })
  return { status: response.status, body: await response.json() }
}

const named = { author: 'Nguyễn Văn A', licence: 'CC BY 4.0', caption: 'Tổ ong' }

function change(path: string, method: 'PUT' | 'DELETE', body: Record<string, unknown>, as = cookie) {
  const headers = { 'content-type': 'application/json', origin: server.address }
  return server.fetch(`/api/v1/office/products/${path}`, { method, body: JSON.stringify(body), cookie: as, headers })
}

test('a picture is served to anybody in three widths, for ever, without what the camera wrote', async () => {
  const { id } = await made()
  const sent = await send(id, await jpeg(), named)
  expect(sent.status).toBe(201)
  for (const width of [320, 800, 1600]) {
    const response = await server.fetch(`/pictures/${sent.body.id}/${width}.webp`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const served = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect([served.width, served.exif]).toEqual([Math.min(width, 900), undefined])
  }
  expect((await server.fetch(`/pictures/${sent.body.id}/640.webp`)).status).toBe(404)
  expect(await readdir(join(server.config.dataDirectory, 'uploads'))).toEqual([])
})

test('author, licence and caption are kept and shown in the office, with their source', async () => {
  const { id } = await made()
  await send(id, await jpeg(), named)
  const view = await (await server.fetch(`/api/v1/office/products/${id}`, { cookie })).json()
  expect(view.pictures).toMatchObject([named])
  expect(view.facts.map((fact: { fieldGroup: string }) => fact.fieldGroup)).toContain('pictures')
})

test('without author or licence, of the wrong kind, or twice, a picture is refused', async () => {
  const { id } = await made()
  const bytes = await jpeg()
  expect((await send(id, bytes, { author: 'A' })).body).toMatchObject({ code: 'input-invalid' })
  const gif = await sharp(bytes).gif().toBuffer()
  expect(await send(id, gif, named)).toMatchObject({ status: 415, body: { code: 'picture-type-unsupported' } })
  expect((await send(id, bytes, named)).status).toBe(201)
  expect(await send(id, bytes, named)).toMatchObject({ status: 409, body: { code: 'picture-known' } })
})

test('more than 15 MB is refused', async () => {
  const { id } = await made()
  expect((await send(id, Buffer.alloc(15_100_000, 1), named)).status).toBe(413)
})

test('an officer of another province finds no such product', async () => {
  const { id } = await made()
  expect((await send(id, await jpeg(), named, stranger)).status).toBe(404)
  const sent = await send(id, await jpeg(), named)
  expect((await change(`${id}/pictures/${sent.body.id}`, 'DELETE', {}, stranger)).status).toBe(404)
})

test('a picture is renamed and moved to the front, and a removed one is gone for everybody', async () => {
  const { id } = await made()
  const [first, second] = [await send(id, await jpeg(), named), await send(id, await jpeg(), named)]
  const path = `${id}/pictures/${second.body.id}`
  expect((await change(path, 'PUT', { caption: 'Rừng tràm', position: 1 })).status).toBe(200)
  const view = await (await server.fetch(`/api/v1/office/products/${id}`, { cookie })).json()
  expect(view.pictures.map((picture: { id: string }) => picture.id)).toEqual([second.body.id, first.body.id])
  expect(view.pictures[0].caption).toBe('Rừng tràm')
  expect((await change(path, 'DELETE', { reason: 'Ảnh của người khác' })).status).toBe(200)
  expect((await server.fetch(`/pictures/${second.body.id}/320.webp`)).status).toBe(404)
  expect((await change(path, 'DELETE', {})).status).toBe(404)
})

test('addresses that are none of ours answer 404 or name the field', async () => {
  expect((await server.fetch(`/pictures/${randomUUID()}/320.webp`)).status).toBe(404)
  expect((await server.fetch('/pictures/none/320.webp')).status).toBe(422)
})
