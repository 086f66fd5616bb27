import type { Db } from '../../platform/db/database.ts'
import { findCommuneName, findProvinceName } from './queries.ts'

/** A place in words, the smallest unit first; "Cả nước" / "the whole country" where it has none. */
export async function placeInWords(
  db: Db,
  place: { provinceCode: string | null; communeCode: string | null; producerName: string | null },
): Promise<{ vi: string; en: string }> {
  const names = [
    place.producerName,
    place.communeCode === null ? null : await findCommuneName(db, place.communeCode),
    place.provinceCode === null ? null : await findProvinceName(db, place.provinceCode),
  ].filter((name) => name !== null)
  const text = names.join(', ')
  return text === '' ? { vi: 'Cả nước', en: 'The whole country' } : { vi: text, en: text }
}
