import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { matchNameOf, nameSimilarity } from '../../platform/text/match-name.ts'
import { type ProductMatchReason, similarFrom } from './rules.ts'

/** A product of the same producer that may be the one that is being entered; score 0 to 1, best first. */
export interface ProductMatch {
  id: string
  publicId: string
  name: string
  reasons: ProductMatchReason[]
  score: number
}

interface Candidate {
  id: string
  publicId: string
  name: string
  matchName: string
}

/** Active products of a producer with the same or a similar name. The caller has checked that the producer is within reach. */
export async function findProductMatches(
  db: Db,
  wanted: { producerId: string; name: string; exceptId?: string | undefined },
  limit = 10,
): Promise<ProductMatch[]> {
  const matchName = matchNameOf(wanted.name)
  const { rows } = await sql<Candidate>`
    select p.id, p.public_id as "publicId", p.name, p.match_name as "matchName" from products.product p
    where p.producer_id = ${wanted.producerId} and p.state = 'active' and p.id is distinct from ${wanted.exceptId ?? null}::uuid
    order by p.match_name, p.id limit 2000`.execute(db)
  return rows
    .flatMap((row) => judge(row, matchName))
    .sort((left, right) => right.score - left.score || left.name.localeCompare(right.name, 'vi'))
    .slice(0, limit)
}

function judge({ matchName, ...candidate }: Candidate, wanted: string): ProductMatch[] {
  if (matchName === wanted) return [{ ...candidate, reasons: ['same-name'], score: 1 }]
  const likeness = nameSimilarity(matchName, wanted)
  return likeness < similarFrom
    ? []
    : [{ ...candidate, reasons: ['similar-name'], score: Math.round(likeness * 98) / 100 }]
}
