import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { canonicalCode, isGtinValid, writeGtin } from './rules.ts'

/** The product that a code means today: the kept one where it was merged. Its state may be withdrawn. */
export interface ResolvedCode {
  productId: string
  publicId: string
  state: 'active' | 'withdrawn'
}

/**
 * Finds the product of whatever is printed on a label or certificate, in any usual spelling: our public identifier, the four-part and
 * five-part legal codes, a certificate's number, a GTIN. Null where it is none of ours, or a GTIN that several products carry.
 */
export async function resolveCode(db: Db, text: string): Promise<ResolvedCode | null> {
  if (text.length > 200) return null
  const publicId = readPublicId(text)
  const byPublicId = publicId === null ? [] : await rootsWhere(db, sql`p.public_id = ${publicId}`)
  if (byPublicId[0] !== undefined) return byPublicId[0]
  const { code } = canonicalCode(text)
  const byCode = await rootsWhere(
    db,
    sql`p.id = (select a.product_id from products.code_alias a where a.code = ${code})`,
  )
  if (byCode[0] !== undefined) return byCode[0]
  const gtin = writeGtin(text)
  if (!isGtinValid(gtin)) return null
  const byGtin = await rootsWhere(db, sql`p.gtin = any(${spellingsOf(gtin)}::text[]) and p.state <> 'withdrawn'`)
  const [only] = byGtin
  return only !== undefined && byGtin.length === 1 ? only : null
}

/** A scanner may read a 12-digit number as 13 with a leading zero, and a 13-digit one as 14. */
function spellingsOf(gtin: string): string[] {
  const bare = gtin.replace(/^0+/, '')
  return [8, 12, 13, 14].filter((width) => width >= bare.length).map((width) => bare.padStart(width, '0'))
}

async function rootsWhere(db: Db, condition: ReturnType<typeof sql>): Promise<ResolvedCode[]> {
  const found = await sql<ResolvedCode>`
    select distinct r.id as "productId", r.public_id as "publicId", r.state
    from products.product p
    join products.product r on r.id = coalesce(p.merged_into_id, p.id)
    where ${condition} limit 2`.execute(db)
  return found.rows
}
