import type { Tx } from '../../platform/db/database.ts'

/** Forgets invitations that were used, or ran out unused, before a moment; answers how many. */
export async function forgetInvitations(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .deleteFrom('accounts.invitation')
    .where((row) => row.or([row('used_at', '<', before), row('expires_at', '<', before)]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
