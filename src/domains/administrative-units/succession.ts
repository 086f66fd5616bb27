import type { Gazetteer, Population, Succession, SuccessionKind, Unit, UnitKey } from './rules.ts'

/** Where something recorded at a unit lies today, and whether the text of the law alone decides it. */
export type PresentPlace =
  | { state: 'decided'; commune: Unit; province: Unit }
  /** divided: `suggested` took all the people, which is fair for a street address, but a person decides */
  | { state: 'undecided'; candidates: Succession[]; suggested: Unit | null; province: Unit }
  | { state: 'province-only'; province: Unit }

const keyOf = (unit: UnitKey): string => `${unit.scheme}/${unit.code}`

function isOld(unit: UnitKey): boolean {
  return unit.scheme === '2004-2025'
}

function descendantsOf(unit: Unit): Unit[] {
  return unit.children.flatMap((child) => [child, ...descendantsOf(child)])
}

function weaker(left: Population, right: Population): Population {
  return left === right ? left : 'some'
}

/** An ordinary district has no row of its own: what became of it is what became of its communes, taken together. */
function successorsOfDistrict(gazetteer: Gazetteer, district: Unit): Succession[] {
  const found = new Map<Unit, Succession>()
  for (const commune of district.children) {
    for (const next of gazetteer.successions.get(keyOf(commune)) ?? []) {
      const known = found.get(next.unit)
      found.set(next.unit, known ? { ...next, population: weaker(known.population, next.population) } : next)
    }
  }
  const kind: SuccessionKind = found.size === 1 ? 'whole' : 'part'
  return [...found.values()].map((next) => ({ ...next, kind, population: kind === 'whole' ? 'all' : 'some' }))
}

/** What became of an old unit on 01/07/2025; a unit of the new scheme has no successors yet. */
export function successorsOf(gazetteer: Gazetteer, unit: Unit): readonly Succession[] {
  if (!isOld(unit)) return []
  const own = gazetteer.successions.get(keyOf(unit))
  if (own !== undefined) return own
  return unit.level === 'district' ? successorsOfDistrict(gazetteer, unit) : []
}

/** The old units of the same level out of which a unit of the new scheme was made. */
export function predecessorsOf(gazetteer: Gazetteer, unit: Unit): readonly Succession[] {
  return gazetteer.predecessions.get(keyOf(unit)) ?? []
}

/** All present-day communes into which a unit went, in code order; for a unit of the new scheme, itself or its communes. */
export function presentCommunesOf(gazetteer: Gazetteer, unit: Unit): Unit[] {
  const whole = unit.level === 'commune' ? [unit] : [unit, ...descendantsOf(unit)]
  const communes = isOld(unit)
    ? whole.flatMap((part) => gazetteer.successions.get(keyOf(part)) ?? []).map((next) => next.unit)
    : whole
  const distinct = new Set(communes.filter((present) => present.level === 'commune'))
  return [...distinct].sort((left, right) => left.code.localeCompare(right.code))
}

/** The province of the 34 in which a unit of either scheme lies today. Every old province went whole into one. */
export function presentProvinceOf(gazetteer: Gazetteer, unit: Unit): Unit {
  if (!isOld(unit)) return unit.province
  const [next] = gazetteer.successions.get(keyOf(unit.province)) ?? []
  if (next === undefined) throw new Error(`old province ${unit.province.code} has no successor`)
  return next.unit
}

/** Where something recorded at this unit lies today. A commune that was divided is never guessed. */
export function presentPlaceOf(gazetteer: Gazetteer, unit: Unit): PresentPlace {
  const province = presentProvinceOf(gazetteer, unit)
  if (unit.level === 'province') return { state: 'province-only', province }
  if (!isOld(unit)) return { state: 'decided', commune: unit, province }
  const candidates = [...successorsOf(gazetteer, unit)]
  const [only] = candidates
  if (only !== undefined && candidates.length === 1) return { state: 'decided', commune: only.unit, province }
  const suggested = candidates.find((next) => next.population === 'all')?.unit ?? null
  return { state: 'undecided', candidates, suggested, province }
}

/**
 * The old province in which a unit lies: its own for an old unit; for a present commune the one of all its predecessors (no commune
 * was put together across old provinces: a test holds the data to it). Null for a present province made of several.
 */
export function oldProvinceOf(gazetteer: Gazetteer, unit: Unit): Unit | null {
  if (isOld(unit)) return unit.province
  const provinces = new Set(predecessorsOf(gazetteer, unit).map((before) => before.unit.province))
  const [only] = provinces
  return only !== undefined && provinces.size === 1 ? only : null
}

/** The old provinces out of which a province of the 34 was made, in code order. */
export function oldProvincesOf(gazetteer: Gazetteer, province: Unit): Unit[] {
  const before = predecessorsOf(gazetteer, province).map((succession) => succession.unit)
  return before.sort((left, right) => left.code.localeCompare(right.code))
}

/**
 * Every province key under which something of a present province may have been recorded: new Lâm Đồng is (2025-, 68) and
 * (2004-2025, 67 Đắk Nông · 68 Lâm Đồng · 60 Bình Thuận). No look-up by commune is needed.
 */
export function provinceKeysOf(gazetteer: Gazetteer, province: Unit): UnitKey[] {
  return [province, ...oldProvincesOf(gazetteer, province)].map(({ scheme, code }) => ({ scheme, code }))
}

/** Tells whether something recorded at a unit of either scheme belongs to a province of the 34. */
export function belongsTo(gazetteer: Gazetteer, unit: Unit, province: Unit): boolean {
  return presentProvinceOf(gazetteer, unit) === province
}
