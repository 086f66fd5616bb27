import { expect, test } from 'vitest'
import { commandLine } from '../src/cli/command-line-actor.ts'
import { fillRegister } from '../src/demo/fill-register.ts'
import { anAccount } from '../src/domains/accounts/testing.ts'
import { aProduct } from '../src/domains/catalogue/testing.ts'
import { inTransaction } from '../src/platform/db/database.ts'
import { queue } from '../src/platform/jobs/jobs.ts'
import { jobNames } from '../src/platform/jobs/names.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { testServer } from '../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = server.clock.now()
const { db } = database

/** What must never be public: people behind producers, contacts and addresses without consent, and who works in the office. */
const planted = {
  representative: 'Triệu Thị Bí Mật',
  phone: '0987 650 431',
  email: 'bi.mat@rieng-tu.vn',
  address: 'Ngõ 7 nhà riêng Bí Mật',
  login: 'dang.nhap.rieng',
}

await fillRegister(
  { db, actor: { ...commandLine, displayName: 'ocop demo' }, now, config: server.config },
  { products: 60 },
  () => undefined,
)
const own = await inTransaction(db, async (tx) => {
  await anAccount(tx, { now, login: planted.login })
  const { representative, phone, email, address } = planted
  const product = await aProduct(tx, {
    product: 'Trà Kín Đáo',
    name: 'HTX Kín Đáo',
    representative,
    phone,
    email,
    address,
  })
  await queue(tx, jobNames.rebuildCatalogue, {})
  return product
})
await server.runJobs()

async function privateValues(): Promise<string[]> {
  const { rows } = await database.pool.query<{ value: string }>(
    `select private_representative as value from producers.producer where private_representative is not null
     union select unnest(array[phone, email, nullif(address_text, '')]) from producers.producer where not contacts_public
     union select login from accounts.account union select display_name from accounts.account`,
  )
  return [...Object.values(planted), ...rows.map((row) => row.value)].filter(
    (value) => value !== null && value.length > 4,
  )
}

/** Addresses on this site that a text names, as links, JSON or sitemap entries. */
function addressesIn(text: string): string[] {
  const plain = text.replaceAll('&amp;', '&').replaceAll('\\/', '/')
  const found = plain.matchAll(
    /(?:href|src|action)="([^"#]+)|<loc>([^<]+)|"(\/(?:api|san-pham|chu-the|tinh|en|p|ma)\/[^"]*)"|"(https?:\/\/[^"]+)"/g,
  )
  return [...found].flatMap(([, link, location, path, whole]) => {
    const address = link ?? location ?? path ?? whole ?? ''
    const url = URL.canParse(address, server.address) ? new URL(address, server.address) : null
    return url !== null && url.origin === server.address ? [url.pathname + url.search] : []
  })
}

const isText = (type: string) => /text|json|xml|svg/.test(type)
const skipped = /^\/(office|assets|pictures|public)|\.(css|js|woff2|webp|png|ico)$/
const mostAddresses = 1500

/** Reads everything that can be reached from these addresses without a session; answers each text with its address. */
async function readEverything(starts: string[]): Promise<Map<string, string>> {
  const waiting = [...starts]
  const read = new Map<string, string>()
  const seen = new Set(starts)
  while (waiting.length > 0 && read.size < mostAddresses) {
    const batch = waiting.splice(0, 8)
    const answers = await Promise.all(
      batch.map(async (path) => {
        const answer = await server.fetch(path, { redirect: 'follow' })
        const text = await answer.text()
        return {
          path,
          text: `${[...answer.headers].join('\n')}\n${text}`,
          isRead: isText(answer.headers.get('content-type') ?? ''),
        }
      }),
    )
    for (const { path, text, isRead } of answers) {
      if (!isRead) continue
      read.set(path, text)
      for (const next of addressesIn(text)) {
        if (seen.has(next) || skipped.test(next)) continue
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return read
}

test('no public page, answer, sitemap or suggestion holds a private value of the register', async () => {
  const words = ['tra kin dao', 'htx', planted.representative, planted.phone, planted.email, planted.login]
  const read = await readEverything([
    ...['/', '/en', '/sitemap.xml', '/robots.txt', '/api', '/kiem-tra', `/san-pham/${own.publicId}`],
    ...[`/chu-the/${own.producerPublicId}`, `/en/chu-the/${own.producerPublicId}`],
    ...[
      '/api/v1/products?limit=100',
      '/api/v1/producers?limit=100',
      '/api/v1/recognitions?limit=100',
      '/api/v1/openapi.json',
    ],
    ...['/api/v1/statistics', '/api/v1/classification', '/api/v1/producer-kinds'],
    ...[`/api/v1/products/${own.publicId}`, `/api/v1/producers/${own.producerPublicId}`],
    ...words.flatMap((word) => [`/api/v1/suggestions?q=${encodeURIComponent(word)}`]),
    '/tim-kiem?q=tra+kin+dao',
    '/api/v1/search?q=tra+kin+dao',
  ])
  expect(read.size).toBeGreaterThan(200)
  expect([...read.values()].filter((text) => text.includes('Trà Kín Đáo')).length).toBeGreaterThan(3)
  const values = await privateValues()
  const leaks = [...read].flatMap(([path, text]) =>
    values
      .filter((value) => text.includes(value) && !decodeURIComponent(path).includes(value))
      .map((value) => `${path}: ${value}`),
  )
  expect(leaks).toEqual([])
}, 180_000)

test('what is private is not found by searching for it', async () => {
  for (const word of [planted.representative, planted.phone, planted.email, planted.address, planted.login]) {
    const found = await (await server.fetch(`/api/v1/search?q=${encodeURIComponent(`"${word}"`)}`)).json()
    expect(JSON.stringify(found)).not.toContain('Kín Đáo')
  }
})
