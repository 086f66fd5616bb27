import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import { addDays } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { EntryLine, EntryLines, ListEntries } from './messages.ts'
import { namesFor } from './names.ts'
import { type Sight, sightOf } from './scope.ts'
import { type Locale, type NameOf, tellChange } from './sentences.ts'
import { type ActingRow, toWho } from './who.ts'

interface EntryRow extends ActingRow {
  id: string
  number: number | null
  recordedAt: Date
  kind: EntryLine['kind']
  route: string | null
  requestId: string | null
  reason: string | null
  tableName: string | null
  operation: 'insert' | 'update' | 'delete' | null
  rowCount: number | null
}

interface ChangeRow {
  entryId: string
  subjectKind: string
  subjectId: string | null
  name: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

type Reading = { db: Db; actor: Actor; locale: Locale }

const mostCounted = 10_000
const toldPerEntry = 3

/** The log as the actor may see it, newest first, a page at a time. */
export async function listEntries({ db, actor, locale }: Reading, filter: ListEntries): Promise<EntryLines> {
  const sight = await sightOf(db, actor)
  const where = conditions(sight, filter)
  const rows = await findEntries(db, where, filter)
  const page = rows.slice(0, filter.limit)
  const changes = await findChanges(
    db,
    sight,
    page.map((row) => row.id),
  )
  const nameOf = await namesFor(
    db,
    changes.flatMap(({ before, after }) => [before ?? {}, after ?? {}]),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) =>
      toLine(
        row,
        changes.filter((change) => change.entryId === row.id),
        { locale, nameOf },
      ),
    ),
    total: await count(db, where),
    next: rows.length > page.length && last !== undefined ? last.id : null,
  }
}

function toLine(row: EntryRow, changes: readonly ChangeRow[], reading: { locale: Locale; nameOf: NameOf }): EntryLine {
  const { tableName, operation } = row
  const does =
    tableName === null || operation === null
      ? [{ subjectKind: row.kind, subjectId: null, name: null, text: readingText(row, reading.locale) }]
      : changes.map(({ subjectKind, subjectId, name, before, after }) => ({
          subjectKind,
          subjectId,
          name,
          text: tellChange(
            { table: tableName, operation, before: before ?? {}, after: after ?? {} },
            reading.locale,
            reading.nameOf,
          ).join('; '),
        }))
  return {
    id: row.id,
    number: row.number,
    at: row.recordedAt.toISOString(),
    kind: row.kind,
    who: toWho(row, reading.locale),
    route: row.route,
    requestId: row.requestId,
    reason: row.reason,
    table: row.tableName,
    rows: row.rowCount,
    does,
  }
}

function readingText({ kind, rowCount }: EntryRow, locale: Locale): string {
  const rows = rowCount ?? 0
  if (kind === 'export') return locale === 'vi' ? `tải xuống ${rows} bản ghi` : `took away ${rows} records`
  return locale === 'vi' ? `xem ${rows} dòng có dữ liệu riêng` : `read ${rows} rows with private data`
}

async function findEntries(db: Db, where: RawBuilder<boolean>, filter: ListEntries): Promise<EntryRow[]> {
  const beyond = filter.cursor === undefined ? sql`true` : sql`e.id < ${filter.cursor}::bigint`
  const found = await sql<EntryRow>`
    select e.id::text as id, s.number, e.recorded_at as "recordedAt", e.kind, e.actor, e.account_id as "accountId", a.display_name as "displayName",
      r.name_vi as "roleVi", r.name_en as "roleEn", e.route, e.request_id as "requestId", e.reason, e.table_name as "tableName", e.operation,
      e.row_count as "rowCount"
    from audit.entry e
    left join audit.seal s on s.entry_id = e.id
    left join accounts.author_card a on a.id = e.account_id
    left join accounts.role r on r.code = e.role_code
    where ${where} and ${beyond}
    order by e.id desc limit ${filter.limit + 1}`.execute(db)
  return found.rows
}

async function findChanges(db: Db, sight: Sight, ids: readonly string[]): Promise<ChangeRow[]> {
  const found = await sql<ChangeRow>`
    select e.id::text as "entryId", t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.before, t.after,
      case t.subject_kind when 'product' then (select p.name from products.product_card p where p.id = t.subject_id)
        when 'producer' then (select p.name from producers.producer_card p where p.id = t.subject_id)
        when 'account' then (select a.display_name from accounts.author_card a where a.id = t.subject_id) end as name
    from audit.entry e
    cross join lateral (
      select c.subject_kind, c.subject_id, c.before, c.after, c.ordinal from audit.change c
      where c.entry_id = e.id and ${sight.change} order by c.ordinal limit ${toldPerEntry}) t
    where e.id = any(${[...ids]}::bigint[])
    order by e.id desc, t.ordinal`.execute(db)
  return found.rows
}

async function count(db: Db, where: RawBuilder<boolean>): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*) as total from (select from audit.entry e where ${where} limit ${mostCounted}) counted`.execute(db)
  return found.rows[0]?.total ?? 0
}

function conditions(sight: Sight, filter: ListEntries): RawBuilder<boolean> {
  const all = [sight.entry]
  const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`)
  if (filter.actor !== undefined) all.push(sql<boolean>`e.account_id = ${filter.actor}`)
  if (filter.role !== undefined) all.push(sql<boolean>`e.role_code = ${filter.role}`)
  if (filter.route !== undefined) all.push(sql<boolean>`e.route = ${filter.route}`)
  if (filter.kind !== undefined) all.push(sql<boolean>`e.kind = ${filter.kind}`)
  if (filter.from !== undefined) all.push(sql<boolean>`e.recorded_at >= ${midnight(filter.from)}`)
  if (filter.to !== undefined) all.push(sql<boolean>`e.recorded_at < ${midnight(addDays(filter.to, 1))}`)
  if (filter.subjectKind !== undefined || filter.subject !== undefined) {
    const kind = filter.subjectKind === undefined ? sql`true` : sql`c.subject_kind = ${filter.subjectKind}`
    const subject = filter.subject === undefined ? sql`true` : sql`c.subject_id = ${filter.subject}::uuid`
    all.push(
      sql<boolean>`exists (select from audit.change c where c.entry_id = e.id and ${kind} and ${subject} and ${sight.change})`,
    )
  }
  return sql<boolean>`${sql.join(all, sql` and `)}`
}
