import type { Write } from '../../platform/http/rows.ts'

type Marking = Pick<Write, 'tx' | 'actor' | 'now'>

/** Marks some of the reader's own notifications as read; those of others, or read before, are left as they are. */
export async function markRead({ tx, actor, now }: Marking, { ids }: { ids: string[] }): Promise<{ marked: number }> {
  const rows = await tx
    .updateTable('notifications.notification')
    .set({ read_at: now })
    .where('account_id', '=', actor.accountId)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .returning(['id'])
    .execute()
  return { marked: rows.length }
}

/** Marks everything the reader has been told as read. */
export async function markAllRead({ tx, actor, now }: Marking): Promise<{ marked: number }> {
  const rows = await tx
    .updateTable('notifications.notification')
    .set({ read_at: now })
    .where('account_id', '=', actor.accountId)
    .where('read_at', 'is', null)
    .returning(['id'])
    .execute()
  return { marked: rows.length }
}
