import type { Actor } from '../../../platform/access/actor.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { refuse as refuseAtEdge } from '../../../platform/errors/refusals.ts'
import type { Factors, NewPasskey, RecoveryCodes } from './messages.ts'
import { addPasskey, type Ceremony } from './passkeys.ts'
import {
  countRecoveryCodes,
  factorKinds,
  findActiveAccount,
  findTotp,
  isFactorRequired,
  listPasskeys,
} from './queries.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { refuse } from './refusals.ts'
import { noteFactor } from './store.ts'
import { offerTotp, spendTotp } from './totp.ts'

/** What changing one's own factors is handed. */
export interface Own {
  tx: Tx
  actor: Actor
  now: Date
  config: { publicUrl: string }
}

/** The account and session of a person; systems and programs have none and are asked to sign in. */
export async function requirePerson(db: Db, actor: Actor) {
  const account = actor.sessionHash === null ? undefined : await findActiveAccount(db, actor.accountId)
  if (account === undefined || actor.sessionHash === null) throw refuseAtEdge('sign-in-required')
  return { ...account, id: actor.accountId, sessionHash: actor.sessionHash }
}

/** A passkey ceremony of the person who is signed in. */
export async function ownCeremony({ tx, actor, now, config }: Own): Promise<Ceremony> {
  const person = await requirePerson(tx, actor)
  const account = { id: person.id, login: person.login, displayName: person.display_name }
  return { tx, now, publicUrl: config.publicUrl, ownerHash: person.sessionHash, account }
}

/** The second factors of the person who is signed in. */
export async function readFactors({ db, actor, now }: { db: Db; actor: Actor; now: Date }): Promise<Factors> {
  const { id } = await requirePerson(db, actor)
  const totp = await findTotp(db, id)
  const passkeys = await listPasskeys(db, id)
  return {
    totpSince: totp?.confirmed_at?.toISOString() ?? null,
    passkeys: passkeys.map((passkey) => ({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.created_at.toISOString(),
      lastUsedAt: passkey.last_used_at?.toISOString() ?? null,
    })),
    recoveryCodesLeft: await countRecoveryCodes(db, id),
    isRequired: await isFactorRequired(db, id, now),
  }
}

async function firstRecoveryCodes(tx: Tx, accountId: string, now: Date): Promise<RecoveryCodes> {
  const left = await countRecoveryCodes(tx, accountId)
  return { recoveryCodes: left > 0 ? null : await makeRecoveryCodes(tx, accountId, now) }
}

/** Offers a code generator; it counts once confirmTotp saw a code of it. */
export async function beginTotp({ tx, actor, now }: Own) {
  const { id, login } = await requirePerson(tx, actor)
  return await offerTotp(tx, { id, login }, now)
}

/** Makes the offered code generator count, and this session one with a second factor; with the first factor come recovery codes. */
export async function confirmTotp({ tx, actor, now }: Own, { code }: { code: string }): Promise<RecoveryCodes> {
  const { id, sessionHash } = await requirePerson(tx, actor)
  if (!(await spendTotp(tx, id, { code, now, confirms: true }))) throw refuse('totp-code-wrong')
  await noteFactor(tx, sessionHash)
  return await firstRecoveryCodes(tx, id, now)
}

/** Adds a passkey, and makes this session one with a second factor. */
export async function enrolPasskey(own: Own, input: NewPasskey): Promise<RecoveryCodes> {
  const ceremony = await ownCeremony(own)
  await addPasskey(ceremony, input)
  await noteFactor(own.tx, ceremony.ownerHash)
  return await firstRecoveryCodes(own.tx, ceremony.account.id, own.now)
}

/** Ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes({ tx, actor, now }: Own): Promise<RecoveryCodes> {
  const { id } = await requirePerson(tx, actor)
  return { recoveryCodes: await makeRecoveryCodes(tx, id, now) }
}

/** Removals of one account queue up, so that two at once cannot each leave the other as the last factor. */
async function removeFactor({ tx, actor, now }: Own, remove: (accountId: string) => Promise<bigint>): Promise<void> {
  const { id } = await requirePerson(tx, actor)
  await tx.selectFrom('accounts.account').select(['id']).where('id', '=', id).forUpdate().execute()
  if ((await remove(id)) === 0n) throw refuse('factor-unknown')
  if ((await factorKinds(tx, id)).length > 0) return
  if (await isFactorRequired(tx, id, now)) throw refuse('last-factor')
  await tx.deleteFrom('accounts.recovery_code').where('account_id', '=', id).execute()
  await tx.updateTable('accounts.session').set({ has_factor: false }).where('account_id', '=', id).execute()
}

/** Removes the code generator; refused when the role needs a factor and this is the last. */
export async function removeTotp(own: Own): Promise<void> {
  await removeFactor(own, async (accountId) => {
    const removed = await own.tx.deleteFrom('accounts.totp').where('account_id', '=', accountId).executeTakeFirst()
    return removed.numDeletedRows
  })
}

/** Removes a passkey of one's own; somebody else's answers like one that never was. */
export async function removePasskey(own: Own, { id }: { id: string }): Promise<void> {
  await removeFactor(own, async (accountId) => {
    const removed = await own.tx
      .deleteFrom('accounts.passkey')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
    return removed.numDeletedRows
  })
}
