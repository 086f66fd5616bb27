import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import type { Answer, RouteRow } from './rows.ts'

function countOf({ body, file }: Answer): number | null {
  if (file !== undefined) return file.rows ?? 1
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : null
  return Array.isArray(items) ? items.length : null
}

/** Writes into the audit log that data was taken away or read in bulk, committed before the first byte is sent: what is not logged is not handed out. */
export async function noteReading(
  db: Db,
  row: RouteRow,
  filters: Record<string, unknown>,
  answer: Answer,
): Promise<void> {
  const { file } = answer
  try {
    await inTransaction(db, (tx) =>
      sql`select audit.note_reading(${row.audited}, ${countOf(answer)}::integer, ${JSON.stringify({ filters })}::jsonb)`.execute(
        tx,
      ),
    )
  } catch (error) {
    // a stream that is called off says so by an error, which nobody else would hear
    if (file !== undefined && !Buffer.isBuffer(file.body)) file.body.on('error', () => undefined).destroy()
    throw error
  }
}
