import type { Actor } from '../../../platform/access/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import { aliveAt } from '../find-actor.ts'
import type { Sessions } from './messages.ts'
import { type Own, requirePerson } from './own-factors.ts'
import { listLiveSessions } from './queries.ts'
import { refuse } from './refusals.ts'
import { endSessions } from './store.ts'

/** Where the person is signed in now: device, place in the network, since when. */
export async function listSessions({ db, actor, now }: { db: Db; actor: Actor; now: Date }): Promise<Sessions> {
  const person = await requirePerson(db, actor)
  const sessions = await listLiveSessions(db, person.id, aliveAt(now))
  return {
    items: sessions.map((session) => ({
      id: session.reference,
      device: session.device,
      network: session.network,
      beganAt: session.created_at.toISOString(),
      lastSeenAt: session.last_seen_at.toISOString(),
      isCurrent: session.token_hash === person.sessionHash,
    })),
  }
}

/** Ends one session of one's own; somebody else's answers like one that never was. */
export async function endOwnSession({ tx, actor, now }: Own, { id }: { id: string }): Promise<{ ended: number }> {
  const person = await requirePerson(tx, actor)
  const ended = await endSessions(tx, { accountId: person.id, keptHash: person.sessionHash, now, reference: id })
  if (ended === 0) throw refuse('session-unknown')
  return { ended }
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions({ tx, actor, now }: Own): Promise<{ ended: number }> {
  const person = await requirePerson(tx, actor)
  return { ended: await endSessions(tx, { accountId: person.id, keptHash: person.sessionHash, now }) }
}
