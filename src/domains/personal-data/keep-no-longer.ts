import type { Tx } from '../../platform/db/database.ts'
import { forgetInvitations } from '../accounts/index.ts'

async function forgetRequests(tx: Tx, before: Date): Promise<number> {
  const blanked = await tx
    .updateTable('personal_data.request')
    .set({ private_requester: '', private_contact: '', private_detail: '' })
    .where('answered_at', '<', before)
    .where('private_requester', '<>', '')
    .executeTakeFirst()
  return Number(blanked.numUpdatedRows)
}

const forgetting: Record<string, (tx: Tx, before: Date) => Promise<number>> = {
  invitations: forgetInvitations,
  'answered-requests': forgetRequests,
}

/** Forgets what the retention rules no longer keep; answers how many of each. Runs twice without harm. */
export async function keepNoLonger(tx: Tx, now: Date): Promise<Record<string, number>> {
  const rules = await tx.selectFrom('personal_data.retention_rule').select(['code', 'keep_days']).execute()
  const forgotten: Record<string, number> = {}
  for (const { code, keep_days } of rules) {
    const before = new Date(now.getTime() - keep_days * 24 * 3600 * 1000)
    forgotten[code] = (await forgetting[code]?.(tx, before)) ?? 0
  }
  return forgotten
}
