import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { visibleProducer } from '../producers/index.ts'
import { visibleProduct } from '../products/index.ts'
import type { HistoryLines, ReadHistory } from './messages.ts'
import { namesFor } from './names.ts'
import { refuse } from './refusals.ts'
import { type Locale, tellChange, tellSentence } from './sentences.ts'
import { type ActingRow, toWho } from './who.ts'

interface HistoryRow extends ActingRow {
  id: string
  transactionId: string
  recordedAt: Date
  reason: string | null
  tableName: string
  operation: 'insert' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const changesAtOnce = 400

const doors = {
  product: { permission: 'products.read', visible: visibleProduct },
  producer: { permission: 'producers.read', visible: visibleProducer },
} as const

/** What happened to a record, newest first, a sentence for each act; for whoever may see the record itself. */
export async function readHistory(
  { db, actor, locale }: { db: Db; actor: Actor; locale: Locale },
  { kind, id, cursor }: z.infer<typeof ReadHistory>,
): Promise<HistoryLines> {
  const door = doors[kind]
  if (!actor.permissions.has(door.permission)) throw refuse('history-not-permitted')
  await door.visible(db, actor, id)
  const rows = await findRows(db, { kind, id, cursor })
  const nameOf = await namesFor(
    db,
    rows.flatMap(({ before, after }) => [before ?? {}, after ?? {}]),
  )
  const items = inActs(rows).flatMap((act) => {
    const [first] = act
    if (first === undefined) return []
    // what was written first is told first
    const does = [...act]
      .reverse()
      .flatMap(({ tableName: table, operation, before, after }) =>
        tellChange({ table, operation, before: before ?? {}, after: after ?? {} }, locale, nameOf),
      )
    if (does.length === 0) return []
    const who = toWho(first, locale)
    const { recordedAt: at, reason } = first
    return [
      {
        id: first.id,
        at: at.toISOString(),
        who,
        reason,
        sentence: tellSentence({ at, name: who.name, role: who.role, does: [...new Set(does)], reason }, locale),
      },
    ]
  })
  return { items, next: rows.length === changesAtOnce ? (rows.at(-1)?.id ?? null) : null }
}

/** Changes of one transaction are one act. */
function inActs(rows: readonly HistoryRow[]): HistoryRow[][] {
  const acts: HistoryRow[][] = []
  for (const row of rows) {
    const last = acts.at(-1)
    if (last?.[0]?.transactionId === row.transactionId) last.push(row)
    else acts.push([row])
  }
  return acts
}

async function findRows(
  db: Db,
  { kind, id, cursor }: { kind: string; id: string; cursor: string | undefined },
): Promise<HistoryRow[]> {
  const beyond = cursor === undefined ? sql`true` : sql`c.entry_id < ${cursor}::bigint`
  const found = await sql<HistoryRow>`
    select e.id::text as id, e.transaction_id::text as "transactionId", e.recorded_at as "recordedAt", e.actor, e.account_id as "accountId",
      a.display_name as "displayName", r.name_vi as "roleVi", r.name_en as "roleEn", e.reason, e.table_name as "tableName", e.operation,
      c.before, c.after
    from audit.change c
    join audit.entry e on e.id = c.entry_id
    left join accounts.author_card a on a.id = e.account_id
    left join accounts.role r on r.code = e.role_code
    where c.subject_kind = ${kind} and c.subject_id = ${id} and ${beyond}
    order by c.entry_id desc, c.ordinal desc limit ${changesAtOnce}`.execute(db)
  return found.rows
}
