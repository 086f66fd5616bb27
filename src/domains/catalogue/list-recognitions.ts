import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { productAddress, slugOf } from '../../ui/addresses.ts'
import { decisionKey } from '../certification/index.ts'
import { readCursor, writeCursor } from './cursors.ts'
import { unscopedFindProduct } from './find-product.ts'
import type { ListRecognitions, RecognitionItem, RecognitionList } from './messages.ts'
import { refuse } from './refusals.ts'

type Item = z.infer<typeof RecognitionItem>
type Row = Omit<Item, 'product'> & { publicId: string; name: string; countsFrom: string }

async function conditionsOf(db: Db, input: z.infer<typeof ListRecognitions>) {
  const conditions = [sql<SqlBool>`r.level in ('A', 'B')`]
  if (input.year !== undefined) conditions.push(sql<SqlBool>`r.decided_year = ${input.year}`)
  if (input.decision !== undefined) {
    // The number as written in any spelling: compared by what identifies it, after the year or product has narrowed the list.
    conditions.push(
      sql<SqlBool>`regexp_replace(public.fold(coalesce(r.decision_number, '')), '[\\s.,]', '', 'g') = ${decisionKey(input.decision)}`,
    )
  }
  if (input.product !== undefined) {
    const sought = await unscopedFindProduct(db, input.product)
    if (sought.state === 'gone') throw refuse('product-gone')
    if (sought.state === 'unknown') throw refuse('product-unknown')
    conditions.push(sql<SqlBool>`l.root_id = ${sought.productId}::uuid`)
  }
  if (input.cursor !== undefined) {
    const [day = '', id = ''] = readCursor(input.cursor, 2)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^[0-9a-f-]{36}$/.test(id)) throw refuse('cursor-unreadable')
    conditions.push(sql<SqlBool>`(r.counts_from, r.id) < (${day}::date, ${id}::uuid)`)
  }
  return sql.join(conditions, sql` and `)
}

/** Recognitions of public products, newest first. */
export async function listRecognitions(
  { db }: Read,
  input: z.infer<typeof ListRecognitions>,
): Promise<z.infer<typeof RecognitionList>> {
  const found = await sql<Row>`
    select r.id, r.kind, r.star, r.decision_number as "decisionNumber", r.decided_on as "decidedOn", r.decided_year as "decidedYear",
      r.authority_name as "authorityName", r.expires_on as "expiresOn", r.expires_by as "expiresBy", r.level, r.counts_from as "countsFrom",
      c.public_id as "publicId", c.name
    from certification.recognition_card r
    join products.product_lineage l on l.product_id = r.product_id
    join catalogue.product_card c on c.product_id = l.root_id
    where ${await conditionsOf(db, input)}
    order by r.counts_from desc, r.id desc limit ${input.limit + 1}`.execute(db)
  const shown = found.rows.slice(0, input.limit)
  const last = found.rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ publicId, name, countsFrom: _countsFrom, ...recognition }) => ({
      ...recognition,
      product: { publicId, name, address: productAddress('vi', { publicId, slug: slugOf(name) }) },
    })),
    next: last === undefined ? null : writeCursor([last.countsFrom, last.id]),
  }
}
