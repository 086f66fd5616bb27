import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { withinScope } from '../producers/index.ts'
import type { RequestView } from './messages.ts'

type Row = Omit<RequestView, 'producer' | 'isLate' | 'answeredAt'> & {
  producerId: string
  publicId: string
  name: string
  answeredAt: Date | null
}

/** The requests about producers in the actor's scope, those due first on top; late is what is open after its day. */
export async function visibleRequests(
  { db, actor, day }: { db: Db; actor: Actor; day: string },
  filter: { where: RawBuilder<boolean>; limit: number },
): Promise<{ items: RequestView[]; total: number }> {
  const from = sql`personal_data.request r join producers.producer_card p on p.id = r.producer_id
    where ${withinScope(actor.scope, 'p', 'id')} and ${filter.where}`
  const found = await sql<Row>`
    select r.id, r.kind, r.private_requester as requester, r.private_contact as contact, r.private_detail as detail,
      r.received_on as "receivedOn", r.due_on as "dueOn", r.state, r.answer, r.answered_by_name as "answeredBy",
      r.answered_at as "answeredAt", p.id as "producerId", p.public_id as "publicId", p.name
    from ${from}
    order by r.state = 'open' desc, r.due_on, r.id limit ${filter.limit}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(db)
  const items = found.rows.map(({ producerId, publicId, name, answeredAt, ...row }) => ({
    ...row,
    producer: { id: producerId, publicId, name },
    isLate: row.state === 'open' && row.dueOn < day,
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
  return { items, total: counted.rows[0]?.total ?? 0 }
}

/** The legal holidays from a day on. */
export async function findHolidays(db: Db, from: string): Promise<Set<string>> {
  const rows = await db.selectFrom('personal_data.holiday').select('day').where('day', '>=', from).execute()
  return new Set(rows.map((row) => row.day))
}
