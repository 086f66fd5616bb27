import type { Db } from '../../platform/db/database.ts'
import {
  type Gazetteer,
  gazetteerOf,
  type PresentPlace,
  placeNameOf,
  presentCommunesOf,
  presentPlaceOf,
  type Resolution,
  resolvePlace,
  schemeWordOf,
  schemeWords,
  type Unit,
  unitOf,
} from '../administrative-units/index.ts'
import { refuse } from './refusals.ts'

/** The six place columns: the address as written, the unit as recorded (of either scheme), and the present unit. */
export interface PlaceColumns {
  addressText: string
  unitScheme: '2004-2025' | '2025-' | null
  unitCode: string | null
  provinceCode: string
  communeCode: string | null
  placeState: 'decided' | 'undecided' | 'province-only'
}

/** What somebody enters: the address, and the unit and the present commune where they chose them. */
export interface PlaceEntry {
  addressText: string
  unit?: { scheme: keyof typeof schemeWords; code: string } | null | undefined
  communeCode?: string | null | undefined
}

/** The place columns of a resolved address; null where not even the province is known. */
export function placeColumns(resolution: Resolution, addressText = ''): PlaceColumns | null {
  if (resolution.place === null) return null
  return { addressText, ...columnsOf(resolution.best?.unit ?? null, resolution.place) }
}

function columnsOf(unit: Unit | null, place: PresentPlace) {
  return {
    unitScheme: unit?.scheme ?? null,
    unitCode: unit?.code ?? null,
    provinceCode: place.province.code,
    communeCode: place.state === 'decided' ? place.commune.code : null,
    placeState: place.state,
  }
}

/** Finds where something entered by hand lies; refuses when not even the province is known or the chosen commune cannot be right. */
export async function placeOf(db: Db, entry: PlaceEntry): Promise<PlaceColumns> {
  const gazetteer = await gazetteerOf(db)
  const addressText = entry.addressText
  if (!entry.unit) {
    const found = placeColumns(resolvePlace(gazetteer, addressText), addressText)
    if (found === null) throw refuse('place-unreadable', {}, [unreadableField])
    return entry.communeCode ? decided(gazetteer, found, entry.communeCode) : found
  }
  const unit = unitOf(gazetteer, { scheme: schemeWords[entry.unit.scheme], code: entry.unit.code })
  if (unit === undefined) throw refuse('place-unknown', { code: entry.unit.code }, [unknownField])
  const columns = { addressText, ...columnsOf(unit, presentPlaceOf(gazetteer, unit)) }
  return entry.communeCode ? decided(gazetteer, columns, entry.communeCode) : columns
}

const unreadableField = {
  path: 'place.unit',
  vi: 'Chọn xã, phường hoặc tỉnh, thành phố.',
  en: 'Choose a commune or a province.',
}
const unknownField = { path: 'place.unit.code', vi: 'Không có đơn vị này.', en: 'There is no such unit.' }

/** The same place with a present commune that a person chose; it must be one that the recorded unit went into. */
export function decided(gazetteer: Gazetteer, place: PlaceColumns, communeCode: string): PlaceColumns {
  const candidates = candidatesOf(gazetteer, place)
  if (!candidates.some((unit) => unit.code === communeCode)) {
    const field = { path: 'communeCode', vi: 'Không thuộc địa bàn đã ghi.', en: 'Not within the recorded unit.' }
    throw refuse('commune-not-candidate', { code: communeCode }, [field])
  }
  return { ...place, communeCode, placeState: 'decided' }
}

/** The present communes among which a person may choose for a place as recorded. */
export function candidatesOf(gazetteer: Gazetteer, place: Omit<PlaceColumns, 'addressText'>): Unit[] {
  const recorded =
    place.unitScheme !== null && place.unitCode !== null
      ? unitOf(gazetteer, { scheme: place.unitScheme, code: place.unitCode })
      : undefined
  const unit = recorded ?? unitOf(gazetteer, { scheme: '2025-', code: place.provinceCode })
  return unit === undefined ? [] : presentCommunesOf(gazetteer, unit)
}

/** A place as the office reads it: names beside every code. */
export function toPlace(gazetteer: Gazetteer, place: PlaceColumns) {
  const recorded =
    place.unitScheme !== null && place.unitCode !== null
      ? unitOf(gazetteer, { scheme: place.unitScheme, code: place.unitCode })
      : undefined
  const province = unitOf(gazetteer, { scheme: '2025-', code: place.provinceCode })
  const commune = place.communeCode && unitOf(gazetteer, { scheme: '2025-', code: place.communeCode })
  return {
    addressText: place.addressText,
    recorded: recorded
      ? { scheme: schemeWordOf(recorded.scheme), code: recorded.code, name: placeNameOf(recorded) }
      : null,
    provinceCode: place.provinceCode,
    provinceName: province?.name ?? place.provinceCode,
    communeCode: place.communeCode,
    communeName: commune ? commune.fullName : null,
    placeState: place.placeState,
  }
}
