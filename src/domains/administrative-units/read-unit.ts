import type { z } from 'zod'
import type { Db } from '../../platform/db/database.ts'
import type { ReadUnit, UnitDetail } from './messages.ts'
import { gazetteerOf } from './queries.ts'
import { refuse } from './refusals.ts'
import { ancestorsOf, type Gazetteer, schemeWords, termOn, type Unit, type UnitTerm, unitOf } from './rules.ts'
import { oldProvinceOf, predecessorsOf, presentCommunesOf, presentPlaceOf, successorsOf } from './succession.ts'
import { toPlaceView, toUnitBrief } from './views.ts'

/** Tells everything of a unit: name and rank on a day, what is above it, what it was made of, what became of it. */
export async function readUnit(
  { db }: { db: Db },
  wanted: z.infer<typeof ReadUnit>,
): Promise<z.infer<typeof UnitDetail>> {
  const gazetteer = await gazetteerOf(db)
  const unit = unitOf(gazetteer, { scheme: schemeWords[wanted.scheme], code: wanted.code })
  if (unit === undefined) throw refuse('unit-unknown', { code: wanted.code, scheme: wanted.scheme })
  const onDay = wanted.on ?? null
  return {
    ...toUnitBrief(unit, termAt(unit, onDay)),
    onDay,
    ...lineOf(gazetteer, unit, onDay),
    ...placesOf(gazetteer, unit),
  }
}

function vietnameseDay(day: string): string {
  return day.split('-').reverse().join('/')
}

function termAt(unit: Unit, day: string | null): UnitTerm | null {
  if (day === null) return null
  const term = termOn(unit, day)
  if (term !== null) return term
  const from = unit.terms[0]?.validFrom ?? null
  const to = unit.terms.at(-1)?.validTo ?? null
  throw refuse('unit-not-on-day', {
    name: unit.fullName,
    day: vietnameseDay(day),
    from: from === null ? '…' : vietnameseDay(from),
    to: to === null ? '…' : vietnameseDay(to),
  })
}

function lineOf(gazetteer: Gazetteer, unit: Unit, day: string | null) {
  return {
    ancestors: ancestorsOf(unit).map((ancestor) => toUnitBrief(ancestor, day === null ? null : termOn(ancestor, day))),
    history: unit.terms.map(({ fullName, type, validFrom, validTo }) => ({ fullName, type, validFrom, validTo })),
    successors: successorsOf(gazetteer, unit).map((next) => ({ ...next, unit: toUnitBrief(next.unit) })),
    predecessors: predecessorsOf(gazetteer, unit).map((before) => ({ ...before, unit: toUnitBrief(before.unit) })),
  }
}

function placesOf(gazetteer: Gazetteer, unit: Unit) {
  const oldProvince = oldProvinceOf(gazetteer, unit)
  const aliases = gazetteer.aliases.get(`${unit.scheme}/${unit.code}`) ?? []
  return {
    presentCommunes: presentCommunesOf(gazetteer, unit).map((commune) => toUnitBrief(commune)),
    place: toPlaceView(presentPlaceOf(gazetteer, unit)),
    oldProvince: oldProvince === null ? null : toUnitBrief(oldProvince),
    otherNames: aliases.map(({ alias, kind }) => ({ name: alias, kind })),
  }
}
