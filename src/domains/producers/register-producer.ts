import type { Write } from '../../platform/http/rows.ts'
import { stateFirstFacts } from '../provenance/index.ts'
import { firstStatements } from './field-groups.ts'
import { authorOf, requirePlaceInScope } from './policy.ts'
import { type ProducerEntry, prepareProducer } from './prepare-producer.ts'
import { refuse } from './refusals.ts'
import { type ProducerFields, producerGroups } from './rules.ts'
import { insertProducers } from './store.ts'

/** What a writing use case needs of a request; the command line makes its own. */
export type Writing = Pick<Write, 'tx' | 'actor' | 'now'>
export type SourcedProducer = ProducerEntry & { sourceId: string }

/** Registers a producer with its source; whether it exists already is asked before (findProducerMatches). */
export async function registerProducer(
  write: Writing,
  entry: SourcedProducer,
): Promise<{ id: string; publicId: string }> {
  const [registered] = await registerProducers(write, [entry])
  if (registered === undefined) throw refuse('producer-missing')
  return registered
}

/** Registers many producers in few statements, under the same rules; answers in the order of the entries. */
export async function registerProducers(
  { tx, actor, now }: Writing,
  entries: readonly SourcedProducer[],
): Promise<{ id: string; publicId: string }[]> {
  const prepared: ProducerFields[] = entries.map((entry) => {
    requirePlaceInScope(actor, entry.place)
    return prepareProducer(entry)
  })
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const registered = await insertProducers(tx, prepared, author)
  const statements = registered.flatMap(({ id }, index) => {
    const [entry, fields] = [entries[index], prepared[index]]
    if (entry === undefined || fields === undefined) return []
    return firstStatements({ kind: 'producer', id, sourceId: entry.sourceId, now }, { ...fields }, producerGroups)
  })
  await stateFirstFacts(tx, statements)
  return registered
}
