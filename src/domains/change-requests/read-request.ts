import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { type Gazetteer, gazetteerOf } from '../administrative-units/index.ts'
import { type PlaceColumns, toPlace } from '../producers/index.ts'
import { toLines } from './list-requests.ts'
import type { RequestView } from './messages.ts'
import { requestAbilities } from './policy.ts'
import { findEvidence, findFields, findProducerBriefs, visibleRequest } from './queries.ts'
import { refuse } from './refusals.ts'
import { meeting, type Value } from './rules.ts'
import { isOpen } from './states.ts'
import { visibleSubject } from './subjects.ts'

/** A request with, field by field, what stood there when it was made, what stands there now, and what is proposed. */
export async function readRequest(
  { db, actor }: { db: Db; actor: Actor },
  { id }: { id: string },
): Promise<RequestView> {
  const request = await visibleRequest(db, actor, id)
  const [[line], subject, fields, evidence, gazetteer, producers] = await Promise.all([
    toLines(db, [request]),
    visibleSubject(db, actor, request.kind, request.subjectId),
    findFields(db, [id]),
    findEvidence(db, id),
    gazetteerOf(db),
    findProducerBriefs(db, [request.producerId]),
  ])
  const producer = producers.get(request.producerId)
  if (line === undefined || producer === undefined) throw refuse('request-missing')
  const shown = (field: string, value: Value) => (field === 'place' ? placeText(gazetteer, value) : toJson(value))
  const waits = isOpen(request.state)
  return {
    ...line,
    fields: fields.map((row) => {
      const now = waits || row.outcome === null ? (subject.values[row.field] ?? null) : row.found
      return {
        field: row.field,
        before: shown(row.field, row.before),
        now: shown(row.field, now),
        proposed: shown(row.field, row.proposed),
        meeting: meeting(row, now),
        outcome: row.outcome,
        overwrote: row.overwrote,
        reason: row.reason,
      }
    }),
    madeFrom: request.version,
    version: subject.row.version,
    producer,
    evidence: evidence.map((each) => ({
      id: each.id,
      name: each.original_name,
      mediaType: each.media_type,
      sizeBytes: Number(each.size_bytes),
      addedAt: each.added_at.toISOString(),
    })),
    decision:
      request.decidedAt === null
        ? null
        : {
            reason: request.reason ?? '',
            by: request.decidedBy ?? '',
            at: request.decidedAt.toISOString(),
            versionAfter: request.versionAfter,
          },
    abilities: requestAbilities(actor, request),
  }
}

function toJson(value: Value): string | number | boolean | null {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value
}

function isPlace(value: Value): value is Value & PlaceColumns & { [key: string]: Value } {
  return value !== null && typeof value === 'object' && 'provinceCode' in value && 'placeState' in value
}

/** A place in one line: the address as written, then where it lies now. */
function placeText(gazetteer: Gazetteer, value: Value): string | null {
  if (!isPlace(value)) return null
  const place = toPlace(gazetteer, value)
  const parts = [place.addressText, place.communeName ?? place.recorded?.name, place.provinceName]
  return parts.filter(Boolean).join(' · ')
}
