import { type Insertable, sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Tables } from './tables.generated.ts'

const rowsAtOnce = 2000

/**
 * Inserts many rows as one JSON parameter a statement: a tenth of the work of a parameter a cell. All rows carry the same columns.
 * With `unless` a row whose value in that unique column is taken is left out; the ids of those written are answered.
 */
export async function insertRows<Table extends keyof Tables>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  unless?: keyof Tables[Table] & string,
): Promise<string[]> {
  const written: string[] = []
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce)
    const columns = sql.join(Object.keys(batch[0] ?? {}).map((column) => sql.ref(column)))
    const conflict = unless === undefined ? sql`` : sql`on conflict (${sql.ref(unless)}) do nothing`
    const found = await sql<{ id: string }>`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(batch)}::json)
      ${conflict} returning id`.execute(tx)
    for (const row of found.rows) written.push(row.id)
  }
  return written
}
