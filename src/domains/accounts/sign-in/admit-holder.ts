import { type Arrival, type OpenedSession, openSession } from '../open-session.ts'
import { newToken, tokenHash } from '../tokens.ts'
import type { FactorKind } from './messages.ts'
import { factorKinds } from './queries.ts'
import { pendingMs } from './rules.ts'
import { insertPending } from './store.ts'

/** The password was right and a second factor is owed: which ones will do, and the token for the cookie, shown only now. */
export interface PendingStep {
  secondFactor: FactorKind[]
  pendingToken: string
  maxAgeSeconds: number
}

/** Opens a session for somebody without a second factor; whoever has one gets a half-finished sign-in of ten minutes instead. */
export async function admitHolder(
  arrival: Arrival,
  holder: { accountId: string; grantId: string },
): Promise<OpenedSession | PendingStep> {
  const { tx, now } = arrival
  const secondFactor = await factorKinds(tx, holder.accountId)
  if (secondFactor.length === 0) return await openSession(arrival, holder)
  const pendingToken = newToken()
  const expiresAt = new Date(now.getTime() + pendingMs)
  await insertPending(tx, { hash: tokenHash(pendingToken), ...holder, now, expiresAt })
  return { secondFactor, pendingToken, maxAgeSeconds: pendingMs / 1000 }
}
