import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Json } from '../../platform/db/tables.generated.ts'

/** One thing that applying a row made or changed. */
export interface Made {
  rowNumber: number
  kind: 'producer' | 'product' | 'recognition'
  subjectId: string
  effect: 'created' | 'revived' | 'revised'
  before?: { [field: string]: Json }
}

/** Keeps what a batch made, each with the version that it left, and points its rows to their subjects. */
export async function keepMade(tx: Tx, batchId: string, made: readonly Made[]): Promise<void> {
  const rows = made.map(({ rowNumber, kind, subjectId, effect, before }) => ({
    row_number: rowNumber,
    kind,
    subject_id: subjectId,
    effect,
    before: before ?? null,
  }))
  await sql`
    insert into imports.made (batch_id, row_number, kind, subject_id, effect, before, version_after)
    select ${batchId}::uuid, made.row_number, made.kind, made.subject_id, made.effect, made.before,
      coalesce(product.version, producer.version, 1)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (row_number int, kind text, subject_id uuid, effect text, before jsonb)
    left join products.product product on made.kind = 'product' and product.id = made.subject_id
    left join producers.producer producer on made.kind = 'producer' and producer.id = made.subject_id`.execute(tx)
  await sql`
    update imports.batch_row as row set product_id = product.id, producer_id = product.producer_id
    from imports.made made join products.product product on product.id = made.subject_id
    where made.batch_id = ${batchId}::uuid and made.kind = 'product' and row.batch_id = made.batch_id and row.row_number = made.row_number`.execute(
    tx,
  )
}
