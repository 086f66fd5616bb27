import type { Actor } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { toFactView } from '../producers/index.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import type { ProductRecognitions, RecognitionView } from './messages.ts'
import { possibleEvents } from './policy.ts'
import {
  type EventRow,
  findAuthorityRules,
  findCriteriaVersions,
  findFileCards,
  findHistories,
  findProductsInScope,
  findRevocationCauses,
  type RecognitionRow,
} from './queries.ts'
import { refuse } from './refusals.ts'
import { departedRules } from './rules.ts'
import { type ProductStanding, standingOn } from './states.ts'
import { toDecisionView, toEventView, toWarnings } from './views.ts'

/** Everything the office shows of one product's recognitions: unverified and annulled ones too, with sources and what may happen next. */
export async function listProductRecognitions(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  { id }: { id: string },
): Promise<ProductRecognitions> {
  if (!(await findProductsInScope(db, actor.scope, [id])).has(id)) throw refuse('product-unknown')
  const [history] = await findHistories(db, [id])
  const { recognitions, events } = history ?? { recognitions: [], events: [] }
  const standing = standingOn(today(now), recognitions, events)
  const parts = await loadParts(db, recognitions)
  return {
    productId: id,
    standing: standing.standing,
    star: standing.recognition?.star ?? null,
    since: standing.since,
    until: standing.until,
    isCertain: standing.isCertain,
    items: recognitions.map((row) => toView(row, { actor, standing, events: ofRecognition(events, row.id), ...parts })),
    revocationCauses: await findRevocationCauses(db),
    criteriaVersions: await findCriteriaVersions(db),
    abilities: { record: actor.permissions.has('recognitions.record') },
  }
}

function ofRecognition(events: readonly EventRow[], id: string): EventRow[] {
  return events.filter((event) => event.recognitionId === id)
}

async function loadParts(db: Db, recognitions: readonly RecognitionRow[]) {
  const fileIds = recognitions.flatMap((row) => (row.documentFileId === null ? [] : [row.documentFileId]))
  const facts = await Promise.all(recognitions.map((row) => unscopedFactsOf(db, 'recognition', row.id)))
  return {
    rules: await findAuthorityRules(db),
    files: new Map((await findFileCards(db, fileIds)).map((file) => [file.id, file])),
    facts: new Map(recognitions.map((row, index) => [row.id, facts[index] ?? []])),
  }
}

interface Setting extends Awaited<ReturnType<typeof loadParts>> {
  actor: Actor
  standing: ProductStanding<RecognitionRow>
  events: EventRow[]
}

function toView(row: RecognitionRow, { actor, standing, events, rules, files, facts }: Setting): RecognitionView {
  const own = standing.each.find((each) => each.recognition.id === row.id)
  const file = row.documentFileId === null ? undefined : files.get(row.documentFileId)
  return {
    ...toDecisionView(row),
    standing: own?.standing ?? 'not-recognised',
    since: own?.since ?? null,
    until: own?.until ?? null,
    isCertain: own?.isCertain ?? true,
    replacedBy: own?.replacedBy ?? null,
    isAnnulled: events.some((event) => event.kind === 'annulment'),
    document: file === undefined ? null : toDocument(file, row.documentPage),
    events: events.map(toEventView),
    facts: (facts.get(row.id) ?? []).map(toFactView),
    warnings: toWarnings(row.star, departedRules(rules, row)),
    possibleEvents: possibleEvents(actor, events),
  }
}

function toDocument(
  file: { id: string; originalName: string; mediaType: string; sizeBytes: number },
  page: string | null,
): RecognitionView['document'] {
  return { fileId: file.id, name: file.originalName, mediaType: file.mediaType, sizeBytes: file.sizeBytes, page }
}
