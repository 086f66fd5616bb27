import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf, placeNameOf, type Scheme, unitOf } from '../administrative-units/index.ts'

function toScheme(text: string | null): Scheme | null {
  return text === '2004-2025' || text === '2025-' ? text : null
}

/** A place as it was recorded, under the names of that time; null where none was. */
export async function recordedPlaceOf(db: Db, scheme: string | null, code: string | null): Promise<string | null> {
  const known = toScheme(scheme)
  if (known === null || code === null) return null
  const unit = unitOf(await gazetteerOf(db), { scheme: known, code })
  return unit === undefined ? null : placeNameOf(unit)
}
