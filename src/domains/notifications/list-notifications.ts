import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Json } from '../../platform/db/tables.generated.ts'
import type { ListNotifications, Notifications } from './messages.ts'

interface Row {
  id: string
  kind: string
  subjectVi: string
  subjectEn: string
  facts: Json
  link: string
  createdAt: Date
  readAt: Date | null
}

/** The reader's own notifications, newest first, with how many are not read yet. */
export async function listNotifications(
  { db, actor }: { db: Db; actor: Actor },
  { unread, cursor, limit }: z.infer<typeof ListNotifications>,
): Promise<Notifications> {
  const only = unread ? sql`n.read_at is null` : sql`true`
  const beyond =
    cursor === undefined
      ? sql`true`
      : sql`(n.created_at, n.id) < (select c.created_at, c.id from notifications.notification c
          where c.id = ${cursor}::uuid and c.account_id = ${actor.accountId}::uuid)`
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.subject_vi as "subjectVi", n.subject_en as "subjectEn", n.facts, n.link,
      n.created_at as "createdAt", n.read_at as "readAt"
    from notifications.notification n
    where n.account_id = ${actor.accountId}::uuid and n.shown and ${only} and ${beyond}
    order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ unread: number }>`
    select count(*) as unread from notifications.notification n
    where n.account_id = ${actor.accountId}::uuid and n.shown and n.read_at is null`.execute(db)
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    unread: counted.rows[0]?.unread ?? 0,
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
