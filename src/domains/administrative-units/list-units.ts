import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListUnits, UnitList } from './messages.ts'
import { gazetteerOf } from './queries.ts'
import { refuse } from './refusals.ts'
import {
  ancestorsOf,
  type Gazetteer,
  type Level,
  type Scheme,
  schemeOn,
  schemeWords,
  termOn,
  type Unit,
  unitOf,
} from './rules.ts'
import { searchUnits } from './search-units.ts'
import { toUnitBrief } from './views.ts'

type Wanted = z.infer<typeof ListUnits>

/** Lists units for pickers and partners: found by what was typed, or all of a level and parent in code order, a page at a time. */
export async function listUnits(context: { db: Db; now: Date }, wanted: Wanted): Promise<z.infer<typeof UnitList>> {
  const gazetteer = await gazetteerOf(context.db)
  const within = parentOf(gazetteer, wanted)
  if (wanted.q) return searched(gazetteer, wanted, within)
  const day = wanted.on ?? today(context.now)
  const scheme = wanted.scheme === undefined ? schemeOn(day) : schemeWords[wanted.scheme]
  const chosen = unitsOf(gazetteer, { scheme, level: wanted.level ?? null, within, on: wanted.on ?? null })
  const rest = wanted.cursor === undefined ? chosen : chosen.filter((unit) => isAfter(unit.code, wanted.cursor ?? ''))
  const page = rest.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    items: page.map((unit) => toUnitBrief(unit, termOn(unit, day))),
    total: chosen.length,
    nextCursor: last !== undefined && rest.length > page.length ? last.code : null,
  }
}

function parentOf(gazetteer: Gazetteer, wanted: Wanted): Unit | undefined {
  if (wanted.parent === undefined) return undefined
  if (wanted.scheme === undefined) throw refuse('parent-without-scheme')
  const parent = unitOf(gazetteer, { scheme: schemeWords[wanted.scheme], code: wanted.parent })
  if (parent === undefined) throw refuse('parent-unknown', { code: wanted.parent, scheme: wanted.scheme })
  return parent
}

function searched(gazetteer: Gazetteer, wanted: Wanted, within: Unit | undefined): z.infer<typeof UnitList> {
  const stated = wanted.scheme === undefined ? undefined : schemeWords[wanted.scheme]
  const scheme = stated ?? (wanted.on === undefined ? undefined : schemeOn(wanted.on))
  const found = searchUnits(gazetteer, wanted.q ?? '', { scheme, level: wanted.level, within, limit: wanted.limit })
  const items = found.map(({ unit }) => toUnitBrief(unit, wanted.on === undefined ? null : termOn(unit, wanted.on)))
  return { items, total: items.length, nextCursor: null }
}

/** Shorter codes first: provinces (2 digits), districts (3), communes (5). */
function isAfter(code: string, other: string): boolean {
  return code.length === other.length ? code > other : code.length > other.length
}

function unitsOf(
  gazetteer: Gazetteer,
  wanted: { scheme: Scheme; level: Level | null; within: Unit | undefined; on: string | null },
): Unit[] {
  return [...gazetteer.units.values()]
    .filter((unit) => unit.scheme === wanted.scheme)
    .filter((unit) => wanted.level === null || unit.level === wanted.level)
    .filter((unit) => wanted.within === undefined || ancestorsOf(unit).includes(wanted.within))
    .filter((unit) => wanted.on === null || termOn(unit, wanted.on) !== null)
    .sort((left, right) => (isAfter(left.code, right.code) ? 1 : -1))
}
