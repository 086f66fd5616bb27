import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import {
  Producer,
  ProducerList,
  Product,
  ProductList,
  RecognitionList,
  SearchAnswer,
  Statistics,
  Suggestions,
} from './messages.ts'
import { rebuildCards, refreshCards } from './refresh-cards.ts'
import { aProduct, type Registered } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = new Date('2026-11-24T09:00:00+07:00')
const made: Record<'coffee' | 'honey' | 'unverified' | 'tea', Registered> = await inTransaction(
  database.db,
  async (tx) => {
    const coffee = await aProduct(tx, {
      product: 'Cà phê Arabica',
      gtin: '8936000000011',
      decidedOn: '2024-05-20',
      phone: '0912345678',
      email: 'rieng@example.vn',
      address: 'Thôn Kín, số nhà 7',
      representative: 'Nguyễn Thị Kín',
    })
    for (let index = 0; index < 12; index++) {
      await aProduct(tx, {
        product: `Gạo số ${index}`,
        producerId: coffee.producerId,
        set: '03',
        star: 3 + (index % 2),
        decidedOn: `2025-0${1 + (index % 3)}-10`,
      })
    }
    const honey = await aProduct(tx, {
      product: 'Mật ong',
      set: '04',
      province: '96',
      commune: null,
      name: 'HTX Rừng',
      phone: '0987000111',
      consent: true,
    })
    const unverified = await aProduct(tx, { product: 'Trà chưa xác minh', level: 'C', name: 'HTX Ẩn' })
    const tea = await aProduct(tx, {
      product: 'Chè "xanh" <b>&',
      set: '11',
      star: 5,
      decidedOn: '2023-11-24',
      unit: { scheme: '2004-2025', code: '24988' },
    })
    return { coffee, honey, unverified, tea }
  },
)
beforeAll(() => inTransaction(database.db, (tx) => rebuildCards(tx, now)))

async function get<Output>(path: string, schema: z.ZodType<Output>): Promise<Output> {
  const answer = await server.fetch(`/api/v1${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return schema.parse(await answer.json())
}
const statusOf = async (path: string) => (await server.fetch(path)).status

test.each(['name', 'newest', 'star', 'expiry'])('the cursor in order of %s visits every product once', async (sort) => {
  const seen: string[] = []
  let path: string | null = `/products?sort=${sort}&limit=4`
  while (path !== null) {
    const { items, next, total }: z.infer<typeof ProductList> = await get(path, ProductList)
    expect(total).toBe(15)
    seen.push(...items.map((item) => item.publicId))
    path = next === null ? null : `/products?sort=${sort}&limit=4&cursor=${next}`
  }
  expect([seen.length, new Set(seen).size]).toEqual([15, 15])
})

test('the next page is told in a Link header that can be followed', async () => {
  const first = await server.fetch('/api/v1/products?limit=10&star=3,4')
  const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = ProductList.parse(await (await fetch(link)).json())
  expect(second.items).toHaveLength(second.total - 10)
  expect(second.next).toBeNull()
})

test('a thousand products may be asked for at once, more not', async () => {
  expect((await get('/products?limit=1000', ProductList)).items).toHaveLength(15)
  expect(await statusOf('/api/v1/products?limit=1001')).toBe(422)
})

test('a cursor that the API did not give out is refused', async () => {
  for (const cursor of [
    'x',
    Buffer.from('["name"]').toString('base64url'),
    Buffer.from('["newest","x","y","z"]').toString('base64url'),
  ]) {
    expect(await statusOf(`/api/v1/products?cursor=${cursor}`)).toBe(422)
  }
})

test('a product is found by its identifier, however typed, and by its GTIN', async () => {
  const { publicId } = made.coffee
  for (const code of [
    publicId,
    publicId.toLowerCase(),
    `${publicId.slice(0, 4)}-${publicId.slice(4)}`,
    '8936000000011',
  ]) {
    expect((await get(`/products/${code}`, Product)).publicId).toBe(publicId)
  }
  expect((await get(`/search?q=${publicId}`, SearchAnswer)).items.map((item) => item.publicId)).toEqual([publicId])
})

test('a product shows every recognition with its source, and its standing today', async () => {
  const product = await get(`/products/${made.coffee.publicId}`, Product)
  expect(product).toMatchObject({ star: 4, standing: 'expiring', expiresOn: '2027-05-20', isCertain: true })
  expect(product.recognitions).toHaveLength(1)
  expect(product.recognitions[0]).toMatchObject({ level: 'A', sourceTitle: 'Quyết định', standing: 'expiring' })
})

test('what is only unverified (level C) is nowhere in public', async () => {
  expect(await statusOf(`/api/v1/products/${made.unverified.publicId}`)).toBe(404)
  expect(await statusOf(`/api/v1/producers/${made.unverified.producerPublicId}`)).toBe(404)
  expect(JSON.stringify(await get('/search?q=tra%20chua%20xac%20minh&limit=100', SearchAnswer))).not.toContain(
    'xác minh',
  )
  expect(JSON.stringify(await get('/recognitions?limit=1000', RecognitionList))).not.toContain(made.unverified.publicId)
})

test('standing moves at midnight in Vietnam without anything being recorded', async () => {
  const standing = async () => (await get(`/products/${made.tea.publicId}`, Product)).standing
  const listed = async () => (await get('/products?standing=lapsed', ProductList)).total
  expect([await standing(), await listed()]).toEqual(['expiring', 0])
  server.clock.moveTo('2026-11-27T00:00:00+07:00')
  expect([await standing(), await listed()]).toEqual(['lapsed', 1])
  server.clock.moveTo('2026-11-24T09:00:00+07:00')
})

test('producers are listed, found by words, and read with their products', async () => {
  const list = await get('/producers?limit=1', ProducerList)
  expect(list.items).toHaveLength(1)
  const second = await get(`/producers?limit=1&cursor=${list.next}`, ProducerList)
  expect(second.items[0]?.publicId).not.toBe(list.items[0]?.publicId)
  expect((await get('/producers?q=rung', ProducerList)).items.map((item) => item.name)).toEqual(['HTX Rừng'])
  const producer = await get(`/producers/${made.coffee.producerPublicId}`, Producer)
  expect([producer.products, producer.productItems.length]).toEqual([13, 13])
})

test('contacts are public with consent and never without', async () => {
  expect((await get(`/producers/${made.honey.producerPublicId}`, Producer)).contacts.phone).toBe('0987000111')
  expect((await get(`/producers/${made.coffee.producerPublicId}`, Producer)).contacts).toEqual({
    phone: null,
    email: null,
    website: null,
    postalAddress: null,
  })
  const paths = [
    '/products?limit=1000',
    '/producers?limit=1000',
    '/recognitions?limit=1000',
    '/search?q=ca%20phe',
    '/suggestions?q=ca%20phe',
    `/products/${made.coffee.publicId}`,
    `/producers/${made.coffee.producerPublicId}`,
  ]
  for (const path of paths) {
    const text = await (await server.fetch(`/api/v1${path}`)).text()
    for (const secret of ['0912345678', 'rieng@example.vn', 'Thôn Kín', 'Nguyễn Thị Kín'])
      expect(text).not.toContain(secret)
  }
})

test('recognitions are found by product, year and decision in any spelling', async () => {
  expect((await get(`/recognitions?product=${made.tea.publicId}`, RecognitionList)).items).toHaveLength(1)
  expect((await get('/recognitions?year=2024', RecognitionList)).items).toHaveLength(1)
  expect((await get('/recognitions?decision=120%2Fqd-ubnd&limit=1000', RecognitionList)).items).toHaveLength(15)
})

test('facets add up to the total and every value leads to as many products as it says', async () => {
  const open = await get('/search?limit=1', SearchAnswer)
  for (const name of ['star', 'standing', 'province', 'set', 'kind'] as const) {
    const values = open.facets.filter((facet) => facet.facet === name)
    expect([name, values.reduce((sum, { products }) => sum + products, 0)]).toEqual([name, open.total])
    for (const { value, products } of values) {
      expect([value, (await get(`/search?${name}=${value}`, SearchAnswer)).total]).toEqual([value, products])
    }
  }
})

test('counting on the cards and counting by bitmap agree', async () => {
  const ask = () => get('/search?province=68&star=3,4&standing=valid', SearchAnswer)
  const drawn = await ask()
  await database.db.updateTable('catalogue.register_serial').set({ counted_for: '2020-01-01' }).execute()
  server.clock.moveTo('2026-11-24T09:00:01+07:00')
  const counted = await get('/search?province=68&star=3,4&standing=valid&page=1', SearchAnswer)
  const sorted = (facets: typeof drawn.facets) => facets.map((facet) => JSON.stringify(facet)).sort()
  expect([counted.total, sorted(counted.facets)]).toEqual([drawn.total, sorted(drawn.facets)])
})

test('an unchanged answer costs nothing twice', async () => {
  const first = await server.fetch('/api/v1/products?limit=3')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect((await server.fetch('/api/v1/products?limit=3', { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('a product that left is gone (410), one that never was is unknown (404), one that returns is there again', async () => {
  const path = `/api/v1/products/${made.honey.publicId}`
  const setState = async (state: string) => {
    await inTransaction(database.db, async (tx) => {
      await tx.updateTable('products.product').set({ state }).where('id', '=', made.honey.productId).execute()
      await refreshCards(tx, [made.honey.productId], now)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await setState('withdrawn')
  expect([await statusOf(path), await statusOf(`/api/v1/producers/${made.honey.producerPublicId}`)]).toEqual([410, 410])
  expect((await get('/search', SearchAnswer)).total).toBe(14)
  await setState('active')
  expect(await statusOf(path)).toBe(200)
  expect((await get('/search', SearchAnswer)).total).toBe(15)
  expect(await statusOf('/api/v1/products/00000000')).toBe(404)
})

test('suggestions name products, producers, places and words', async () => {
  const { suggestions } = await get('/suggestions?q=ca%20ph', Suggestions)
  expect(suggestions.map(({ label }) => label)).toContain('Cà phê Arabica')
  expect((await get('/suggestions?q=lam%20dong', Suggestions)).suggestions.map(({ kind }) => kind)).toContain('place')
  expect((await get('/suggestions?q=', Suggestions)).suggestions).toEqual([])
})

test('statistics agree with the lists', async () => {
  const statistics = await get('/statistics', Statistics)
  expect(statistics).toMatchObject({ products: 15, producers: 3, day: '2026-11-24' })
  expect(statistics.stars['5']).toBe(1)
})

test('sitemaps list every product once in each language, robots points to them', async () => {
  const index = await (await server.fetch('/sitemap.xml')).text()
  const parts = [...index.matchAll(/\/sitemaps\/(\d+)\.xml/g)].map((match) => match[1])
  expect(parts).toEqual(['1', '2', '3'])
  const products = await (await server.fetch('/sitemaps/2.xml')).text()
  expect([...products.matchAll(/<loc>/g)]).toHaveLength(30)
  expect(products).toContain(made.coffee.publicId)
  expect(products).not.toContain(made.unverified.publicId)
  expect(await statusOf('/sitemaps/9.xml')).toBe(404)
  expect(await (await server.fetch('/robots.txt')).text()).toContain('/sitemap.xml')
})

test("a product's QR code is an SVG", async () => {
  const answer = await server.fetch(`/san-pham/${made.coffee.publicId}/qr.svg`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  expect(await answer.text()).toContain('<svg')
})
