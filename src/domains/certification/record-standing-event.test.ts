import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { unscopedRecognitionsOf } from './read-public-history.ts'
import type { Write } from './record-recognition.ts'
import type { StandingEventInput } from './record-standing-event.ts'
import { standingOn } from './states.ts'
import { anEvent, aRecognition } from './testing.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const { officer, stranger } = await inTransaction(db, async (tx) => ({
  officer: (await aSignedInActor(tx, { province: '68' }, now)).actor,
  stranger: (await aSignedInActor(tx, { province: '01' }, now)).actor,
}))

function recognised() {
  return inTransaction(db, (tx) => aRecognition(tx, { actor: officer, now }))
}

function happen(id: string, wish: Partial<StandingEventInput>, by: Partial<Write> = {}) {
  return inTransaction(db, (tx) => anEvent({ tx, actor: officer, now, ...by }, id, wish))
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!isRefusal(thrown)) throw new Error(`expected a refusal, got ${String(thrown)}`)
  return thrown.refusal.code
}

async function standing(productId: string, day: string) {
  const [history] = await unscopedRecognitionsOf(db, [productId])
  return standingOn(day, history?.recognitions ?? [], history?.events ?? []).standing
}

test('a suspension takes effect on its day and ends on the day it is lifted', async () => {
  const { id, productId } = await recognised()
  await happen(id, { kind: 'suspension', effectiveOn: '2025-06-01' })
  await happen(id, { kind: 'suspension-lifted', effectiveOn: '2025-08-01' })
  expect(await standing(productId, '2025-05-31')).toBe('valid')
  expect(await standing(productId, '2025-06-01')).toBe('suspended')
  expect(await standing(productId, '2025-08-01')).toBe('valid')
})

test('a revocation is final and keeps its cause', async () => {
  const { id, productId } = await recognised()
  await happen(id, { kind: 'revocation', effectiveOn: '2025-09-01', cause: 'mark-misused' })
  expect(await standing(productId, '2025-09-01')).toBe('revoked')
  expect(await standing(productId, '2030-01-01')).toBe('revoked')
  for (const kind of ['suspension', 'suspension-lifted', 'revocation'] as const) {
    expect(await codeOf(happen(id, { kind, effectiveOn: '2025-10-01' }))).toBe('already-revoked')
  }
  const [history] = await unscopedRecognitionsOf(db, [productId])
  expect(history?.events[0]?.causeCode).toBe('mark-misused')
})

test('what does not fit the state is refused', async () => {
  const { id } = await recognised()
  expect(await codeOf(happen(id, { kind: 'suspension-lifted' }))).toBe('not-suspended')
  await happen(id, { kind: 'suspension' })
  expect(await codeOf(happen(id, { kind: 'suspension' }))).toBe('already-suspended')
})

test('an event has a real day, not before the decision, not before the last event, not in the future', async () => {
  const { id } = await recognised()
  expect(await codeOf(happen(id, { effectiveOn: '2025-02-30' }))).toBe('event-day-unreal')
  expect(await codeOf(happen(id, { effectiveOn: '2025-01-14' }))).toBe('event-before-decision')
  expect(await codeOf(happen(id, { effectiveOn: '2026-11-25' }))).toBe('event-in-future')
  await happen(id, { effectiveOn: '2025-06-01' })
  expect(await codeOf(happen(id, { kind: 'suspension-lifted', effectiveOn: '2025-05-31' }))).toBe('event-out-of-order')
})

test('a reason and a cause of article 8 are asked for', async () => {
  const { id } = await recognised()
  expect(await codeOf(happen(id, { reason: '  ' }))).toBe('reason-needed')
  expect(await codeOf(happen(id, { kind: 'revocation', cause: 'bad-mood' }))).toBe('cause-unknown')
  expect(await codeOf(happen(id, { kind: 'suspension', cause: 'mark-misused' }))).toBe('cause-superfluous')
})

test('annulling a wrong row withdraws it from every day, once', async () => {
  const { id, productId } = await recognised()
  await happen(id, { kind: 'suspension' })
  await happen(id, { kind: 'annulment', effectiveOn: '2026-11-24', reason: 'Nhập nhầm sản phẩm' })
  expect(await standing(productId, '2025-02-01')).toBe('not-recognised')
  expect(await codeOf(happen(id, { kind: 'annulment', effectiveOn: '2026-11-24' }))).toBe('already-annulled')
})

test("another province's recognition does not exist for an officer", async () => {
  const { id } = await recognised()
  expect(await codeOf(happen(id, {}, { actor: stranger }))).toBe('recognition-unknown')
  expect(await codeOf(happen(crypto.randomUUID(), {}))).toBe('recognition-unknown')
})

test('two who suspend at the same moment suspend once', async () => {
  const { id, productId } = await recognised()
  const outcomes = await Promise.allSettled([happen(id, {}), happen(id, {})])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [history] = await unscopedRecognitionsOf(db, [productId])
  expect(history?.events).toHaveLength(1)
})
