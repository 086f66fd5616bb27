import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { buildGazetteer } from './build-gazetteer.ts'
import { openReferenceFiles, parseReferenceFiles } from './reference-files.ts'
import { refuse } from './refusals.ts'
import type { Gazetteer, Level, ReferenceRows, Scheme } from './rules.ts'
import { readLoad, writeReference } from './store.ts'

export interface LoadedCounts {
  units: number
  successors: number
  aliases: number
}

/** How many units there are: until 30/06/2025 by the lists of that day, since then by the resolutions 1654 to 1687/NQ-UBTVQH15. */
const lawfulCounts: readonly { scheme: Scheme; level: Level; count: number }[] = [
  { scheme: '2004-2025', level: 'province', count: 63 },
  { scheme: '2004-2025', level: 'district', count: 696 },
  { scheme: '2004-2025', level: 'commune', count: 10_035 },
  { scheme: '2025-', level: 'province', count: 34 },
  { scheme: '2025-', level: 'district', count: 0 },
  { scheme: '2025-', level: 'commune', count: 3_321 },
]

/** Two processes that start at once must not load at once; the number is this loader's own. */
const loadLock = 2_025_0701

/** Loads the reference files of a directory; while their digest is the stored one it only answers the counts. Refuses lists that do not add up. */
export async function loadAdministrativeUnits(tx: Tx, directory: string): Promise<LoadedCounts> {
  const files = await openReferenceFiles(directory)
  await sql`select pg_advisory_xact_lock(${loadLock})`.execute(tx)
  const known = await readLoad(tx)
  if (known?.sha256 === files.sha256)
    return { units: known.units, successors: known.successors, aliases: known.aliases }
  const rows = parseReferenceFiles(files)
  const gazetteer = buildGazetteer(rows)
  refuseMiscounted(gazetteer)
  await writeReference(tx, { rows, gazetteer, sha256: files.sha256 })
  return countsOf(rows)
}

function countsOf(rows: ReferenceRows): LoadedCounts {
  return { units: rows.units.length, successors: rows.successors.length, aliases: rows.aliases.length }
}

function refuseMiscounted(gazetteer: Gazetteer): void {
  const units = [...gazetteer.units.values()]
  for (const { scheme, level, count } of lawfulCounts) {
    const found = units.filter((unit) => unit.scheme === scheme && unit.level === level).length
    if (found !== count) throw refuse('reference-miscounted', { expected: `${count} (${scheme} ${level})`, found })
  }
  const lost = units.filter(
    (unit) =>
      unit.scheme === '2004-2025' &&
      unit.level === 'commune' &&
      !gazetteer.successions.has(`${unit.scheme}/${unit.code}`),
  )
  if (lost.length > 0)
    throw refuse('reference-miscounted', { expected: '10035 communes with successors', found: 10_035 - lost.length })
}
