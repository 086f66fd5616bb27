import { recordRecognitions, recordStandingEvent } from '../domains/certification/index.ts'
import { registerProducers } from '../domains/producers/index.ts'
import { addCodeAlias, registerProducts } from '../domains/products/index.ts'
import { recordSource, recordSources } from '../domains/provenance/index.ts'
import type { Actor } from '../platform/access/actor.ts'
import { today } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DemonstrationDecision } from './make-recognitions.ts'
import type { PlannedProduct, ProvincePlan } from './plan-demonstration.ts'

interface Writing {
  tx: Tx
  actor: Actor
  now: Date
}

/** What was registered of a plan, with the identity that it was given. */
export interface WrittenProduct {
  planned: PlannedProduct
  id: string
}

interface WrittenProvince {
  producers: number
  products: WrittenProduct[]
  recognitions: number
  /** the source on which the province's facts rest */
  sourceId: string
}

function sourceOf({ now }: Writing, title: string) {
  const common = { kind: 'demonstration', level: 'B', checkedOn: today(now), recordedBy: null, now } as const
  return { ...common, title: `Dữ liệu minh hoạ: ${title}` }
}

/** Registers one province of the plan in the caller's transaction, through the same doors as an import. */
export async function writeProvince(write: Writing, plan: ProvincePlan): Promise<WrittenProvince> {
  const sourceId = await recordSource(write.tx, sourceOf(write, plan.province.fullName))
  const producers = await registerProducers(
    write,
    plan.producers.map(({ producer }) => ({ ...producer.entry, sourceId })),
  )
  const products = await writeProducts(write, plan, { sourceId, producerIds: producers.map(({ id }) => id) })
  const recognitions = await writeRecognitions(write, products, sourceId)
  for (const { id, planned } of products) {
    if (planned.code === null) continue
    await addCodeAlias(write.tx, { productId: id, code: planned.code, kind: 'four-part', sourceId, now: write.now })
  }
  return { producers: producers.length, products, recognitions, sourceId }
}

async function writeProducts(
  write: Writing,
  plan: ProvincePlan,
  ground: { sourceId: string; producerIds: readonly string[] },
): Promise<WrittenProduct[]> {
  const { sourceId, producerIds } = ground
  const wanted = plan.producers.flatMap(({ products }, index) => {
    const producerId = producerIds[index]
    return producerId === undefined ? [] : products.map((planned) => ({ planned, producerId }))
  })
  const entries = wanted.map(({ planned, producerId }) => ({
    ...planned.product,
    producerId,
    sourceId,
    demonstration: true,
  }))
  const registered = await registerProducts(write, entries)
  return wanted.flatMap(({ planned }, index) => {
    const id = registered[index]?.id
    return id === undefined ? [] : [{ planned, id }]
  })
}

/** One source a decision: every product of a round names the same document. */
async function sourcesOfDecisions(write: Writing, products: readonly WrittenProduct[]): Promise<Map<string, string>> {
  const all = products.flatMap(({ planned }) => planned.history.recognitions.map((each) => each.decision))
  const decisions = new Map<string, DemonstrationDecision>()
  for (const decision of all) if (decision !== null) decisions.set(decision.key, decision)
  const listed = [...decisions.values()]
  const ids = await recordSources(
    write.tx,
    listed.map((decision) => ({
      ...sourceOf(write, `Quyết định ${decision.number} của ${decision.authorityName}`),
      reference: decision.number,
      statedOn: decision.decidedOn,
    })),
  )
  return new Map(listed.map((decision, index) => [decision.key, ids[index] ?? '']))
}

async function writeRecognitions(
  write: Writing,
  products: readonly WrittenProduct[],
  fallbackSourceId: string,
): Promise<number> {
  const sources = await sourcesOfDecisions(write, products)
  const inputs = products.flatMap(({ planned, id }) =>
    planned.history.recognitions.map(({ decision, ...stated }) => ({
      ...stated,
      productId: id,
      decisionNumber: decision?.number ?? null,
      decidedOn: decision?.decidedOn ?? null,
      sourceId: sources.get(decision?.key ?? '') ?? fallbackSourceId,
      level: 'B' as const,
    })),
  )
  const recorded = await recordRecognitions(write, inputs)
  // A product's newest recognition comes last among its own.
  const newest = new Map(inputs.map(({ productId }, index) => [productId, recorded[index]?.id ?? '']))
  for (const written of products) await writeEvents(write, written, { newest, fallbackSourceId })
  return recorded.length
}

async function writeEvents(
  write: Writing,
  { planned, id }: WrittenProduct,
  ground: { newest: ReadonlyMap<string, string>; fallbackSourceId: string },
): Promise<void> {
  const authorityName = planned.history.recognitions.at(-1)?.authorityName ?? ''
  for (const event of planned.history.events) {
    await recordStandingEvent(write, {
      ...event,
      recognitionId: ground.newest.get(id) ?? '',
      authorityName,
      sourceId: ground.fallbackSourceId,
    })
  }
}
