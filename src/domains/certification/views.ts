import type { EventRow, RecognitionRow } from './queries.ts'
import type { AuthorityLevel, AuthorityRule } from './rules.ts'
import { readable } from './statement.ts'

const levelNames: Record<AuthorityLevel, { vi: string; en: string }> = {
  district: { vi: 'cấp huyện', en: 'the district' },
  province: { vi: 'cấp tỉnh', en: 'the province' },
  ministry: { vi: 'cấp trung ương', en: 'the centre' },
}

function isAuthorityLevel(text: string): text is AuthorityLevel {
  return text in levelNames
}

/** Says that a decision was made by another level than the rules of its day name: history is shown as it was, with this remark. */
export function toWarnings(star: number, departs: readonly AuthorityRule[]) {
  return departs.map((rule) => {
    const level = isAuthorityLevel(rule.authorityLevel) ? levelNames[rule.authorityLevel] : { vi: '', en: '' }
    const since = readable(rule.effectiveFrom)
    return {
      code: 'authority-differs' as const,
      vi: `Theo Quyết định ${rule.decisionNumber} (từ ${since}), hạng ${star} sao do ${level.vi} công nhận. Vui lòng đối chiếu lại với văn bản gốc.`,
      en: `Under Decision ${rule.decisionNumber} (from ${since}) ${star} stars are recognised by ${level.en}. Please compare with the original.`,
    }
  })
}

/** The fields of a decision that every view of it shows. */
export function toDecisionView(row: RecognitionRow) {
  return {
    id: row.id,
    kind: row.kind,
    star: row.star,
    decisionNumber: row.decisionNumber,
    decidedOn: row.decidedOn,
    decidedYear: row.decidedYear,
    authorityLevel: row.authorityLevel,
    authorityName: row.authorityName,
    criteriaVersion: row.criteriaVersion,
    expiresOn: row.expiresOn,
    expiresBy: row.expiresBy,
    level: row.level,
  }
}

/** An event as the office shows it beside its recognition. */
export function toEventView(event: EventRow) {
  return {
    id: event.id,
    kind: event.kind,
    effectiveOn: event.effectiveOn,
    decisionNumber: event.decisionNumber,
    decidedOn: event.decidedOn,
    authorityName: event.authorityName,
    reason: event.reason,
    cause: event.causeCode,
    recordedAt: event.recordedAt.toISOString(),
  }
}
