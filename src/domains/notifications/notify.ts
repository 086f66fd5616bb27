import type { Permission } from '../../platform/access/permissions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { Json } from '../../platform/db/tables.generated.ts'
import { findHolders, type Reach } from '../accounts/index.ts'
import { type Kind, kinds } from './rules.ts'

/** Something to tell: to whom, of which kind, in both languages, where it is found in the office. */
export interface Notice {
  to: { accountIds: readonly string[] } | { permission: Permission; place: Reach }
  /** who did it and so need not be told */
  except?: string
  kind: Kind
  subject: { vi: string; en: string }
  facts: Record<string, Json>
  /** an address within the office, from its root */
  link: string
  now: Date
}

/** Tells people of something in the transaction that does it; each as they chose. Answers how many are told. */
export async function notify(tx: Tx, notice: Notice): Promise<number> {
  const { to, kind, subject, facts, link, now } = notice
  const wanted =
    'accountIds' in to ? to.accountIds : await findHolders(tx, { permission: to.permission, reach: to.place })
  const accountIds = [...new Set(wanted)].filter((id) => id !== notice.except)
  if (accountIds.length === 0) return 0
  const chosen = await tx
    .selectFrom('notifications.preference')
    .select(['account_id', 'office', 'email'])
    .where('kind', '=', kind)
    .where('account_id', 'in', accountIds)
    .execute()
  const rows = accountIds.flatMap((accountId) => {
    const own = chosen.find((row) => row.account_id === accountId) ?? kinds[kind]
    if (!own.office && own.email === 'none') return []
    return [
      {
        account_id: accountId,
        kind,
        subject_vi: subject.vi,
        subject_en: subject.en,
        facts,
        link,
        shown: own.office,
        letter: own.email === 'none' ? null : own.email,
        created_at: now,
      },
    ]
  })
  await insertRows(tx, 'notifications.notification', rows)
  return rows.length
}
