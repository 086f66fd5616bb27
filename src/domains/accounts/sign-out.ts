import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { endSession } from './store.ts'

/** Ends the caller's session at once; a caller without one is signed out already. */
export async function signOut({ tx, actor, now }: { tx: Tx; actor: Actor; now: Date }): Promise<{ signedOut: true }> {
  if (actor.sessionHash !== null) await endSession(tx, actor.sessionHash, now)
  return { signedOut: true }
}
