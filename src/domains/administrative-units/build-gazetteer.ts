import { fold } from '../../platform/text/fold.ts'
import { foldedKey, plainWords, readRoman, unifySpelling, usualProvinceNames } from './place-names.ts'
import type { AliasRow, Gazetteer, NameEntry, PickerEntry, ReferenceRows, Succession, Unit, UnitRow } from './rules.ts'

/** Builds the gazetteer from the reference rows; throws when a row points at a unit that is not there. */
export function buildGazetteer(rows: ReferenceRows): Gazetteer {
  const units = linkUnits(rows.units)
  const aliases = Map.groupBy(rows.aliases, (row) => `2004-2025/${row.oldCode}`)
  const { successions, predecessions } = linkSuccessions(units, rows)
  const entries: NameEntry[] = []
  for (const unit of units.values()) {
    entries.push(...namesOf(unit))
    for (const alias of aliases.get(keyOf(unit)) ?? []) entries.push(nameOfAlias(unit, alias))
  }
  const provinces = [...units.values()].filter((unit) => unit.level === 'province')
  return {
    units,
    provinces: {
      old: provinces.filter((unit) => unit.scheme === '2004-2025'),
      present: provinces.filter((unit) => unit.scheme === '2025-'),
    },
    successions,
    predecessions,
    aliases,
    names: groupByKey(entries),
    longestNameWords: entries.reduce((most, entry) => Math.max(most, entry.written.split(/[\s.-]+/).length), 0) + 1,
    picker: pickerEntries(units),
  }
}

const keyOf = (unit: Unit): string => `${unit.scheme}/${unit.code}`

function requireUnit(units: ReadonlyMap<string, Unit>, key: string): Unit {
  const unit = units.get(key)
  if (unit === undefined) throw new Error(`administrative units: ${key} is named but not listed`)
  return unit
}

/** Rows come province first, so that a parent is there before its children. */
function linkUnits(rows: readonly UnitRow[]): Map<string, Unit> {
  const units = new Map<string, Unit>()
  const depth = { province: 0, district: 1, commune: 2 }
  const ordered = rows.toSorted(
    (left, right) =>
      depth[left.level] - depth[right.level] || ((left.validFrom ?? '') < (right.validFrom ?? '') ? -1 : 1),
  )
  for (const row of ordered) {
    const { name, fullName, type, validFrom, validTo } = row
    const term = { name, fullName, type, validFrom, validTo }
    const known = units.get(`${row.scheme}/${row.code}`)
    if (known !== undefined) {
      Object.assign(known, { name, fullName, type })
      known.terms.push(term)
      continue
    }
    const unit = makeUnit(units, row)
    unit.terms.push(term)
    unit.parent?.children.push(unit)
    units.set(keyOf(unit), unit)
  }
  return units
}

function makeUnit(units: ReadonlyMap<string, Unit>, row: UnitRow): Unit {
  const { scheme, code, level, name, fullName, type } = row
  const parent = row.parentCode === null ? null : requireUnit(units, `${scheme}/${row.parentCode}`)
  return {
    scheme,
    code,
    level,
    name,
    fullName,
    type,
    parent,
    // A province is its own province; every other unit has the one of its parent.
    get province() {
      return parent === null ? this : parent.province
    },
    children: [],
    terms: [],
  }
}

function linkSuccessions(units: ReadonlyMap<string, Unit>, rows: ReferenceRows) {
  const successions = new Map<string, Succession[]>()
  const predecessions = new Map<string, Succession[]>()
  for (const { oldCode, newCode, kind, population } of rows.successors) {
    const before = requireUnit(units, `2004-2025/${oldCode}`)
    const after = requireUnit(units, `2025-/${newCode}`)
    append(successions, keyOf(before), { unit: after, kind, population })
    append(predecessions, keyOf(after), { unit: before, kind, population })
  }
  return { successions, predecessions }
}

function append(lists: Map<string, Succession[]>, key: string, succession: Succession): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [succession])
  else known.push(succession)
}

function entry(unit: Unit, source: NameEntry['source'], written: string): NameEntry {
  return { unit, source, written, spelling: plainWords(unifySpelling(written)).replaceAll(' ', '') }
}

const leadingType = /^(thị trấn|xã|phường|quận)\s+/i

/** Numbered units carry their type word in the name ("Phường 1"): they are found by the number, also where it is Roman. */
function namesOf(unit: Unit): NameEntry[] {
  const bare = unit.name.replace(leadingType, '')
  if (bare === unit.name) return [entry(unit, 'name', bare), ...shortNamesOf(unit), ...usualNamesOf(unit)]
  const number = readRoman(bare.toLowerCase())
  return [entry(unit, 'name', bare), ...(number === null ? [] : [entry(unit, 'spelling', number)])]
}

/** "Xuân Hương - Đà Lạt" is often written without its second half. */
function shortNamesOf(unit: Unit): NameEntry[] {
  const [first = '', second] = unit.name.split(/\s*-\s*/)
  return second === undefined || unit.level === 'province' ? [] : [entry(unit, 'short', first)]
}

function usualNamesOf(unit: Unit): NameEntry[] {
  if (unit.level !== 'province') return []
  const usual = usualProvinceNames.find((row) => row.code === unit.code && row.schemes.includes(unit.scheme))
  return (usual?.names ?? []).map((name) => entry(unit, 'usual', name))
}

function nameOfAlias(unit: Unit, alias: AliasRow): NameEntry {
  return entry(unit, alias.kind, alias.alias.replace(leadingType, ''))
}

/** Six thousand names are borne by fourteen thousand units: each spelling is folded once. */
function groupByKey(entries: readonly NameEntry[]): Map<string, NameEntry[]> {
  const bySpelling = Map.groupBy(entries, (one) => one.spelling)
  const byKey = new Map<string, NameEntry[]>()
  for (const [spelling, group] of bySpelling) {
    const key = foldedKey(fold(spelling))
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, group)
    else known.push(...group)
  }
  return byKey
}

/** Units come parents first, so the words of the parents are there already; the type words before the names are few. */
function pickerEntries(units: ReadonlyMap<string, Unit>): PickerEntry[] {
  const contexts = new Map<Unit, string>()
  const folds = new Map<string, string>()
  const foldOnce = (text: string): string => {
    const known = folds.get(text)
    if (known !== undefined) return known
    const folded = fold(plainWords(unifySpelling(text)))
    folds.set(text, folded)
    return folded
  }
  return [...units.values()].map((unit) => {
    const name = foldOnce(unit.name)
    const prefix = foldOnce(unit.fullName.slice(0, unit.fullName.length - unit.name.length))
    const full = prefix === '' ? name : `${prefix} ${name}`
    const above = unit.parent === null ? '' : ` ${contexts.get(unit.parent)}`
    contexts.set(unit, full + above)
    return { unit, name, full, context: full + above }
  })
}
