import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { factoryMoment as now } from '../producers/testing.ts'
import { addCodeAlias } from './add-code-alias.ts'
import { resolveCode } from './resolve-code.ts'
import { aProduct } from './testing.ts'

const { db } = await testDatabase()
const made = (overrides = {}) => inTransaction(db, (tx) => aProduct(tx, overrides))

function add(productId: string, code: string, kind: 'four-part' | 'certificate' | 'other' = 'other') {
  return inTransaction(db, (tx) => addCodeAlias(tx, { productId, code, kind, sourceId: null, now }))
}

test('a product is found by its identifier, legal codes, certificate and GTIN, however they are typed', async () => {
  const { id, publicId } = await made({ gtin: '8934563138165' })
  await add(id, '68-24985-12-2026')
  await add(id, '12/GCN-OCOP', 'certificate')
  const typed = [publicId.toLowerCase(), ` ${publicId.slice(0, 4)}-${publicId.slice(4)}`, '68 24985 12 2026']
  for (const text of [...typed, 'mã 68/24985/012/2026', '12 gcn ocop', '893 4563 138165', '08934563138165'])
    expect(await resolveCode(db, text), text).toMatchObject({ productId: id, publicId })
  const kinds = await db.selectFrom('products.code_alias').select(['kind']).where('product_id', '=', id).execute()
  expect(kinds.map((row) => row.kind).sort()).toEqual(['certificate', 'four-part'])
})

test('what is none of ours resolves to nothing', async () => {
  for (const text of ['', 'abc', '00000000', '68-24985-999-2026', '4006381333931', 'x'.repeat(500)])
    expect(await resolveCode(db, text), text).toBeNull()
})

test('a GTIN that two products carry names neither', async () => {
  await made({ gtin: '96385074' })
  await made({ gtin: '96385074' })
  expect(await resolveCode(db, '96385074')).toBeNull()
})

test('the same code again changes nothing, another product’s code is refused', async () => {
  const [one, other] = [await made(), await made()]
  await add(one.id, '68-24985-77-2025')
  await add(one.id, '68/24985/77/2025')
  await expect(add(other.id, '68-24985-077-2025')).rejects.toMatchObject({
    refusal: { code: 'code-taken', facts: { publicId: one.publicId } },
  })
})

test('a code that cannot be read is refused', async () => {
  const { id } = await made()
  await expect(add(id, ' - / ')).rejects.toMatchObject({ refusal: { code: 'code-unreadable' } })
  await expect(add(id, '12/GCN', 'four-part')).rejects.toMatchObject({ refusal: { code: 'code-unreadable' } })
})

test('two who add the same code to different products at the same time: one succeeds', async () => {
  const [one, other] = [await made(), await made()]
  const outcomes = await Promise.allSettled([add(one.id, '68-24985-88-2025'), add(other.id, '68-24985-88-2025')])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})
