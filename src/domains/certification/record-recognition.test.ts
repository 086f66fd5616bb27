import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import { listProductRecognitions } from './list-product-recognitions.ts'
import { unscopedRecognitionsOf } from './read-public-history.ts'
import { recordRecognition, type Write } from './record-recognition.ts'
import { recordRecognitions } from './record-recognitions.ts'
import type { RecognitionInput } from './statement.ts'
import { standingOn } from './states.ts'
import { anEvent, aProduct, aRecognition, aSource, aStatement } from './testing.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const later = new Date('2026-11-25T02:00:00Z')
const { officer, stranger } = await inTransaction(db, async (tx) => ({
  officer: (await aSignedInActor(tx, { province: '68' }, now)).actor,
  stranger: (await aSignedInActor(tx, { province: '01' }, now)).actor,
}))

function writing<Result>(work: (write: Write) => Promise<Result>, wish: Partial<Write> = {}): Promise<Result> {
  return inTransaction(db, (tx) => work({ tx, actor: officer, now, ...wish }))
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!isRefusal(thrown)) throw new Error(`expected a refusal, got ${String(thrown)}`)
  return thrown.refusal.code
}

function product(): Promise<string> {
  return writing(async (write) => (await aProduct(write)).id)
}

function record(productId: string, wish: Partial<RecognitionInput> = {}, by: Partial<Write> = {}) {
  return writing(async (write) => recordRecognition(write, await aStatement(write, { productId, ...wish })), by)
}

async function standing(productId: string, day = '2026-11-24') {
  const [history] = await unscopedRecognitionsOf(db, [productId])
  return standingOn(day, history?.recognitions ?? [], history?.events ?? [])
}

test('a recorded decision gives the product its star, its expiry and the criteria of its day', async () => {
  const id = await product()
  expect(await record(id)).toMatchObject({ outcome: 'recorded', departs: [] })
  expect(await standing(id)).toMatchObject({
    standing: 'valid',
    recognition: { star: 4, expiresOn: '2028-01-15', criteriaVersion: 'QD148-2023', level: 'B' },
  })
})

test('a decision of which only the year is known is kept with both ends of its expiry', async () => {
  const id = await product()
  await record(id, { decidedYear: 2022, decisionNumber: null })
  expect((await standing(id)).recognition).toMatchObject({
    decidedOn: null,
    expiresOn: '2025-01-01',
    expiresBy: '2025-12-31',
  })
})

test.each([
  ['star-not-recognised', { star: 2 }],
  ['star-not-recognised', { star: 6 }],
  ['decision-day-unreal', { decidedOn: '2023-02-29' }],
  ['decision-day-unreal', { decidedOn: '15/01/2025' }],
  ['decision-year-needed', { decidedOn: null }],
  ['decision-year-differs', { decidedOn: '2023-01-01', decidedYear: 2022 }],
  ['decision-in-future', { decidedOn: '2026-11-25' }],
  ['decision-in-future', { decidedOn: null, decidedYear: 2027 }],
  ['decision-before-programme', { decidedOn: '2017-12-31' }],
  ['criteria-unknown', { criteriaVersion: 'QD0' }],
  ['document-needed', { level: 'A', documentFileId: null }],
] as const)('refuses with %s: %o', async (code, wish) => {
  const id = await product()
  expect(await codeOf(record(id, wish))).toBe(code)
  expect((await standing(id)).standing).toBe('not-recognised')
})

test('a decision of today is recorded, by the calendar of Vietnam', async () => {
  const evening = new Date('2026-11-24T17:30:00Z')
  const id = await product()
  expect((await record(id, { decidedOn: '2026-11-25' }, { now: evening })).outcome).toBe('recorded')
})

test("another province's product does not exist for an officer", async () => {
  const id = await product()
  expect(await codeOf(record(id, {}, { actor: stranger }))).toBe('product-missing')
  expect(await codeOf(listProductRecognitions({ db, actor: stranger, now }, { id }))).toBe('product-unknown')
})

test('the same decision twice is refused, however its number is written and also by year only', async () => {
  const id = await product()
  await record(id)
  expect(await codeOf(record(id))).toBe('recognition-already-recorded')
  expect(await codeOf(record(id, { decisionNumber: 'Số 12/QĐ - UBND' }))).toBe('recognition-already-recorded')
  expect(await codeOf(record(id, { decidedOn: null, decidedYear: 2025 }))).toBe('recognition-already-recorded')
  expect(await codeOf(record(id, { level: 'C' }))).toBe('recognition-already-recorded')
})

test('two who record the same decision at the same moment make one row', async () => {
  const id = await product()
  const outcomes = await Promise.allSettled([record(id), record(id), record(id)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect((await standing(id)).each).toHaveLength(1)
})

test('the same number in another year is another decision', async () => {
  const id = await product()
  await record(id, { decidedOn: '2022-03-01', star: 3 })
  await record(id)
  expect((await standing(id)).each.map((each) => [each.recognition.star, each.standing])).toEqual([
    [4, 'valid'],
    [3, 'replaced'],
  ])
})

test('an unverified row is kept, shown in the office and not to the public', async () => {
  const { productId } = await inTransaction(db, (tx) => aRecognition(tx, { actor: officer, now, level: 'C' }))
  expect((await standing(productId)).standing).toBe('not-recognised')
  const { items } = await listProductRecognitions({ db, actor: officer, now }, { id: productId })
  expect(items).toMatchObject([{ level: 'C', standing: 'not-recognised' }])
})

test('a weaker source that says otherwise is kept and shown beside the decision, not applied', async () => {
  const id = await product()
  const first = await record(id, { level: 'A' })
  expect(await record(id, { star: 3, level: 'B' })).toMatchObject({ id: first.id, outcome: 'contradicting' })
  expect((await standing(id)).recognition?.star).toBe(4)
  const facts = await unscopedFactsOf(db, 'recognition', first.id)
  expect(facts.map((fact) => [fact.state, fact.content, fact.source.level])).toEqual([
    ['current', { star: 4, decidedOn: '2025-01-15', decidedYear: 2025, decisionNumber: '12/QĐ-UBND' }, 'A'],
    ['contradicting', { star: 3, decidedOn: '2025-01-15', decidedYear: 2025, decisionNumber: '12/QĐ-UBND' }, 'B'],
  ])
  const { items } = await listProductRecognitions({ db, actor: officer, now }, { id })
  expect(items[0]?.facts.map((fact) => fact.state)).toEqual(['current', 'contradicting'])
})

test('the signed decision takes the place of a list that contradicts it, and the old row stays in the record with its reason', async () => {
  const id = await product()
  const first = await record(id, { star: 3 })
  const signed = await record(id, { level: 'A' })
  expect(signed.outcome).toBe('superseded')
  expect((await standing(id)).each.map((each) => each.recognition.star)).toEqual([4])
  const { items } = await listProductRecognitions({ db, actor: officer, now }, { id })
  const old = items.find((item) => item.id === first.id)
  expect(old).toMatchObject({ isAnnulled: true, star: 3, possibleEvents: [] })
  expect(old?.events[0]?.reason).toContain('nguồn')
})

test('the signed decision confirms what an unverified row said, and makes the star public', async () => {
  const id = await product()
  await record(id, { level: 'C' })
  expect((await record(id, { level: 'A' })).outcome).toBe('superseded')
  expect(await standing(id)).toMatchObject({ standing: 'valid', recognition: { level: 'A' } })
})

test('a better source does not shake off a suspension or a revocation', async () => {
  const id = await product()
  const first = await record(id)
  await writing((write) => anEvent(write, first.id))
  await record(id, { level: 'A' })
  expect((await standing(id)).standing).toBe('suspended')
})

test('a decision by another authority than its day asks for is kept and remarked', async () => {
  const id = await product()
  const recorded = await record(id, { star: 3, decidedOn: '2024-05-01', authorityLevel: 'province' })
  expect(recorded.departs.map((rule) => [rule.decisionNumber, rule.authorityLevel])).toEqual([
    ['148/QĐ-TTg', 'district'],
  ])
  const { items } = await listProductRecognitions({ db, actor: officer, now }, { id })
  expect(items[0]?.warnings[0]?.vi).toContain('cấp huyện')
})

test('many decisions are recorded at once under the same rules, and a second time change nothing', async () => {
  const ids = await Promise.all([product(), product(), product()])
  const load = (wish: Partial<RecognitionInput> = {}) =>
    writing(async (write) => {
      const sourceId = await aSource(write, wish.level)
      const inputs = []
      for (const productId of ids) inputs.push(await aStatement(write, { productId, sourceId, ...wish }))
      return await recordRecognitions(write, inputs)
    })
  expect((await load()).map((each) => each.outcome)).toEqual(['recorded', 'recorded', 'recorded'])
  expect((await load()).map((each) => each.outcome)).toEqual(['same', 'same', 'same'])
  expect((await load({ star: 5, level: 'C' })).map((each) => each.outcome)).toEqual([
    'contradicting',
    'contradicting',
    'contradicting',
  ])
  for (const id of ids) expect((await standing(id)).recognition?.star).toBe(4)
})

test('a list that names a decision twice records it once, and what it contradicts itself in is told', async () => {
  const id = await product()
  const outcomes = await writing(async (write) => {
    const one = await aStatement(write, { productId: id })
    return await recordRecognitions(write, [
      one,
      one,
      { ...one, star: 3 },
      { ...one, decisionNumber: '99/QĐ-UBND', decidedOn: '2022-01-01' },
    ])
  })
  expect(outcomes.map((each) => each.outcome)).toEqual(['recorded', 'same', 'superseded', 'recorded'])
  expect((await standing(id)).each).toHaveLength(2)
})

test('a source that goes back to what it said first is followed, and every step stays in the record', async () => {
  const id = await product()
  const outcomes = await writing(async (write) => {
    const one = await aStatement(write, { productId: id })
    return await recordRecognitions(write, [one, { ...one, star: 3 }, one])
  })
  expect(outcomes.map((each) => each.outcome)).toEqual(['recorded', 'superseded', 'superseded'])
  expect((await standing(id)).each.map((each) => each.recognition.star)).toEqual([4])
  const { items } = await listProductRecognitions({ db, actor: officer, now }, { id })
  expect(items).toHaveLength(3)
})

test('a wrong row that was annulled can be recorded again as it should have been', async () => {
  const id = await product()
  const first = await record(id)
  await writing((write) =>
    anEvent(write, first.id, { kind: 'annulment', effectiveOn: '2026-11-24', reason: 'Nhập nhầm' }),
  )
  expect((await record(id)).outcome).toBe('recorded')
  expect((await standing(id)).standing).toBe('valid')
})

test('one product out of scope refuses the whole list', async () => {
  const [own, foreign] = [
    await product(),
    await inTransaction(db, async (tx) => (await aProduct({ tx, actor: stranger, now }, '01')).id),
  ]
  const load = writing(async (write) =>
    recordRecognitions(write, [
      await aStatement(write, { productId: own }),
      await aStatement(write, { productId: foreign }),
    ]),
  )
  expect(await codeOf(load)).toBe('product-missing')
  expect((await standing(own)).standing).toBe('not-recognised')
})

test('the record cannot be changed behind its back', async () => {
  const id = await product()
  await record(id)
  const change = db.updateTable('certification.recognition').set({ star: 5 }).where('product_id', '=', id).execute()
  await expect(change).rejects.toThrow('appended, never changed')
})

test('a later moment sees what was recorded meanwhile', async () => {
  const id = await product()
  await record(id, { decidedOn: '2026-11-25' }, { now: later })
  expect((await standing(id, '2026-11-24')).standing).toBe('not-recognised')
  expect((await standing(id, '2026-11-25')).standing).toBe('valid')
})
