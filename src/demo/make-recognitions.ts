import { termOn, type Unit } from '../domains/administrative-units/index.ts'
import type { AuthorityLevel, RecognitionKind } from '../domains/certification/index.ts'
import { addDays, addMonths } from '../platform/clock/clock.ts'
import type { DemonstrationPlace } from './places.ts'
import { type Chance, chanceOf } from './random.ts'

/** A decision of a round; every product that it recognises names the same number. */
export interface DemonstrationDecision {
  key: string
  number: string
  decidedOn: string
  authorityLevel: AuthorityLevel
  authorityName: string
}

export interface DemonstrationRecognition {
  kind: RecognitionKind
  star: number
  /** null where only the year is known */
  decision: DemonstrationDecision | null
  decidedYear: number
  authorityLevel: AuthorityLevel
  authorityName: string
}

/** What happened to the newest recognition afterwards. */
export interface DemonstrationEvent {
  kind: 'suspension' | 'suspension-lifted' | 'revocation'
  effectiveOn: string
  cause: string | null
  reason: string
}

export interface DemonstrationHistory {
  recognitions: DemonstrationRecognition[]
  events: DemonstrationEvent[]
}

/** From these days on another authority decides: see certification.authority_rule. */
const districtsDecideFrom = '2023-02-24'
const districtsDecideUntil = '2025-07-01'
/** The ministry's own marks in decision numbers; it was merged and renamed on 01/03/2025. */
const ministryRenamed = '2025-03-01'

interface Round {
  year: number
  half: 1 | 2
  day: string
}

/** The rounds of a province, two a year over six years, none after `today`. Article 5 of 26/2026/QĐ-TTg: before 30/6 and 30/12. */
export function roundsOf(seed: string, provinceKey: string, today: string): Round[] {
  const thisYear = Number(today.slice(0, 4))
  const rounds: Round[] = []
  for (let year = thisYear - 5; year <= thisYear; year++) {
    for (const half of [1, 2] as const) {
      const chance = chanceOf(`${seed}/round/${provinceKey}/${year}/${half}`)
      const [first, span] = half === 1 ? [`${year}-05-04`, 54] : [`${year}-10-12`, 76]
      const usual = addDays(first, chance.below(span))
      const day = half === 2 && year === thisYear && usual > today ? addDays(today, -chance.between(4, 34)) : usual
      if (day <= today && day >= first) rounds.push({ year, half, day })
    }
  }
  return rounds
}

interface Setting {
  seed: string
  today: string
  place: DemonstrationPlace
  star: number
}

function nameOn(unit: Unit, day: string): string {
  const full = termOn(unit, day)?.fullName ?? unit.fullName
  return full.charAt(0).toLowerCase() + full.slice(1)
}

function authorityOf(star: number, day: string, place: DemonstrationPlace) {
  if (star === 5) {
    const name = day < ministryRenamed ? 'Bộ Nông nghiệp và Phát triển nông thôn' : 'Bộ Nông nghiệp và Môi trường'
    return { level: 'ministry' as const, key: 'ministry', name }
  }
  if (star === 3 && day >= districtsDecideFrom && day < districtsDecideUntil) {
    const { district } = place
    return { level: 'district' as const, key: `district/${district.code}`, name: `UBND ${nameOn(district, day)}` }
  }
  const province = day < districtsDecideUntil ? place.oldProvince : place.province
  return {
    level: 'province' as const,
    key: `${province.scheme}/${province.code}`,
    name: `UBND ${nameOn(province, day)}`,
  }
}

/** The decision of a round for a star: its number and day follow from authority and round alone. */
function decisionOf(setting: Setting, star: number, round: Round): DemonstrationDecision {
  const authority = authorityOf(star, round.day, setting.place)
  // The ministry has rounds of its own for the whole country.
  const own = authority.level === 'ministry' ? ministryRound(setting, round) : round
  const key = `${authority.key}/${own.year}/${own.half}`
  const chance = chanceOf(`${setting.seed}/decision/${key}`)
  const mark = authority.level === 'ministry' ? (own.day < ministryRenamed ? 'QĐ-BNN-VPĐP' : 'QĐ-BNNMT') : 'QĐ-UBND'
  const { name } = authorityOf(star, own.day, setting.place)
  return {
    key,
    number: `${chance.between(118, 4980)}/${mark}`,
    decidedOn: own.day,
    authorityLevel: authority.level,
    authorityName: name,
  }
}

function ministryRound(setting: Setting, near: Round): Round {
  const rounds = roundsOf(setting.seed, 'ministry', setting.today)
  return rounds.find((round) => round.year === near.year && round.half === near.half) ?? near
}

const yearWeights = [
  { age: 5, weight: 4 },
  { age: 4, weight: 7 },
  { age: 3, weight: 17 },
  { age: 2, weight: 27 },
  { age: 1, weight: 27 },
  { age: 0, weight: 18 },
]

function firstRound(chance: Chance, rounds: readonly Round[], today: string): Round {
  const year = Number(today.slice(0, 4)) - chance.weighted(yearWeights).age
  const ofYear = rounds.filter((round) => round.year === year)
  return chance.pick(ofYear.length > 0 ? ofYear : rounds)
}

function stated(kind: RecognitionKind, star: number, decision: DemonstrationDecision): DemonstrationRecognition {
  const { authorityLevel, authorityName } = decision
  return { kind, star, decision, decidedYear: Number(decision.decidedOn.slice(0, 4)), authorityLevel, authorityName }
}

/** A list that told the year and nothing more. */
function yearOnly(chance: Chance, setting: Setting): DemonstrationRecognition {
  const year = Number(setting.today.slice(0, 4)) - chance.between(1, 4)
  const { level, name } = authorityOf(Math.min(setting.star, 4), `${year}-12-01`, setting.place)
  const isMinistry = setting.star === 5
  return {
    kind: 'historical',
    star: setting.star,
    decision: null,
    decidedYear: year,
    authorityLevel: isMinistry ? 'ministry' : level,
    authorityName: isMinistry ? authorityOf(5, `${year}-12-01`, setting.place).name : name,
  }
}

/** The round in which a product came back: before its certificate ran out, or shortly after. */
function laterRound(rounds: readonly Round[], from: string, until: string): Round | undefined {
  return rounds.find((round) => round.day >= from && round.day < until)
}

/** How many products of a thousand are given only a year, were upgraded, came back in time, were suspended, were revoked. */
const share = {
  yearOnly: 0.016,
  upgraded: 0.1,
  renewed: 0.33,
  renewedFiveStar: 0.95,
  suspended: 0.0028,
  lifted: 0.3,
  revoked: 0.0022,
} as const

/** Whether each decision is later than the one before: the ministry's rounds are not the province's, so it can come out otherwise. */
function inOrder(recognitions: readonly DemonstrationRecognition[]): boolean {
  const days = recognitions.map((each) => each.decision?.decidedOn ?? '')
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day)
}

/** The recognitions of a product that today carries (or last carried) a star, and what happened to the newest. */
export function makeHistory(chance: Chance, setting: Setting): DemonstrationHistory {
  const { seed, today, place, star } = setting
  if (star < 5 && chance.happens(share.yearOnly)) return { recognitions: [yearOnly(chance, setting)], events: [] }
  const rounds = roundsOf(seed, place.province.code, today)
  const first = firstRound(chance, rounds, today)
  const isUpgraded = star > 3 && chance.happens(share.upgraded)
  const upgrade = isUpgraded ? laterRound(rounds, addMonths(first.day, 10), addMonths(first.day, 30)) : undefined
  const last = upgrade ?? first
  const comesBack = chance.happens(star === 5 ? share.renewedFiveStar : share.renewed)
  const renewal = comesBack ? laterRound(rounds, addMonths(last.day, 30), addMonths(last.day, 38)) : undefined
  const told = [
    stated(
      'first',
      upgrade === undefined ? star : star - 1,
      decisionOf(setting, upgrade === undefined ? star : star - 1, first),
    ),
    ...(upgrade === undefined ? [] : [stated('upgrade', star, decisionOf(setting, star, upgrade))]),
    ...(renewal === undefined ? [] : [stated('re-evaluation', star, decisionOf(setting, star, renewal))]),
  ]
  const recognitions = inOrder(told) ? told : [stated('first', star, decisionOf(setting, star, last))]
  return { recognitions, events: eventsOf(chance, setting, recognitions) }
}

const suspensions = [
  'Mẫu kiểm nghiệm định kỳ vượt giới hạn công bố; tạm dừng để khắc phục (dữ liệu minh hoạ).',
  'Nhãn hàng ghi sai hạn sử dụng ở một lô; chờ thay nhãn (dữ liệu minh hoạ).',
  'Cơ sở đang sửa chữa, chưa bảo đảm điều kiện sản xuất (dữ liệu minh hoạ).',
]
const revocations = [
  { cause: 'production-stopped', reason: 'Chủ thể ngừng sản xuất sản phẩm (dữ liệu minh hoạ).' },
  {
    cause: 'criteria-not-met',
    reason: 'Kiểm tra sau công nhận: không còn đạt tiêu chí về nguyên liệu (dữ liệu minh hoạ).',
  },
  { cause: 'mark-misused', reason: 'Gắn nhãn OCOP lên sản phẩm chưa được công nhận (dữ liệu minh hoạ).' },
  { cause: 'law-breached', reason: 'Vi phạm quy định về ghi nhãn đã bị xử phạt (dữ liệu minh hoạ).' },
]

function eventsOf(
  chance: Chance,
  { today }: Setting,
  recognitions: readonly DemonstrationRecognition[],
): DemonstrationEvent[] {
  const decidedOn = recognitions.at(-1)?.decision?.decidedOn
  const draw = chance.below(100_000) / 100_000
  if (decidedOn === undefined || draw >= share.suspended + share.revoked) return []
  const effectiveOn = addDays(decidedOn, chance.between(20, 400))
  if (effectiveOn > today) return []
  if (draw < share.revoked) return [{ kind: 'revocation', effectiveOn, ...chance.pick(revocations) }]
  const suspension = { kind: 'suspension' as const, effectiveOn, cause: null, reason: chance.pick(suspensions) }
  const liftedOn = addDays(effectiveOn, chance.between(20, 80))
  if (!chance.happens(share.lifted) || liftedOn > today) return [suspension]
  return [
    suspension,
    {
      kind: 'suspension-lifted',
      effectiveOn: liftedOn,
      cause: null,
      reason: 'Đã khắc phục và kiểm tra lại đạt (dữ liệu minh hoạ).',
    },
  ]
}
