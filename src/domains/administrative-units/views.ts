import type { z } from 'zod'
import type { PlaceView, UnitBrief } from './messages.ts'
import { schemeWordOf, type Unit, type UnitTerm } from './rules.ts'
import { toFoundUnit } from './search-units.ts'
import type { PresentPlace } from './succession.ts'

/** A unit as the API answers it; with a term, as it was called then. */
export function toUnitBrief(unit: Unit, term: UnitTerm | null = null): z.infer<typeof UnitBrief> {
  const { name, fullName, type } = term ?? unit
  const { label, labelEn } = toFoundUnit({ ...unit, fullName, province: unit.province })
  return {
    scheme: schemeWordOf(unit.scheme),
    code: unit.code,
    level: unit.level,
    name,
    fullName,
    type,
    parentCode: unit.parent?.code ?? null,
    provinceCode: unit.province.code,
    provinceName: unit.province.name,
    label,
    labelEn,
  }
}

/** Where something lies today, as the API answers it. */
export function toPlaceView(place: PresentPlace): z.infer<typeof PlaceView> {
  const isUndecided = place.state === 'undecided'
  return {
    state: place.state,
    province: toUnitBrief(place.province),
    commune: place.state === 'decided' ? toUnitBrief(place.commune) : null,
    candidates: isUndecided ? place.candidates.map((next) => toUnitBrief(next.unit)) : [],
    suggested: isUndecided && place.suggested !== null ? toUnitBrief(place.suggested) : null,
  }
}
