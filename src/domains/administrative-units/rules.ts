/** Until 30/06/2025 three levels and 63 provinces; since 01/07/2025 two levels and 34 (Nghị quyết 202/2025/QH15). */
export type Scheme = '2004-2025' | '2025-'
export type Level = 'province' | 'district' | 'commune'
export type SuccessionKind = 'whole' | 'part'
/** How many of the old unit's people went to the new one; `some` also where the resolution does not say. */
export type Population = 'all' | 'some' | 'none'

/** The day on which the new scheme came into force. */
export const newSchemeDay = '2025-07-01'

/** A unit during one stretch of time. Days are `yyyy-mm-dd`; null means not known (from) or in force (to, the last day, inclusive). */
export interface UnitRow {
  scheme: Scheme
  code: string
  name: string
  fullName: string
  level: Level
  type: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
}

export interface SuccessorRow {
  oldCode: string
  newCode: string
  kind: SuccessionKind
  population: Population
}

/** Another name of an old commune: one that was merged into it (`former`) or another official spelling. */
export interface AliasRow {
  oldCode: string
  alias: string
  formerCode: string | null
  kind: 'former' | 'spelling'
}

export interface ReferenceRows {
  units: UnitRow[]
  successors: SuccessorRow[]
  aliases: AliasRow[]
}

/** The key of a unit wherever it is stored: codes were given out again in 2025, so a code alone says nothing. */
export interface UnitKey {
  scheme: Scheme
  code: string
}

/** What is stated of a unit on a day. */
export interface UnitTerm {
  name: string
  fullName: string
  type: string
  validFrom: string | null
  validTo: string | null
}

/** A unit as it last stood, with everything that it has been called. */
export interface Unit extends UnitKey {
  level: Level
  name: string
  fullName: string
  type: string
  parent: Unit | null
  province: Unit
  children: Unit[]
  /** oldest first; only 25 units have more than one */
  terms: UnitTerm[]
}

export interface Succession {
  unit: Unit
  kind: SuccessionKind
  population: Population
}

/** One text under which a unit is found: its name, a former name, another spelling, a usual abbreviation. */
export interface NameEntry {
  unit: Unit
  /** lower-case with accents, tone placement unified, run together without spaces or punctuation */
  spelling: string
  source: 'name' | 'spelling' | 'former' | 'usual' | 'short'
  /** the alias as it is written in the reference, for telling people why it was found */
  written: string
}

/** One line of the picker: every form of a unit that typed text is compared with. */
export interface PickerEntry {
  unit: Unit
  /** folded: the name, the name with its type word */
  name: string
  full: string
  /** the unit and its parents, folded */
  context: string
}

/** Both schemes and the succession between them in memory, frozen once built. */
export interface Gazetteer {
  units: ReadonlyMap<string, Unit>
  provinces: { old: readonly Unit[]; present: readonly Unit[] }
  successions: ReadonlyMap<string, readonly Succession[]>
  predecessions: ReadonlyMap<string, readonly Succession[]>
  aliases: ReadonlyMap<string, readonly AliasRow[]>
  names: ReadonlyMap<string, readonly NameEntry[]>
  longestNameWords: number
  picker: readonly PickerEntry[]
}

/** Short scheme words for addresses (`/administrative-units/2025/24958`): the year in which the scheme began. */
export const schemeWords = { '2004': '2004-2025', '2025': '2025-' } as const satisfies Record<string, Scheme>
export type SchemeWord = keyof typeof schemeWords

/** The short word of a scheme for addresses. */
export function schemeWordOf(scheme: Scheme): SchemeWord {
  return scheme === '2025-' ? '2025' : '2004'
}

/** The scheme in force on a day (`yyyy-mm-dd`). */
export function schemeOn(day: string): Scheme {
  return day < newSchemeDay ? '2004-2025' : '2025-'
}

/** The unit of a key, or undefined where the lists hold none. */
export function unitOf(gazetteer: Gazetteer, key: UnitKey): Unit | undefined {
  return gazetteer.units.get(`${key.scheme}/${key.code}`)
}

/** A unit's name and rank on a day; null before it was made and after it was abolished. Old units answer with their last state for any earlier day. */
export function termOn(unit: Unit, day: string): UnitTerm | null {
  const found = unit.terms.find(
    (term) => (term.validFrom === null || term.validFrom <= day) && (term.validTo === null || day <= term.validTo),
  )
  return found ?? null
}

/** The units above, nearest first: district (old scheme only), then province. */
export function ancestorsOf(unit: Unit): Unit[] {
  return unit.parent === null ? [] : [unit.parent, ...ancestorsOf(unit.parent)]
}

/** The units above as they were called on a day, nearest first; those that did not exist then are left out. */
export function ancestorsOn(unit: Unit, day: string): { unit: Unit; term: UnitTerm }[] {
  return ancestorsOf(unit).flatMap((ancestor) => {
    const term = termOn(ancestor, day)
    return term === null ? [] : [{ unit: ancestor, term }]
  })
}

/** All units of a level that are in force on a day. */
export function unitsOn(gazetteer: Gazetteer, level: Level, day: string): { unit: Unit; term: UnitTerm }[] {
  return [...gazetteer.units.values()].flatMap((unit) => {
    if (unit.level !== level) return []
    const term = termOn(unit, day)
    return term === null ? [] : [{ unit, term }]
  })
}

/** The unit's full name with its parents, as an address is written: "Xã Ninh Gia, Lâm Đồng". */
export function placeNameOf(unit: Unit): string {
  const parents = ancestorsOf(unit).map((parent) => (parent.level === 'province' ? parent.name : parent.fullName))
  return [unit.fullName, ...parents].join(', ')
}
