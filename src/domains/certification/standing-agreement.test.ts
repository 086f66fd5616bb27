import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/clock/clock.ts'
import { inTransaction, type Tx } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { mergeProducts } from '../products/index.ts'
import { findHistories } from './queries.ts'
import { standingOn } from './states.ts'
import { aProduct, aSource } from './testing.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')

/** A product and another that was merged into it, so that histories are spread over both. */
const products = await inTransaction(db, async (tx) => {
  const { actor } = await aSignedInActor(tx, 'ministry', now)
  const write = { tx, actor, now }
  const kept = await aProduct(write)
  const { producer_id: producerId } = await tx
    .selectFrom('products.product')
    .select(['producer_id'])
    .where('id', '=', kept.id)
    .executeTakeFirstOrThrow()
  const merged = await aProduct(write)
  await tx.updateTable('products.product').set({ producer_id: producerId }).where('id', '=', merged.id).execute()
  await mergeProducts(write, { keptId: kept.id, mergedId: merged.id, reason: 'trùng' })
  return { kept: kept.id, merged: merged.id, sourceId: await aSource(write) }
})

const aDay = fc.integer({ min: 0, max: 365 * 8 }).map((days) => addDays('2018-06-01', days))
const aMoment = fc.integer({ min: 0, max: 3 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)))
const aRow = fc.record({
  isMerged: fc.boolean(),
  isYearOnly: fc.boolean(),
  day: aDay,
  star: fc.integer({ min: 3, max: 5 }),
  level: fc.constantFrom('A', 'B', 'B', 'C'),
  recordedAt: aMoment,
  events: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'suspension',
        'suspension',
        'suspension-lifted',
        'suspension-lifted',
        'revocation',
        'annulment',
      ),
      day: aDay,
      recordedAt: aMoment,
    }),
    { maxLength: 5 },
  ),
})
type Row = typeof aRow extends fc.Arbitrary<infer Value> ? Value : never

async function write(tx: Tx, row: Row): Promise<void> {
  const decidedOn = row.isYearOnly ? null : row.day
  const year = row.day.slice(0, 4)
  const latest = decidedOn ?? `${year}-12-31`
  const inserted = await sql<{ id: string }>`
    insert into certification.recognition (product_id, kind, star, decided_on, decided_year, authority_level, authority_name, expires_on,
      expires_by, level, source_id, recorded_at, decision_number)
    select ${row.isMerged ? products.merged : products.kept}, 'first', ${row.star}, ${decidedOn}::date, ${Number(year)}, 'province', 'UBND',
      (${decidedOn ?? `${year}-01-01`}::date + interval '36 months')::date, (${latest}::date + interval '36 months')::date, ${row.level},
      ${products.sourceId}, ${row.recordedAt}, gen_random_uuid()::text
    returning id`.execute(tx)
  for (const event of row.events) {
    await sql`
      insert into certification.standing_event (recognition_id, kind, effective_on, authority_name, reason, source_id, recorded_at, cause_code)
      select ${inserted.rows[0]?.id ?? ''}, ${event.kind}, ${event.day}::date, 'UBND', 'lý do', ${products.sourceId}, ${event.recordedAt},
        case when ${event.kind} = 'revocation' then 'other-finding' end`.execute(tx)
  }
}

/** Days on which something can change, the days around them, and a few more. */
function daysToAsk(rows: Row[], more: string[]): string[] {
  const edges = rows.flatMap((row) => [
    row.day,
    `${row.day.slice(0, 4)}-01-01`,
    ...row.events.map((event) => event.day),
  ])
  const expiries = edges.flatMap((day) => [addDays(day, 1095), addDays(day, 1096), addDays(day, 916)])
  return [...new Set([...edges, ...expiries, ...more].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))]
}

interface Answer {
  day: string
  standing: string
  recognitionId: string | null
}

async function askSql(tx: Tx, days: string[]): Promise<Answer[]> {
  const found = await sql<Answer>`
    select d.day, certification.standing_at(d.day, r.counts_from, r.expires_on, r.expires_by, r.hold, r.hold_from, r.hold_until) as standing,
      r.recognition_id as "recognitionId"
    from unnest(${days}::date[]) as d (day)
    left join lateral (
      select s.counts_from, s.expires_on, s.expires_by, s.hold, s.hold_from, s.hold_until, s.recognition_id
      from certification.standing_rows(d.day) s where s.product_id = ${products.kept}
    ) r on true
    order by d.day`.execute(tx)
  return found.rows
}

async function askEach(tx: Tx, days: string[]): Promise<Record<string, string>> {
  const found = await sql<{ key: string; standing: string }>`
    select r.id || ' ' || d.day as key, certification.recognition_standing(r.id, d.day) as standing
    from unnest(${days}::date[]) as d (day), certification.recognition r
    where r.product_id in (${products.kept}, ${products.merged})`.execute(tx)
  return Object.fromEntries(found.rows.map((row) => [row.key, row.standing]))
}

/** The view that other domains keep, asked for days on which everything in the record has happened. */
async function askView(tx: Tx, days: string[]): Promise<Answer[]> {
  const found = await sql<Answer>`
    select d.day, certification.standing_at(d.day, r.counts_from, r.expires_on, r.expires_by, r.hold, r.hold_from, r.hold_until) as standing,
      r.recognition_id as "recognitionId"
    from unnest(${days}::date[]) as d (day)
    left join certification.product_standing_row r on r.product_id = ${products.kept}
    order by d.day`.execute(tx)
  return found.rows
}

const undo = new Error('undo')

test('SQL and the pure function agree on every day of any history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRow, { minLength: 1, maxLength: 4 }),
      fc.array(aDay, { maxLength: 3 }),
      async (rows, more) => {
        const compared = inTransaction(db, async (tx) => {
          for (const row of rows) await write(tx, row)
          await compare(tx, daysToAsk(rows, more).sort())
          throw undo
        })
        await expect(compared).rejects.toBe(undo)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

async function compare(tx: Tx, days: string[]): Promise<void> {
  const [history] = await findHistories(tx, [products.kept])
  const { recognitions, events } = history ?? { recognitions: [], events: [] }
  const pure = days.map((day) => ({ day, found: standingOn(day, recognitions, events) }))
  const expected = pure.map(({ day, found }) => ({
    day,
    standing: found.standing,
    recognitionId: found.recognition?.id ?? null,
  }))
  expect(await askSql(tx, days)).toEqual(expected)
  const each = recognitions.flatMap(({ id }) =>
    pure.map(({ day, found }) => [
      `${id} ${day}`,
      found.each.find((one) => one.recognition.id === id)?.standing ?? 'not-recognised',
    ]),
  )
  expect(await askEach(tx, days)).toEqual(Object.fromEntries(each))
  const last =
    [...events.map((event) => event.effectiveOn), ...recognitions.map((row) => row.countsFrom)].sort().at(-1) ?? ''
  const settled = expected.filter((answer) => answer.day >= last)
  expect(
    await askView(
      tx,
      settled.map((answer) => answer.day),
    ),
  ).toEqual(settled)
}
