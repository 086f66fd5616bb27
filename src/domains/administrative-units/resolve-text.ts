import type { z } from 'zod'
import type { Db } from '../../platform/db/database.ts'
import type { ResolutionView, ResolveText } from './messages.ts'
import { gazetteerOf } from './queries.ts'
import { refuse } from './refusals.ts'
import { type PlaceCandidate, resolvePlace } from './resolve-place.ts'
import { type Gazetteer, schemeWords, type UnitKey, unitOf } from './rules.ts'
import { toPlaceView, toUnitBrief } from './views.ts'

/** Answers which unit an address means, with everything else that it may mean. */
export async function resolveText(
  { db }: { db: Db },
  wanted: z.infer<typeof ResolveText>,
): Promise<z.infer<typeof ResolutionView>> {
  const gazetteer = await gazetteerOf(db)
  const found = resolvePlace(gazetteer, wanted.text, {
    on: wanted.on ?? null,
    province: assumedProvince(gazetteer, wanted),
  })
  return {
    best: found.best === null ? null : toCandidate(found.best),
    candidates: found.candidates.map(toCandidate),
    reading: found.reading,
    place: found.place === null ? null : toPlaceView(found.place),
    undecided: found.undecided,
  }
}

function toCandidate({ unit, confidence }: PlaceCandidate) {
  return { unit: toUnitBrief(unit), confidence: Math.round(confidence * 100) / 100 }
}

function assumedProvince(gazetteer: Gazetteer, wanted: z.infer<typeof ResolveText>): UnitKey | null {
  if (wanted.province === undefined) return null
  const scheme = wanted.scheme ?? '2025'
  const key = { scheme: schemeWords[scheme], code: wanted.province }
  if (unitOf(gazetteer, key) === undefined) throw refuse('unit-unknown', { code: wanted.province, scheme })
  return key
}
