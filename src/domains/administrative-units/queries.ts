import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { buildGazetteer } from './build-gazetteer.ts'
import type { AliasRow, Gazetteer, ReferenceRows, SuccessorRow, UnitRow } from './rules.ts'

/** Reads the reference rows back as the rules know them: null for an unknown first day, the last day inclusive. */
export async function readReferenceRows(db: Db): Promise<ReferenceRows> {
  const [units, successors, aliases] = await Promise.all([
    sql<UnitRow>`
      select scheme, code, name, full_name as "fullName", level, type, parent_code as "parentCode",
             case when valid_from = '-infinity' then null else valid_from::text end as "validFrom",
             case when valid_to = 'infinity' then null else (valid_to - 1)::text end as "validTo"
      from administrative_units.unit
      order by scheme, code, valid_from`.execute(db),
    sql<SuccessorRow>`
      select old_code as "oldCode", new_code as "newCode", kind, population
      from administrative_units.successor
      order by old_code, new_code`.execute(db),
    sql<AliasRow>`
      select old_code as "oldCode", alias, former_code as "formerCode", kind
      from administrative_units.alias
      order by old_code, alias`.execute(db),
  ])
  return { units: units.rows, successors: successors.rows, aliases: aliases.rows }
}

/** One gazetteer a connection pool; a transaction finds the one of the same reference by its digest. */
const ofConnection = new WeakMap<Db, Promise<Gazetteer>>()
const ofDigest = new Map<string, Promise<Gazetteer>>()

/** The gazetteer of a database: built once a process (about 0.3 s), then answered from memory without asking the database again. */
export function gazetteerOf(db: Db): Promise<Gazetteer> {
  const known = ofConnection.get(db)
  if (known !== undefined) return known
  const found = findByDigest(db)
  ofConnection.set(db, found)
  // A failure must not be remembered: the next caller tries again.
  found.catch(() => ofConnection.delete(db))
  return found
}

async function findByDigest(db: Db): Promise<Gazetteer> {
  const loaded = await sql<{ sha256: string }>`select sha256 from administrative_units.load`.execute(db)
  const sha256 = loaded.rows[0]?.sha256
  if (sha256 === undefined) {
    throw new Error(
      'Chưa nạp danh mục đơn vị hành chính: chạy "ocop migrate". / The administrative units are not loaded: run "ocop migrate".',
    )
  }
  const known = ofDigest.get(sha256)
  if (known !== undefined) return known
  const built = readReferenceRows(db).then(buildGazetteer)
  // Only the reference in force is kept; whoever still holds an older one keeps it.
  ofDigest.clear()
  ofDigest.set(sha256, built)
  built.catch(() => ofDigest.delete(sha256))
  return built
}
