import process from 'node:process'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { insertAccount, insertSession } from '../src/domains/accounts/store.ts'
import { newToken, tokenHash } from '../src/domains/accounts/tokens.ts'
import { recordRecognition } from '../src/domains/certification/index.ts'
import { aStatement } from '../src/domains/certification/testing.ts'
import { anOfficer, aProducer, aSource, factoryMoment } from '../src/domains/producers/testing.ts'
import { registerProduct } from '../src/domains/products/index.ts'
import { inTransaction, type Tx } from '../src/platform/db/database.ts'
import { sessionCookie } from '../src/platform/http/request-facts.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { testServer } from '../src/platform/testing/test-server.ts'

interface Place {
  province: string
  commune: string
}

/** One producer with its product, recognition, decision file and picture, in one commune. */
interface Made extends Place {
  producerId: string
  producerName: string
  productId: string
  recognitionId: string
  fileId: string
  pictureId: string
  producerPublicId: string
  productPublicId: string
}

interface Persona {
  name: string
  cookie: string
  permissions: Set<string>
  /** null is the whole country, '' nowhere */
  province: string | null
  commune: string | null
  producerId: string | null
}

const database = await testDatabase()
const { db } = database
const server = await testServer(database)
const provinces = ['68', '01', '48'] as const
const tried = { combinations: new Set<string>(), requests: 0 }
afterAll(() => {
  process.stdout.write(`scope properties: ${tried.combinations.size} combinations, ${tried.requests} requests\n`)
})

async function placesOf(province: string): Promise<Place[]> {
  const found = await sql<{ code: string }>`
    select code from administrative_units.unit_card
    where scheme = '2025-' and level = 'commune' and province_code = ${province} order by code limit 2`.execute(db)
  return found.rows.map(({ code }) => ({ province, commune: code }))
}

async function make(tx: Tx, place: Place): Promise<Made> {
  const write = { tx, actor: anOfficer(), now: factoryMoment }
  const producerName = `Hợp tác xã Thử ${place.commune}`
  const producer = await aProducer(tx, {
    name: producerName,
    place: {
      addressText: '',
      unitScheme: '2025-',
      unitCode: place.commune,
      provinceCode: place.province,
      communeCode: place.commune,
      placeState: 'decided',
    },
  })
  const product = await registerProduct(write, {
    producerId: producer.id,
    name: `Mật ong ${place.commune}`,
    sourceId: await aSource(tx),
  })
  const statement = await aStatement(write, { productId: product.id, level: 'A' })
  const { id: recognitionId } = await recordRecognition(write, statement)
  const fileId = statement.documentFileId ?? ''
  const picture = await sql<{ id: string }>`
    insert into products.picture (product_id, position, original_file_id, width, height, author, licence, created_at)
    values (${product.id}, 1, ${fileId}, 10, 10, 'Thử', 'CC0', now()) returning id`.execute(tx)
  return {
    ...place,
    producerId: producer.id,
    producerName,
    productId: product.id,
    recognitionId,
    fileId,
    pictureId: picture.rows[0]?.id ?? '',
    producerPublicId: producer.publicId,
    productPublicId: product.publicId,
  }
}

async function aBatch(tx: Tx, { province, fileId }: Made): Promise<string> {
  const found = await sql<{ id: string }>`
    insert into imports.batch (file_id, file_name, sha256, size_bytes, province_code, level, source_title, state, sender_scope, created_at)
    values (${fileId}, 'thu.csv', ${crypto.randomUUID()}, 1, ${province}, 'B', 'Thử', 'staged', '{"country": true}', now()) returning id`.execute(
    tx,
  )
  return found.rows[0]?.id ?? ''
}

const places = (await Promise.all(provinces.map(placesOf))).flat()
const made = await inTransaction(db, async (tx) => {
  const all: Made[] = []
  for (const place of places) all.push(await make(tx, place))
  return all
})
const batches = new Map(
  await inTransaction(db, async (tx) => {
    const all: [string, string][] = []
    for (const province of provinces) {
      const record = made.find((each) => each.province === province)
      if (record !== undefined) all.push([province, await aBatch(tx, record)])
    }
    return all
  }),
)

async function aPersona(role: { code: string; tier: string }, at: Made | null): Promise<Persona> {
  return inTransaction(db, async (tx) => {
    const now = new Date(factoryMoment)
    const login = `thu-${crypto.randomUUID()}`
    const accountId = await insertAccount(tx, {
      login,
      foldedLogin: login,
      displayName: login,
      passwordHash: null,
      issuedBy: null,
      now,
    })
    if (accountId === undefined) throw new Error('login taken')
    const isProducer = role.tier === 'producer'
    const unit = at === null || isProducer ? null : role.tier === 'province' ? at.province : at.commune
    const grant = await sql<{ id: string }>`
      insert into accounts.role_grant (account_id, role_code, unit_scheme, unit_code, producer_id, granted_at)
      values (${accountId}, ${role.code}, ${unit === null ? null : '2025-'}, ${unit}, ${isProducer ? (at?.producerId ?? null) : null}, now()) returning id`.execute(
      tx,
    )
    const token = newToken()
    await insertSession(tx, {
      hash: tokenHash(token),
      accountId,
      grantId: grant.rows[0]?.id ?? '',
      now,
      device: 'test',
      hasFactor: true,
      expiresAt: new Date(now.getTime() + 7 * 24 * 3600 * 1000),
    })
    const held = await sql<{ permission: string }>`
      select permission from accounts.role_permission where role_code = ${role.code}`.execute(tx)
    return {
      name: `${role.code}@${isProducer ? at?.producerName : (unit ?? 'country')}`,
      cookie: `${sessionCookie}=${token}`,
      permissions: new Set(held.rows.map((row) => row.permission)),
      province: role.tier === 'province' ? (at?.province ?? null) : at === null ? null : '',
      commune: role.tier === 'commune' ? (at?.commune ?? null) : null,
      producerId: isProducer ? (at?.producerId ?? null) : null,
    }
  })
}

const roles = await sql<{ code: string; tier: string }>`select code, tier from accounts.role order by code`.execute(db)
const personas: Persona[] = []
for (const role of roles.rows) {
  const where =
    role.tier === 'province'
      ? provinces.map((province) => made.find((each) => each.province === province) ?? null)
      : role.tier === 'commune' || role.tier === 'producer'
        ? made
        : [null]
  for (const at of where) personas.push(await aPersona(role, at))
}

/** The rule, told once more and apart from the program: the country, the province, the commune, or one producer. */
function reaches(persona: Persona, record: Made): boolean {
  if (persona.province === null) return true
  return (
    persona.province === record.province ||
    persona.commune === record.commune ||
    persona.producerId === record.producerId
  )
}
const reachesBatch = (persona: Persona, record: Made) =>
  persona.province === null || persona.province === record.province

interface Case {
  route: string
  permission: string
  subject: 'producerId' | 'productId' | 'recognitionId' | 'fileId' | 'batch'
  body?: object
  /** where a person in reach may be answered without anything being changed */
  within?: number
}

const reason = 'Thử phạm vi'
const revision = { version: 999, name: 'Tên khác', reason }
const nowhere = crypto.randomUUID()
const office = '/api/v1/office'
const cases: Case[] = [
  { route: `GET ${office}/producers/:id`, permission: 'producers.read', subject: 'producerId', within: 200 },
  { route: `GET ${office}/history/producer/:id`, permission: 'producers.read', subject: 'producerId', within: 200 },
  {
    route: `PUT ${office}/producers/:id`,
    permission: 'producers.edit',
    subject: 'producerId',
    body: revision,
    within: 412,
  },
  {
    route: `POST ${office}/producers/:id/merger`,
    permission: 'producers.merge',
    subject: 'producerId',
    body: { mergedId: nowhere, reason },
  },
  { route: `GET ${office}/products/:id`, permission: 'products.read', subject: 'productId', within: 200 },
  { route: `GET ${office}/history/product/:id`, permission: 'products.read', subject: 'productId', within: 200 },
  {
    route: `GET ${office}/products/:id/recognitions`,
    permission: 'recognitions.read',
    subject: 'productId',
    within: 200,
  },
  {
    route: `PUT ${office}/products/:id`,
    permission: 'products.edit',
    subject: 'productId',
    body: revision,
    within: 412,
  },
  {
    route: `POST ${office}/products/:id/merger`,
    permission: 'products.merge',
    subject: 'productId',
    body: { mergedId: nowhere, reason },
  },
  {
    route: `POST ${office}/products/:id/withdrawal`,
    permission: 'products.edit',
    subject: 'productId',
    body: { reason },
  },
  { route: `POST ${office}/products/:id/revival`, permission: 'products.edit', subject: 'productId', body: { reason } },
  {
    route: `PUT ${office}/products/:id/pictures/:pictureId`,
    permission: 'products.edit',
    subject: 'productId',
    body: { caption: 'Khác', reason },
  },
  {
    route: `DELETE ${office}/products/:id/pictures/:pictureId?reason=thu`,
    permission: 'products.edit',
    subject: 'productId',
  },
  {
    route: `POST ${office}/products/:id/recognitions`,
    permission: 'recognitions.record',
    subject: 'productId',
    body: {
      kind: 'first',
      star: 4,
      decisionNumber: '1/QĐ',
      decidedOn: '2026-01-15',
      authorityLevel: 'province',
      authorityName: 'UBND',
    },
  },
  {
    route: `POST ${office}/recognitions/:id/events`,
    permission: 'recognitions.record',
    subject: 'recognitionId',
    body: { kind: 'suspension', effectiveOn: '2026-11-20', authorityName: 'UBND', reason },
  },
  { route: `GET ${office}/documents/:id`, permission: 'recognitions.read', subject: 'fileId' },
  { route: `GET ${office}/imports/:id`, permission: 'imports.read', subject: 'batch', within: 200 },
  { route: `GET ${office}/imports/:id/rows`, permission: 'imports.read', subject: 'batch', within: 200 },
  { route: `GET ${office}/imports/:id/original`, permission: 'imports.read', subject: 'batch' },
  { route: `GET ${office}/imports/:id/problems.xlsx`, permission: 'imports.read', subject: 'batch', within: 200 },
  { route: `POST ${office}/imports/:id/application`, permission: 'imports.run', subject: 'batch', body: {} },
  { route: `POST ${office}/imports/:id/discarding`, permission: 'imports.run', subject: 'batch', body: {} },
  { route: `POST ${office}/imports/:id/undoing`, permission: 'imports.run', subject: 'batch', body: { reason } },
]

async function ask(persona: Persona, { route, body }: Case, record: Made, id: string) {
  const [method = 'GET', path = ''] = route.split(' ')
  tried.requests += 1
  const answer = await server.fetch(path.replace(':id', id).replace(':pictureId', record.pictureId), {
    method,
    cookie: persona.cookie,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await answer.text()
  const told = text.replaceAll(id, 'ID').replace(/"(requestId|instance)":"[^"]*"/g, '')
  return { status: answer.status, told }
}

const idOf = (record: Made, { subject }: Case) =>
  subject === 'batch' ? (batches.get(record.province) ?? '') : record[subject]

const digest = async () => {
  const tables = [
    'producers.producer',
    'products.product',
    'products.picture',
    'products.merger',
    'producers.merger',
    'certification.recognition',
    'certification.standing_event',
    'imports.batch',
    'provenance.fact',
  ]
  const parts = await Promise.all(
    tables.map((table) =>
      database.pool.query(`select count(*) as n, md5(string_agg(t::text, '' order by t::text)) as all from ${table} t`),
    ),
  )
  return JSON.stringify(parts.map((part) => part.rows))
}

test('nobody reaches a record outside their scope: it answers like a missing one, and nothing changes', async () => {
  const before = await digest()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...personas),
      fc.constantFrom(...cases),
      fc.constantFrom(...made),
      async (persona, each, record) => {
        const isWithin = each.subject === 'batch' ? reachesBatch(persona, record) : reaches(persona, record)
        const mayAsk = persona.permissions.has(each.permission)
        // what would change something is not asked of those who may
        if (isWithin && mayAsk && each.within === undefined) return
        tried.combinations.add(`${persona.name} ${each.route} ${record.commune}`)
        const answer = await ask(persona, each, record, idOf(record, each))
        if (!mayAsk) expect(answer.status, `${persona.name} ${each.route}`).toBe(403)
        else if (isWithin)
          expect(answer.status, `${persona.name} ${each.route} ${record.commune} ${answer.told.slice(0, 300)}`).toBe(
            each.within,
          )
        else {
          const missing = await ask(persona, each, record, crypto.randomUUID())
          expect(answer.status, `${persona.name} ${each.route} ${answer.told}`).toBe(404)
          expect(answer.told.replace(/ID|[0-9a-f-]{36}/g, ''), each.route).toBe(
            missing.told.replace(/ID|[0-9a-f-]{36}/g, ''),
          )
        }
      },
    ),
    { numRuns: 1500, seed: 20261124 },
  )
  expect(await digest()).toBe(before)
}, 300_000)

interface Listing {
  path: (record: Made) => string
  permission: string
  idsOf: (body: { items: Record<string, unknown>[] }) => unknown[]
  expected: (record: Made) => string
  /** only the record asked about, where it is in reach */
  isAboutOne?: boolean
}
const ids = (body: { items: Record<string, unknown>[] }) => body.items.map((item) => item.id)
const listings: Listing[] = [
  {
    path: () => '/producers?limit=100',
    permission: 'producers.read',
    idsOf: ids,
    expected: (record) => record.producerId,
  },
  {
    path: () => '/products?limit=100',
    permission: 'products.read',
    idsOf: ids,
    expected: (record) => record.productId,
  },
  {
    path: () => '/recognitions?limit=100',
    permission: 'recognitions.read',
    idsOf: ids,
    expected: (record) => record.recognitionId,
  },
  {
    path: ({ producerName }) => `/producers?q=${encodeURIComponent(producerName)}`,
    permission: 'producers.read',
    idsOf: ids,
    expected: (record) => record.producerId,
    isAboutOne: true,
  },
  {
    path: ({ producerPublicId }) => `/producers?q=${producerPublicId}`,
    permission: 'producers.read',
    idsOf: ids,
    expected: (record) => record.producerId,
    isAboutOne: true,
  },
  {
    path: ({ productPublicId }) => `/products?q=${productPublicId}`,
    permission: 'products.read',
    idsOf: ids,
    expected: (record) => record.productId,
    isAboutOne: true,
  },
  {
    path: ({ productPublicId }) => `/recognitions?q=${productPublicId}`,
    permission: 'recognitions.read',
    idsOf: ids,
    expected: (record) => record.recognitionId,
    isAboutOne: true,
  },
]

test('lists, searches and suggestions hold exactly what lies in the scope', async () => {
  for (const [turn, persona] of personas.entries()) {
    for (const listing of listings) {
      const about = made.filter((_record, index) => (index + turn) % 3 === 0)
      for (const record of listing.isAboutOne ? about : made.slice(0, 1)) {
        tried.requests += 1
        tried.combinations.add(`${persona.name} ${listing.path(record)}`)
        const answer = await server.fetch(`${office}${listing.path(record)}`, { cookie: persona.cookie })
        if (!persona.permissions.has(listing.permission)) {
          expect(answer.status).toBe(403)
          continue
        }
        const asked = listing.isAboutOne ? [record] : made
        const expected = asked.filter((each) => reaches(persona, each)).map(listing.expected)
        expect(new Set(listing.idsOf(await answer.json())), `${persona.name} ${listing.path(record)}`).toEqual(
          new Set(expected),
        )
      }
    }
  }
}, 300_000)

test('suggestions of likely duplicates never name what lies outside', async () => {
  for (const persona of personas.filter((each) => each.permissions.has('producers.read'))) {
    for (const record of made) {
      tried.requests += 1
      tried.combinations.add(`${persona.name} matches ${record.commune}`)
      const path = `/producers/matches?name=${encodeURIComponent(record.producerName)}&province=${record.province}`
      const text = await (await server.fetch(`${office}${path}`, { cookie: persona.cookie })).text()
      for (const each of made)
        if (!reaches(persona, each)) expect(text, `${persona.name} ${path}`).not.toContain(each.producerId)
    }
  }
}, 300_000)

/** The text of every part of a workbook. */
function partsOf(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
    parts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
  }
  return parts.join('\n')
}

test('exports hold exactly what lies in the scope', async () => {
  for (const persona of personas) {
    for (const [what, publicId] of [
      ['producers', 'producerPublicId'],
      ['products', 'productPublicId'],
    ] as const) {
      tried.requests += 1
      tried.combinations.add(`${persona.name} export ${what}`)
      const answer = await server.fetch(`${office}/${what}/export.xlsx`, { cookie: persona.cookie })
      if (!persona.permissions.has('exports.run')) {
        expect(answer.status).toBe(403)
        continue
      }
      const text = partsOf(Buffer.from(await answer.arrayBuffer()))
      const found = made.filter((each) => text.includes(each[publicId]))
      expect(
        found.map((each) => each.commune),
        `${persona.name} ${what}`,
      ).toEqual(made.filter((each) => reaches(persona, each)).map((each) => each.commune))
    }
  }
}, 300_000)
