import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { readCursor, writeCursor } from './cursors.ts'
import type { ListInvitations, OpenInvitations } from './messages.ts'
import { grantWithin } from './policy.ts'
import { refuse } from './refusals.ts'

interface Row {
  id: string
  code: string
  nameVi: string
  nameEn: string
  displayName: string | null
  email: string | null
  provinceName: string | null
  communeName: string | null
  producerName: string | null
  issuedBy: string | null
  issuedAt: Date
  expiresAt: Date
  sortValue: string
}

/** Invitations into the actor's scope that still wait to be accepted, the newest first. */
export async function listInvitations(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  filter: z.infer<typeof ListInvitations>,
): Promise<z.infer<typeof OpenInvitations>> {
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const later = after === null ? sql`true` : sql`(i.issued_at, i.id) < (${after.value}::timestamptz, ${after.id}::uuid)`
  const isOpen = sql`i.used_at is null and i.expires_at > ${now} and ${grantWithin(actor.scope, 'i')}`
  const found = await sql<Row>`
    select i.id, r.code, r.name_vi as "nameVi", r.name_en as "nameEn", i.display_name as "displayName", i.email,
      p.full_name as "provinceName", c.full_name as "communeName", i.producer_name as "producerName", b.display_name as "issuedBy",
      i.issued_at as "issuedAt", i.expires_at as "expiresAt", i.issued_at::text as "sortValue"
    from accounts.invitation i
    join accounts.role r on r.code = i.role_code
    left join administrative_units.unit_card p on p.scheme = '2025-' and p.level = 'province' and p.code = i.province_code
    left join administrative_units.unit_card c on c.scheme = '2025-' and c.level = 'commune' and c.code = i.commune_code
    left join accounts.account b on b.id = i.issued_by
    where ${isOpen} and ${later} order by i.issued_at desc, i.id desc limit ${filter.limit + 1}`.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*) as total from accounts.invitation i where ${isOpen}`.execute(db)
  const page = found.rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ code, nameVi, nameEn, sortValue: _sortValue, issuedAt, expiresAt, ...rest }) => ({
      ...rest,
      role: { code, nameVi, nameEn },
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    total: counted.rows[0]?.total ?? 0,
    next: found.rows.length > page.length && last ? writeCursor(last.sortValue, last.id) : null,
  }
}

/** Makes an open invitation worthless, for instance when it was sent to the wrong person. */
export async function voidInvitation(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { id }: { id: string },
): Promise<{ done: true }> {
  const found = await sql`
    update accounts.invitation i set expires_at = ${now}
    where i.id = ${id} and i.used_at is null and i.expires_at > ${now} and ${grantWithin(actor.scope, 'i')}
    returning i.id`.execute(tx)
  if (found.rows.length === 0) throw refuse('invitation-missing')
  return { done: true }
}
