import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTransaction, type Tx } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { unscopedFactsOf, unscopedSourcesOf } from './queries.ts'
import { recordSource, recordSources } from './record-source.ts'
import { type FactContent, stateFact, stateFirstFacts } from './state-fact.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')

function source(tx: Tx, level: 'A' | 'B' | 'C', checkedOn = '2026-11-24'): Promise<string> {
  return recordSource(tx, { kind: 'publication', level, title: `Mức ${level}`, checkedOn, recordedBy: null, now })
}

function state(tx: Tx, subjectId: string, statement: { content: FactContent; sourceId: string; follows?: boolean }) {
  return stateFact(tx, { subjectKind: 'product', subjectId, fieldGroup: 'identity', now, ...statement })
}

test('a first statement stands, and an equal source that says otherwise takes its place', async () => {
  const id = randomUUID()
  await inTransaction(db, async (tx) => {
    const sourceId = await source(tx, 'B')
    expect(await state(tx, id, { content: { name: 'Chè' }, sourceId })).toEqual({ outcome: 'first' })
    const later = await state(tx, id, { content: { name: 'Chè xanh' }, sourceId })
    expect(later).toEqual({ outcome: 'superseded', previous: { content: { name: 'Chè' }, level: 'B', sourceId } })
  })
  const facts = await unscopedFactsOf(db, 'product', id)
  expect(facts.map((fact) => [fact.state, fact.content])).toEqual([['current', { name: 'Chè xanh' }]])
})

test('a weaker source that says otherwise is kept beside the current statement, once, and shown', async () => {
  const id = randomUUID()
  await inTransaction(db, async (tx) => {
    await state(tx, id, { content: { name: 'Chè' }, sourceId: await source(tx, 'A') })
    for (let time = 0; time < 2; time++) {
      const weaker = await state(tx, id, { content: { name: 'Trà' }, sourceId: await source(tx, 'C') })
      expect(weaker.outcome).toBe('contradicting')
    }
  })
  const facts = await unscopedFactsOf(db, 'product', id)
  expect(facts.map((fact) => [fact.state, fact.content, fact.source.level])).toEqual([
    ['current', { name: 'Chè' }, 'A'],
    ['contradicting', { name: 'Trà' }, 'C'],
  ])
})

test('a contradiction is settled when a source that is good enough says the same', async () => {
  const id = randomUUID()
  await inTransaction(db, async (tx) => {
    await state(tx, id, { content: { name: 'Chè' }, sourceId: await source(tx, 'B') })
    await state(tx, id, { content: { name: 'Trà' }, sourceId: await source(tx, 'C') })
    const settled = await state(tx, id, { content: { name: 'Trà' }, sourceId: await source(tx, 'A') })
    expect(settled.outcome).toBe('superseded')
  })
  const facts = await unscopedFactsOf(db, 'product', id)
  expect(facts.map((fact) => [fact.state, fact.source.level])).toEqual([['current', 'A']])
})

test('the same content again changes nothing; checked later, it becomes the backing', async () => {
  const id = randomUUID()
  await inTransaction(db, async (tx) => {
    const first = await source(tx, 'B')
    await state(tx, id, { content: { name: 'Chè', group: null }, sourceId: first })
    const again = await source(tx, 'B')
    expect((await state(tx, id, { content: { group: null, name: 'Chè' }, sourceId: again })).outcome).toBe('same')
    expect((await unscopedFactsOf(tx, 'product', id)).map((fact) => fact.source.id)).toEqual([first])
    const later = await source(tx, 'B', '2026-12-24')
    expect((await state(tx, id, { content: { name: 'Chè', group: null }, sourceId: later })).outcome).toBe('same')
  })
  const sources = await unscopedSourcesOf(db, 'product', id)
  expect(sources.map((fact) => fact.source.checkedOn)).toEqual(['2026-12-24'])
  expect(sources[0]).not.toHaveProperty('content')
})

test('what follows from another statement replaces even a better source', async () => {
  await inTransaction(db, async (tx) => {
    const id = randomUUID()
    await state(tx, id, { content: { communeCode: '24985' }, sourceId: await source(tx, 'A') })
    const moved = { content: { communeCode: '24988' }, sourceId: await source(tx, 'B'), follows: true }
    expect((await state(tx, id, moved)).outcome).toBe('superseded')
  })
})

test('two first statements at the same time leave one current', async () => {
  const id = randomUUID()
  const attempt = () =>
    inTransaction(db, async (tx) => state(tx, id, { content: { name: randomUUID() }, sourceId: await source(tx, 'B') }))
  const outcomes = await Promise.allSettled([attempt(), attempt()])
  const facts = await unscopedFactsOf(db, 'product', id)
  expect(facts.filter((fact) => fact.state === 'current')).toHaveLength(1)
  expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).toBe(true)
})

test('a source that does not exist is a bug, not a fact', async () => {
  const unknown = inTransaction(db, (tx) => state(tx, randomUUID(), { content: {}, sourceId: randomUUID() }))
  await expect(unknown).rejects.toThrow('there is no source')
})

test('many sources and first statements are recorded in order', async () => {
  const ids = Array.from({ length: 2500 }, () => randomUUID())
  await inTransaction(db, async (tx) => {
    const entries = ids.map((_, index) => ({
      kind: 'import' as const,
      level: 'B' as const,
      title: 'Danh sách',
      importRow: index,
      checkedOn: '2026-11-24',
      recordedBy: null,
      now,
    }))
    const sourceIds = await recordSources(tx, entries)
    await stateFirstFacts(
      tx,
      ids.map((subjectId, index) => ({
        subjectKind: 'product',
        subjectId,
        fieldGroup: 'identity',
        content: { index },
        sourceId: sourceIds[index] ?? '',
        now,
      })),
    )
  })
  const [last] = await unscopedFactsOf(db, 'product', ids[2499] ?? '')
  expect([last?.content, last?.source.importRow]).toEqual([{ index: 2499 }, 2499])
})
