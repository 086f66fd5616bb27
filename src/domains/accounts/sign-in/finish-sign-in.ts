import { type Arrival, type OpenedSession, openSession } from '../open-session.ts'
import { admitAttempt, markSuccess } from '../throttle.ts'
import { isToken, tokenHash } from '../tokens.ts'
import type { FactorProof } from './messages.ts'
import { askPasskey } from './passkeys.ts'
import { proveFactor } from './prove-factor.ts'
import { findActiveAccount, findPending } from './queries.ts'
import { refuse } from './refusals.ts'
import { pendingTries } from './rules.ts'
import { countTry, spendPending } from './store.ts'

type Step = Arrival & { publicUrl: string; pendingToken: string | null }

async function requirePending({ tx, now, pendingToken }: Step) {
  const hash = pendingToken !== null && isToken(pendingToken) ? tokenHash(pendingToken) : null
  const pending = hash === null ? undefined : await findPending(tx, hash, { now, tries: pendingTries })
  if (pending === undefined) throw refuse('step-expired')
  return pending
}

/** The second step of signing in. The try is counted and committed first; a half-finished sign-in opens one session and is then worth nothing. */
export async function finishSignIn(step: Step, proof: FactorProof): Promise<OpenedSession> {
  const { tx, now, connection, publicUrl } = step
  const pending = await requirePending(step)
  await countTry(tx, pending.token_hash)
  const attemptId = await admitAttempt(tx, {
    kind: 'factor',
    foldedLogin: pending.folded_login,
    networkAddress: connection.networkAddress,
    now,
  })
  const account = { id: pending.account_id }
  const isRight = await proveFactor({ tx, now, publicUrl, ownerHash: pending.token_hash, account }, proof)
  if (!isRight || !(await spendPending(tx, pending.token_hash, now))) throw refuse('factor-wrong')
  await markSuccess(tx, attemptId)
  return await openSession(step, { accountId: pending.account_id, grantId: pending.grant_id, hasFactor: true })
}

/** What the browser needs to use a passkey as the second step. */
export async function askPendingPasskey(step: Step) {
  const { tx, now, publicUrl } = step
  const pending = await requirePending(step)
  const account = await findActiveAccount(tx, pending.account_id)
  if (account === undefined) throw refuse('step-expired')
  return await askPasskey({
    tx,
    now,
    publicUrl,
    ownerHash: pending.token_hash,
    account: { id: pending.account_id, login: account.login, displayName: account.display_name },
  })
}
