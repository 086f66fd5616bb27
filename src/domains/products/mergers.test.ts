import { expect, test } from 'vitest'
import type { Actor } from '../../platform/access/actor.ts'
import { inTransaction, type Tx } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { visibleProducer } from '../producers/index.ts'
import { aProducer, factoryMoment as now } from '../producers/testing.ts'
import { addCodeAlias } from './add-code-alias.ts'
import { visibleProduct } from './lock-product.ts'
import { mergeProducers } from './merge-producers.ts'
import { mergeProducts } from './merge-products.ts'
import { resolveCode } from './resolve-code.ts'
import { reviseProduct } from './revise-product.ts'
import { aProduct } from './testing.ts'
import { withdrawProduct } from './withdraw-product.ts'

const { db } = await testDatabase()
const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '68' }, now))
const { actor: hanoi } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '01' }, now))
const reason = 'Nhập hai lần'

async function twoProducts(tx: Tx) {
  const kept = await aProduct(tx)
  return { kept, merged: await aProduct(tx, { producerId: kept.producerId }) }
}

function merge(keptId: string, mergedId: string, officer: Actor = actor) {
  return inTransaction(db, (tx) => mergeProducts({ tx, actor: officer, now }, { keptId, mergedId, reason }))
}

test('after a merger both codes and both identifiers lead to the kept product, for ever', async () => {
  const { kept, merged } = await inTransaction(db, twoProducts)
  const old = { kind: 'five-part' as const, sourceId: null, now }
  await inTransaction(db, (tx) => addCodeAlias(tx, { ...old, code: '68-678-24985-3-2022', productId: merged.id }))
  await merge(kept.id, merged.id)
  for (const text of [merged.publicId, kept.publicId, '68/678/24985/03/2022'])
    expect(await resolveCode(db, text)).toEqual({ productId: kept.id, publicId: kept.publicId, state: 'active' })
  expect(await visibleProduct(db, actor, merged.id)).toMatchObject({ state: 'merged', mergedIntoId: kept.id })
})

test('a chain of mergers still ends at the last kept one', async () => {
  const [first, second, third] = await inTransaction(db, async (tx) => {
    const { kept, merged } = await twoProducts(tx)
    return [merged, kept, await aProduct(tx, { producerId: kept.producerId })]
  })
  await merge(second?.id ?? '', first?.id ?? '')
  await merge(third?.id ?? '', second?.id ?? '')
  expect((await resolveCode(db, first?.publicId ?? ''))?.productId).toBe(third?.id)
  const lineage = await db
    .selectFrom('products.product_lineage')
    .select(['product_id'])
    .where('root_id', '=', third?.id ?? '')
    .execute()
  expect(lineage.map((row) => row.product_id).sort()).toEqual([first?.id, second?.id, third?.id].sort())
})

test('a product is not merged with itself, twice, out of reach, withdrawn, or across producers', async () => {
  const { kept, merged } = await inTransaction(db, twoProducts)
  await expect(merge(kept.id, kept.id)).rejects.toMatchObject({ refusal: { code: 'merge-with-itself' } })
  await expect(merge(kept.id, merged.id, hanoi)).rejects.toMatchObject({ refusal: { code: 'product-missing' } })
  const stranger = await inTransaction(db, (tx) => aProduct(tx))
  await expect(merge(kept.id, stranger.id)).rejects.toMatchObject({ refusal: { code: 'merge-across-producers' } })
  await merge(kept.id, merged.id)
  await expect(merge(kept.id, merged.id)).rejects.toMatchObject({
    refusal: { code: 'product-merged', facts: { keptPublicId: kept.publicId } },
  })
  const gone = await inTransaction(db, async (tx) => {
    const product = await aProduct(tx, { producerId: kept.producerId })
    await withdrawProduct({ tx, actor, now }, { id: product.id, reason })
    return product
  })
  await expect(merge(kept.id, gone.id)).rejects.toMatchObject({ refusal: { code: 'product-withdrawn' } })
})

test('two officers who merge the same pair in opposite directions do not make a circle', async () => {
  const { kept, merged } = await inTransaction(db, twoProducts)
  const outcomes = await Promise.allSettled([merge(kept.id, merged.id), merge(merged.id, kept.id)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  const states = [await visibleProduct(db, actor, kept.id), await visibleProduct(db, actor, merged.id)]
  expect(states.map((row) => row.state).sort()).toEqual(['active', 'merged'])
})

test('a merged product is not changed; the refusal names the kept one', async () => {
  const { kept, merged } = await inTransaction(db, twoProducts)
  await merge(kept.id, merged.id)
  const change = inTransaction(db, (tx) =>
    reviseProduct({ tx, actor, now }, { id: merged.id, version: 2, name: 'X', sourceId: crypto.randomUUID() }),
  )
  await expect(change).rejects.toMatchObject({ refusal: { facts: { keptPublicId: kept.publicId } } })
})

test('merging producers moves the products of the merged one and keeps both rows', async () => {
  const { kept, merged, product } = await inTransaction(db, async (tx) => {
    const [one, other] = [await aProducer(tx), await aProducer(tx)]
    return { kept: one, merged: other, product: await aProduct(tx, { producerId: other.id }) }
  })
  await inTransaction(db, (tx) => mergeProducers({ tx, actor, now }, { keptId: kept.id, mergedId: merged.id, reason }))
  expect((await visibleProduct(db, actor, product.id)).producerId).toBe(kept.id)
  expect(await visibleProducer(db, actor, merged.id)).toMatchObject({ state: 'merged', mergedIntoId: kept.id })
})

test('producers are not merged with themselves, twice, or out of reach, and not in a circle', async () => {
  const [one, other] = await inTransaction(db, async (tx) => [await aProducer(tx), await aProducer(tx)])
  const run = (keptId: string, mergedId: string, officer = actor) =>
    inTransaction(db, (tx) => mergeProducers({ tx, actor: officer, now }, { keptId, mergedId, reason }))
  const [id, otherId] = [one?.id ?? '', other?.id ?? '']
  await expect(run(id, id)).rejects.toMatchObject({ refusal: { code: 'merge-with-itself' } })
  await expect(run(id, otherId, hanoi)).rejects.toMatchObject({ refusal: { code: 'producer-missing' } })
  const outcomes = await Promise.allSettled([run(id, otherId), run(otherId, id)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(run(id, otherId)).rejects.toMatchObject({ refusal: { kind: 'conflict' } })
})
