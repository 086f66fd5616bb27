import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { refuse } from './refusals.ts'

/** The present provinces' names by code. */
export async function presentProvinces(db: Db): Promise<ReadonlyMap<string, string>> {
  const gazetteer = await gazetteerOf(db)
  return new Map(gazetteer.provinces.present.map((province) => [province.code, province.fullName]))
}

/** Refuses a code that names none of the present provinces. */
export async function refuseUnknownProvince(db: Db, code: string | null): Promise<void> {
  if (code === null) return
  if (!(await presentProvinces(db)).has(code)) throw refuse('province-unknown', { code })
}
