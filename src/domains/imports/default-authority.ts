import type { Db } from '../../platform/db/database.ts'
import { ancestorsOf, type Gazetteer, type Unit, unitOf } from '../administrative-units/index.ts'
import type { AuthorityLevel } from '../certification/index.ts'
import type { PlaceColumns } from '../producers/index.ts'
import type { DatedRecognition } from './judge-rows.ts'

/** A line of certification.authority_rule: who recognised a star during a time. */
interface Rule {
  star: number
  level: string
  from: string
  to: string | null
}

/** Reads who may recognise what, and since when. */
export async function readAuthorityRules(db: Db): Promise<Rule[]> {
  return db
    .selectFrom('certification.authority_rule')
    .select(['star', 'authority_level as level', 'effective_from as from', 'effective_to as to'])
    .orderBy('effective_from')
    .execute()
}

function levelByWords(authority: string): AuthorityLevel | null {
  if (/\b(bộ|trung ương|thủ tướng)\b/iu.test(authority)) return 'ministry'
  if (/huyện|quận|thị xã/iu.test(authority)) return 'district'
  return /tỉnh|thành phố|ubnd/iu.test(authority) ? 'province' : null
}

function levelByRules(recognition: DatedRecognition, rules: readonly Rule[]): AuthorityLevel {
  const day = recognition.decidedOn ?? `${recognition.year}-12-31`
  const inForce = rules.filter(
    (rule) => rule.star === recognition.star && rule.from <= day && (rule.to === null || rule.to > day),
  )
  const level = inForce.at(-1)?.level
  if (level === 'ministry' || level === 'district') return level
  return recognition.star === 5 ? 'ministry' : 'province'
}

function recordedUnits(gazetteer: Gazetteer, place: PlaceColumns): Unit[] {
  if (place.unitScheme === null || place.unitCode === null) return []
  const unit = unitOf(gazetteer, { scheme: place.unitScheme, code: place.unitCode })
  return unit === undefined ? [] : [unit, ...ancestorsOf(unit)]
}

/** The ministry was renamed when it was merged on 01/03/2025 (Nghị quyết 176/2025/QH15). */
function ministryName(recognition: DatedRecognition): string {
  return (recognition.decidedOn ?? `${recognition.year}-12-31`) < '2025-03-01'
    ? 'Bộ Nông nghiệp và Phát triển nông thôn'
    : 'Bộ Nông nghiệp và Môi trường'
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The authority behind a listed recognition: as written, otherwise the one that the law of the day names for that star and place. */
export function authorityOf(
  recognition: DatedRecognition,
  place: PlaceColumns,
  known: { gazetteer: Gazetteer; rules: readonly Rule[] },
): { authorityLevel: AuthorityLevel; authorityName: string } {
  const written = recognition.authority ?? ''
  const authorityLevel = levelByWords(written) ?? levelByRules(recognition, known.rules)
  if (written !== '') return { authorityLevel, authorityName: written }
  if (authorityLevel === 'ministry') return { authorityLevel, authorityName: ministryName(recognition) }
  const units = recordedUnits(known.gazetteer, place)
  const district = units.find((unit) => unit.level === 'district')
  if (authorityLevel === 'district' && district !== undefined)
    return { authorityLevel, authorityName: `UBND ${lowerFirst(district.fullName)}` }
  const province =
    units.find((unit) => unit.level === 'province') ??
    unitOf(known.gazetteer, { scheme: '2025-', code: place.provinceCode })
  return { authorityLevel, authorityName: `UBND ${lowerFirst(province?.fullName ?? 'cấp tỉnh')}` }
}
