import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Me } from './messages.ts'
import { meOfSession } from './read-me.ts'
import { sessionAbsoluteMs } from './rules.ts'
import { networkPlace } from './sign-in/network-place.ts'
import { noteFirstSignIn } from './sign-in/store.ts'
import { endSession, insertSession } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** What a person who just proved who they are is given: their view of themselves, and the token for the cookie, shown only now. */
export interface OpenedSession {
  me: Me
  token: string
  maxAgeSeconds: number
}

/** What sign-in and acceptance are handed. */
export interface Arrival {
  tx: Tx
  actor: Actor
  now: Date
  connection: { networkAddress: string; device: string }
}

/** Opens a session under a new token and ends the one the request came with: a token planted before sign-in (fixation) is worth nothing. */
export async function openSession(
  { tx, actor, now, connection }: Arrival,
  { hasFactor = false, ...holder }: { accountId: string; grantId: string; hasFactor?: boolean },
): Promise<OpenedSession> {
  if (actor.sessionHash !== null) await endSession(tx, actor.sessionHash, now)
  const token = newToken()
  const hash = tokenHash(token)
  const expiresAt = new Date(now.getTime() + sessionAbsoluteMs)
  const { device } = connection
  const network = networkPlace(connection.networkAddress)
  await noteFirstSignIn(tx, holder.accountId, now)
  await insertSession(tx, { hash, ...holder, hasFactor, now, expiresAt, device, network })
  return { me: await meOfSession(tx, hash, now), token, maxAgeSeconds: sessionAbsoluteMs / 1000 }
}
