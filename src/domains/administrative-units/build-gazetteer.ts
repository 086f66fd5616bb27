import { fold } from '../../platform/text/fold.ts'
import { lookupKey, plainWords, readRoman, unifySpelling, usualProvinceNames } from './place-names.ts'
import {
  type AliasRow,
  ancestorsOf,
  type Gazetteer,
  type NameEntry,
  type PickerEntry,
  type ReferenceRows,
  type Succession,
  type Unit,
  type UnitRow,
} from './rules.ts'

/** Builds the gazetteer from the reference rows; throws when a row points at a unit that is not there. */
export function buildGazetteer(rows: ReferenceRows): Gazetteer {
  const units = linkUnits(rows.units)
  const aliases = Map.groupBy(rows.aliases, (row) => `2004-2025/${row.oldCode}`)
  const { successions, predecessions } = linkSuccessions(units, rows)
  const entries = [...units.values()].flatMap((unit) => [
    ...namesOf(unit),
    ...(aliases.get(keyOf(unit)) ?? []).flatMap((alias) => namesOfAlias(unit, alias)),
  ])
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
    names: Map.groupBy(entries, (entry) => lookupKey(entry.spelling)),
    longestNameWords: Math.max(...entries.map((entry) => plainWords(unifySpelling(entry.written)).split(' ').length)) + 1,
    picker: [...units.values()].map(pickerEntryOf),
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
    (left, right) => depth[left.level] - depth[right.level] || (left.validFrom ?? '').localeCompare(right.validFrom ?? ''),
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
    successions.set(keyOf(before), [...(successions.get(keyOf(before)) ?? []), { unit: after, kind, population }])
    predecessions.set(keyOf(after), [...(predecessions.get(keyOf(after)) ?? []), { unit: before, kind, population }])
  }
  return { successions, predecessions }
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

function namesOfAlias(unit: Unit, alias: AliasRow): NameEntry[] {
  return [entry(unit, alias.kind, alias.alias.replace(leadingType, ''))]
}

function pickerEntryOf(unit: Unit): PickerEntry {
  const words = (text: string): string => plainWords(unifySpelling(text))
  const context = [unit.fullName, ...ancestorsOf(unit).map((parent) => parent.fullName)].map((text) => fold(words(text)))
  return {
    unit,
    name: fold(words(unit.name)),
    spelling: words(unit.name),
    full: fold(words(unit.fullName)),
    context: context.join(' '),
  }
}
