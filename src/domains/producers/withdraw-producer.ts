import { stateFact } from '../provenance/index.ts'
import { lockProducer, type ProducerRow, requireActive } from './lock-producer.ts'
import { recordOfficerSource } from './officer-source.ts'
import { authorOf } from './policy.ts'
import { refuse } from './refusals.ts'
import type { Writing } from './register-producer.ts'
import { setProducerState } from './store.ts'

/** Takes a producer out of the register: nothing is deleted, its address answers that it is gone. */
export async function withdrawProducer(write: Writing, withdrawal: { id: string; reason: string }): Promise<void> {
  const row = await lockProducer(write.tx, write.actor, withdrawal.id)
  await requireActive(write.tx, row)
  await setState(write, row, { state: 'withdrawn', reason: withdrawal.reason })
}

/** Brings a withdrawn producer back as it was. */
export async function reviveProducer(write: Writing, revival: { id: string; reason: string }): Promise<void> {
  const row = await lockProducer(write.tx, write.actor, revival.id)
  if (row.state === 'merged') await requireActive(write.tx, row)
  if (row.state === 'active') throw refuse('producer-active')
  await setState(write, row, { state: 'active', reason: revival.reason })
}

async function setState(
  write: Writing,
  row: ProducerRow,
  change: { state: 'active' | 'withdrawn'; reason: string },
): Promise<void> {
  const { tx, actor, now } = write
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const sourceId = await recordOfficerSource(write, change.reason)
  const content = { state: change.state }
  await stateFact(tx, { subjectKind: 'producer', subjectId: row.id, fieldGroup: 'state', content, sourceId, now })
  await setProducerState(tx, row.id, change.state, author)
}
