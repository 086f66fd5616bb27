import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Write } from '../../platform/http/rows.ts'
import type { Preferences, SetPreferences } from './messages.ts'
import { kinds, type Letter } from './rules.ts'

function isLetter(text: string): text is Letter {
  return text === 'none' || text === 'once' || text === 'digest'
}

/** How the reader hears of each kind: their choice, else what is usual. */
export async function readPreferences({ db, actor }: { db: Db; actor: Actor }): Promise<Preferences> {
  const chosen = await db
    .selectFrom('notifications.preference')
    .select(['kind', 'office', 'email'])
    .where('account_id', '=', actor.accountId)
    .execute()
  const items = Object.entries(kinds).map(([kind, usual]) => {
    const own = chosen.find((row) => row.kind === kind)
    const email = own !== undefined && isLetter(own.email) ? own.email : usual.email
    return { kind, nameVi: usual.vi, nameEn: usual.en, office: own?.office ?? usual.office, email }
  })
  return { items }
}

/** Keeps the reader's choices; kinds that are not named stay as they are. */
export async function setPreferences(
  { tx, actor }: Pick<Write, 'tx' | 'actor'>,
  { items }: z.infer<typeof SetPreferences>,
): Promise<Preferences> {
  for (const { kind, office, email } of items) {
    await tx
      .insertInto('notifications.preference')
      .values({ account_id: actor.accountId, kind, office, email })
      .onConflict((conflict) => conflict.columns(['account_id', 'kind']).doUpdateSet({ office, email }))
      .execute()
  }
  return readPreferences({ db: tx, actor })
}
