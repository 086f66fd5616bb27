import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { plainLine } from '../../platform/text/plain-text.ts'
import { refuse } from './refusals.ts'
import { type CodeKind, canonicalCode, productLimits } from './rules.ts'

/** A further code of a product, as its document spells it; the kind of a legal code is read from the code itself. */
export interface CodeEntry {
  productId: string
  code: string
  kind: CodeKind
  sourceId: string | null
  now: Date
}

/** Gives a product a code by which it is found for ever. Saying it again changes nothing; another product's code is refused. */
export async function addCodeAlias(tx: Tx, entry: CodeEntry): Promise<void> {
  const written = plainLine(entry.code)
  const read = canonicalCode(written)
  const kind = read.kind === 'other' ? entry.kind : read.kind
  const isMisread = read.kind === 'other' && (entry.kind === 'four-part' || entry.kind === 'five-part')
  if (read.code === '' || written.length > productLimits.code || isMisread) {
    const field = { path: 'code', vi: 'Mã không đúng dạng.', en: 'Not a code of this form.' }
    throw refuse('code-unreadable', { code: written.slice(0, productLimits.code) }, [field])
  }
  const inserted = await tx
    .insertInto('products.code_alias')
    .values({
      code: read.code,
      written,
      product_id: entry.productId,
      kind,
      source_id: entry.sourceId,
      recorded_at: entry.now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['code'])
    .executeTakeFirst()
  if (inserted === undefined) await requireSameProduct(tx, read.code, entry.productId)
}

/** A code that is known already must belong to the same product, or to one merged with it. */
async function requireSameProduct(tx: Tx, code: string, productId: string): Promise<void> {
  const found = await sql<{ publicId: string; isSame: boolean }>`
    select r.public_id as "publicId", r.id = coalesce(w.merged_into_id, w.id) as "isSame"
    from products.code_card c
    join products.product r on r.id = c.product_id
    join products.product w on w.id = ${productId}
    where c.code = ${code}`.execute(tx)
  const [holder] = found.rows
  if (holder?.isSame === true) return
  const field = { path: 'code', vi: 'Mã đã thuộc sản phẩm khác.', en: 'The code belongs to another product.' }
  throw refuse('code-taken', { code, publicId: holder?.publicId ?? '' }, [field])
}
