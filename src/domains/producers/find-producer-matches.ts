import { sql } from 'kysely'
import type { Scope } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { distinctiveNameOf, matchNameOf, nameSimilarity } from '../../platform/text/match-name.ts'
import { withinScope } from './policy.ts'
import { type ProducerMatchReason, similarFrom, writeTaxNumber } from './rules.ts'

/** A producer that may be the one that is being entered; score 0 to 1, best first. */
export interface ProducerMatch {
  id: string
  publicId: string
  name: string
  provinceCode: string
  communeCode: string | null
  reasons: ProducerMatchReason[]
  score: number
}

export interface ProducerLikeness {
  name: string
  taxNumber?: string | null | undefined
  provinceCode: string
  communeCode?: string | null | undefined
  /** the office passes its actor's scope, so that nobody learns of a producer out of reach */
  scope?: Scope | undefined
  /** the producer at hand, when an existing one is looked at */
  exceptId?: string | undefined
}

interface Candidate {
  id: string
  publicId: string
  name: string
  matchName: string
  taxNumber: string | null
  provinceCode: string
  communeCode: string | null
}

/** Active producers with the same tax number, or in the same province with the same or a similar name. */
export async function findProducerMatches(db: Db, wanted: ProducerLikeness, limit = 10): Promise<ProducerMatch[]> {
  const asked = {
    ...wanted,
    matchName: matchNameOf(wanted.name),
    taxNumber: writeTaxNumber(wanted.taxNumber ?? '') || null,
  }
  const candidates = await findCandidates(db, asked)
  return candidates
    .flatMap((candidate) => judge(candidate, asked))
    .sort((left, right) => right.score - left.score || left.name.localeCompare(right.name, 'vi'))
    .slice(0, limit)
}

type Asked = ProducerLikeness & { matchName: string; taxNumber: string | null }

const columns = sql`p.id, p.public_id as "publicId", p.name, p.match_name as "matchName", p.tax_number as "taxNumber",
  p.province_code as "provinceCode", p.commune_code as "communeCode"`

async function findCandidates(db: Db, asked: Asked): Promise<Candidate[]> {
  const within = sql`p.state = 'active' and ${asked.scope ? withinScope(asked.scope, 'p', 'id') : sql`true`}
    and p.id is distinct from ${asked.exceptId ?? null}::uuid`
  const found = await sql<Candidate>`
    (select ${columns} from producers.producer p where p.tax_number = ${asked.taxNumber} and ${within} limit 50)
    union
    (select ${columns} from producers.producer p
      where p.province_code = ${asked.provinceCode} and p.match_name = ${asked.matchName} and ${within} limit 50)
    union
    (select ${columns} from producers.producer p
      where p.province_code = ${asked.provinceCode} and ${distinctiveNameOf(asked.matchName)} <% p.match_name and ${within}
      order by word_similarity(${distinctiveNameOf(asked.matchName)}, p.match_name) desc, p.id limit 100)`.execute(db)
  return found.rows
}

function judge(candidate: Candidate, asked: Asked): ProducerMatch[] {
  const reasons: ProducerMatchReason[] = []
  const scores: number[] = []
  if (asked.taxNumber !== null && candidate.taxNumber === asked.taxNumber) {
    reasons.push('tax-number')
    scores.push(1)
  }
  const isHere = candidate.provinceCode === asked.provinceCode
  if (isHere && candidate.matchName === asked.matchName) {
    reasons.push('name-and-place')
    scores.push(asked.communeCode && candidate.communeCode === asked.communeCode ? 0.98 : 0.9)
  } else if (isHere) {
    const likeness = nameSimilarity(candidate.matchName, asked.matchName)
    if (likeness >= similarFrom) {
      reasons.push('similar-name')
      scores.push(Math.round(likeness * 89) / 100)
    }
  }
  if (reasons.length === 0) return []
  const { id, publicId, name, provinceCode, communeCode } = candidate
  return [{ id, publicId, name, provinceCode, communeCode, reasons, score: Math.max(...scores) }]
}
