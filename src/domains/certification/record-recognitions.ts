import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf } from '../producers/index.ts'
import { lockProducts, requireActiveProduct } from '../products/index.ts'
import { stateFirstFacts } from '../provenance/index.ts'
import { findHistories, type RecognitionHistory } from './queries.ts'
import {
  firstFactOf,
  knownOf,
  type LegalTables,
  loadLegalTables,
  meetKnown,
  type Outcome,
  toNewRecognition,
  type Write,
} from './record-recognition.ts'
import { departedRules, isSameDecision, repeats } from './rules.ts'
import { checkStatement, type RecognitionInput } from './statement.ts'
import { insertRecognitions, type NewRecognition } from './store.ts'

const productsAtOnce = 5000
/** Up to here the catalogue refreshes product by product; beyond, a rebuild is cheaper. */
const refreshAtMost = 500

/** What became of each statement, in the order given. */
export interface BulkRecorded {
  id: string
  outcome: Outcome
  /** the decision departs from the rules of authority in force on its day */
  departs: boolean
}

interface Load {
  write: Write
  tables: LegalTables
  histories: Map<string, RecognitionHistory>
  /** rows decided upon and not yet appended, by product */
  pending: Map<string, NewRecognition[]>
}

async function openLoad(write: Write, inputs: readonly RecognitionInput[]): Promise<Load> {
  const { tx, actor } = write
  const ids = [...new Set(inputs.map((input) => input.productId))].sort()
  const histories = new Map<string, RecognitionHistory>()
  for (let from = 0; from < ids.length; from += productsAtOnce) {
    const some = ids.slice(from, from + productsAtOnce)
    for (const product of (await lockProducts(tx, actor, some)).values()) await requireActiveProduct(tx, product)
    for (const history of await findHistories(tx, some)) histories.set(history.productId, history)
  }
  return { write, tables: await loadLegalTables(tx), histories, pending: new Map() }
}

async function flush(load: Load): Promise<void> {
  const { tx, actor, now } = load.write
  const added = [...load.pending.values()].flat()
  load.pending.clear()
  await insertRecognitions(tx, added, { by: authorOf(actor), now })
  await stateFirstFacts(
    tx,
    added.map((each) => firstFactOf(each, now)),
  )
}

async function reload(load: Load, productId: string): Promise<void> {
  for (const history of await findHistories(load.write.tx, [productId])) load.histories.set(productId, history)
}

async function recordOne(load: Load, input: RecognitionInput): Promise<BulkRecorded> {
  const statement = checkStatement(input, load.write.now)
  const added = toNewRecognition(statement, load.tables)
  const departs = departedRules(load.tables.rules, statement).length > 0
  const waiting = load.pending.get(input.productId) ?? []
  const twin = waiting.find((each) => isSameDecision(each.statement, statement))
  if (twin !== undefined) {
    if (repeats(twin.statement, statement) && twin.statement.level <= statement.level)
      return { id: twin.id, outcome: 'same', departs }
    await flush(load)
    await reload(load, input.productId)
  }
  const known = knownOf(load.histories.get(input.productId), statement)
  if (known === undefined) {
    load.pending.set(input.productId, [...(load.pending.get(input.productId) ?? []), added])
    return { id: added.id, outcome: 'recorded', departs }
  }
  const outcome = await meetKnown(load.write, known, added)
  if (outcome === 'superseded') await reload(load, input.productId)
  return { id: outcome === 'superseded' ? added.id : known.id, outcome, departs }
}

/**
 * Records many decisions in one transaction, as an import or the demonstration brings them: the same rules as one by one, except that a
 * decision recorded already is answered as `same` and not refused. Throws product-missing when a single product lies out of scope.
 */
export async function recordRecognitions(write: Write, inputs: readonly RecognitionInput[]): Promise<BulkRecorded[]> {
  if (inputs.length === 0) return []
  const load = await openLoad(write, inputs)
  const recorded: BulkRecorded[] = []
  for (const input of inputs) recorded.push(await recordOne(load, input))
  await flush(load)
  const productIds = [...load.histories.keys()]
  if (productIds.length <= refreshAtMost) await queue(write.tx, jobNames.refreshCatalogue, { productIds })
  else await queue(write.tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue)
  return recorded
}
