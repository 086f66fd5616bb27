import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { rebuildCards, refreshCards } from './refresh-cards.ts'
import { aProduct } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = new Date('2026-11-24T09:00:00+07:00')
const hostile = '<script>alert(1)</script> "&\' rượu'
const made = await inTransaction(database.db, async (tx) => ({
  coffee: await aProduct(tx, {
    product: 'Cà phê Arabica',
    gtin: '8936000000011',
    story: '<img src=x onerror=alert(2)> Chuyện cũ',
    phone: '0912345678',
    email: 'rieng@example.vn',
    address: 'Thôn Kín, số nhà 7',
    representative: 'Nguyễn Thị Kín',
    unit: { scheme: '2004-2025', code: '24988' },
  }),
  hostile: await aProduct(tx, { product: hostile, name: hostile, set: '14' }),
  lapsed: await aProduct(tx, { product: 'Mật ong cũ', set: '04', decidedOn: '2022-01-10', star: 5 }),
  unverified: await aProduct(tx, { product: 'Trà chưa xác minh', level: 'C', name: 'HTX Ẩn' }),
  leaving: await aProduct(tx, { product: 'Bánh sắp đi', set: '05', name: 'HKD Đi' }),
}))
beforeAll(() => inTransaction(database.db, (tx) => rebuildCards(tx, now)))

const html = { headers: { accept: 'text/html' } }
const read = (path: string) => server.fetch(path, html)
async function textOf(path: string): Promise<string> {
  const answer = await read(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const productPath = `/san-pham/${made.coffee.publicId}/ca-phe-arabica`
const producerPath = `/chu-the/${made.coffee.producerPublicId}/htx-nong-nghiep-ninh-gia`
const everyPage = ['', '/en'].flatMap((prefix) => [
  prefix || '/',
  ...[
    '/tim-kiem',
    '/tim-kiem?q=ca+phe',
    '/kiem-tra',
    '/kiem-tra?q=ca+phe',
    '/api',
    '/tinh/68/lam-dong',
    productPath,
    producerPath,
  ].map((path) => prefix + path),
])

test.each(everyPage)('%s is a whole page in its language, with canonical address and alternates', async (path) => {
  const text = await textOf(path)
  expect(text).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'vi'}"`)
  expect(text).toMatch(/rel="canonical"|name="robots"/)
  expect(text).not.toMatch(/style="|onclick=/)
  if (text.includes('rel="canonical"')) expect(text).toContain('hrefLang="en"')
})

test('no page and no answer shows what is private', async () => {
  for (const path of everyPage) {
    const text = await textOf(path)
    for (const secret of ['0912345678', 'rieng@example.vn', 'Thôn Kín', 'Nguyễn Thị Kín', 'chưa xác minh']) {
      expect([path, text.includes(secret)]).toEqual([path, false])
    }
  }
})

test('a product is reached by another name, its short address and any code, all leading to one address', async () => {
  const { publicId } = made.coffee
  const ways = [
    `/san-pham/${publicId}`,
    `/san-pham/${publicId.toLowerCase()}/khac`,
    `/san-pham/${publicId}/sai-ten`,
    `/p/${publicId}`,
    '/ma/8936000000011',
    '/kiem-tra?q=8936000000011',
  ]
  for (const way of ways) {
    const answer = await read(way)
    expect([way, answer.status, answer.headers.get('location')]).toEqual([way, 301, productPath])
  }
  const english = await read(`/en/p/${publicId}`)
  expect(english.headers.get('location')).toBe(`/en${productPath}`)
})

test('English words in addresses lead to the English pages', async () => {
  const moved = async (path: string) => (await read(path)).headers.get('location')
  expect(await moved('/en/search?q=ca')).toBe('/en/tim-kiem?q=ca')
  expect(await moved(`/en/products/${made.coffee.publicId}`)).toBe(`/en/san-pham/${made.coffee.publicId}`)
})

test('a code that is not in the register is said so, never with a star', async () => {
  for (const path of ['/p/ZZZZZZZZ', '/ma/8931234567890', '/en/p/ZZZZZZZZ']) {
    const answer = await read(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).not.toMatch(/class="stars|★|\d (trên|of) 5/)
  }
})

test('what never was is 404 with a search box; what is only unverified is as if it never was', async () => {
  for (const path of [
    '/san-pham/ZZZZZZZZ/x',
    '/chu-the/ZZZZZZZZ',
    '/tinh/99',
    '/khong-co',
    `/san-pham/${made.unverified.publicId}`,
  ]) {
    const answer = await read(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).toContain('name="q"')
  }
})

test('what was public once is gone (410), and says so', async () => {
  await inTransaction(database.db, async (tx) => {
    await tx
      .updateTable('products.product')
      .set({ state: 'withdrawn' })
      .where('id', '=', made.leaving.productId)
      .execute()
    await refreshCards(tx, [made.leaving.productId], now)
  })
  for (const path of [`/san-pham/${made.leaving.publicId}/banh-sap-di`, `/chu-the/${made.leaving.producerPublicId}`]) {
    expect([path, (await read(path)).status]).toEqual([path, 410])
  }
})

test('an old province code leads to the province that took it in', async () => {
  const answer = await read('/tinh/67')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/tinh/68/lam-dong'])
})

test('names and stories are text, whatever they contain', async () => {
  const page = await textOf(`/san-pham/${made.hostile.publicId}/script-alert-1-script-ruou`)
  for (const text of [
    page,
    await textOf('/tim-kiem?q=ruou'),
    await textOf(`/tim-kiem?q=${encodeURIComponent(hostile)}`),
    await textOf(productPath),
  ]) {
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x')
  }
})

const LinkedProduct = z.looseObject({
  '@type': z.literal('Product'),
  name: z.string(),
  url: z.string(),
  hasCertification: z.looseObject({ name: z.string(), expires: z.string() }).optional(),
})
function linkedIn(text: string): unknown {
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null'
  const json: unknown = JSON.parse(block)
  return Array.isArray(json) ? json.find((one) => LinkedProduct.safeParse(one).success) : json
}

test('JSON-LD says what the page says, and claims no certificate that lapsed', async () => {
  const page = await textOf(productPath)
  const product = LinkedProduct.parse(linkedIn(page))
  expect([product.name, product.url]).toEqual(['Cà phê Arabica', server.config.publicUrl + productPath])
  expect(product.hasCertification).toMatchObject({ name: expect.stringContaining('4'), expires: '2028-03-10' })
  expect(page).toContain('10/03/2028')
  const lapsed = await textOf(`/san-pham/${made.lapsed.publicId}/mat-ong-cu`)
  expect(LinkedProduct.parse(linkedIn(lapsed)).hasCertification).toBeUndefined()
  expect(lapsed).not.toContain('aggregateRating')
})

test('the search page tells how many there are, narrows by old and new places, and survives nonsense', async () => {
  expect(await textOf('/tim-kiem?q=ca+phe')).toContain('Cà phê Arabica')
  expect(await textOf('/tim-kiem?province=68&star=4&star=5')).toContain('Cà phê Arabica')
  expect(await textOf('/tim-kiem?oldProvince=68')).toContain('Cà phê Arabica')
  await textOf('/tim-kiem?page=999999&star=9&province=abc&sort=zzz&q=a&q=b')
})

test('an unchanged page costs nothing twice', async () => {
  const first = await read(productPath)
  const etag = first.headers.get('etag') ?? ''
  const again = await server.fetch(productPath, { headers: { accept: 'text/html', 'if-none-match': etag } })
  expect([etag === '', again.status]).toEqual([false, 304])
  expect(first.headers.get('cache-control')).toContain('max-age=60')
})

test('the standing on a page moves at midnight in Vietnam', async () => {
  const before = await textOf(productPath)
  server.clock.moveTo('2028-03-11T00:00:01+07:00')
  const after = await textOf(productPath)
  server.clock.moveTo('2026-11-24T09:00:00+07:00')
  expect(LinkedProduct.parse(linkedIn(before)).hasCertification).toBeDefined()
  expect(LinkedProduct.parse(linkedIn(after)).hasCertification).toBeUndefined()
})
