import { appendFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type Checkpoint, writeCheckpoint } from './chain.ts'

/** The head of the chain now, or null while nothing is written. */
export async function readHead(db: Db): Promise<Checkpoint | null> {
  const found = await sql<Checkpoint>`
    select audit.moment_text(e.recorded_at) as at, s.number, encode(s.sha256, 'hex') as sha256
    from audit.seal s join audit.entry e on e.id = s.entry_id order by s.number desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** Appends the head of the chain to a file, to be published where the database's keepers cannot change it; answers the line. */
export async function keepCheckpoint(db: Db, path: string): Promise<string | null> {
  const head = await readHead(db)
  if (head === null) return null
  const line = writeCheckpoint(head)
  await appendFile(path, `${line}\n`)
  return line
}
