import { isDay } from '../../../office/format/days.ts'
import type { Decided } from '../rules.ts'
import { expiryOf } from '../rules.ts'

/** A recognition as its form holds it: `decidedOn` is a day, or the text as typed while it is no day yet. */
export interface RecognitionDraft {
  kind: 'first' | 'upgrade' | 're-evaluation' | 'historical'
  star: string
  decisionNumber: string
  decidedOn: string
  decidedYear: string
  isOnlyYear: boolean
  authorityLevel: 'district' | 'province' | 'ministry'
  authorityName: string
  documentPage: string
  isVerified: boolean
}

/** When the decision was made, as far as the form says; null while it does not. */
export function decidedOf(draft: RecognitionDraft): Decided | null {
  if (draft.isOnlyYear) {
    return /^20\d{2}$/.test(draft.decidedYear) ? { decidedOn: null, decidedYear: Number(draft.decidedYear) } : null
  }
  return isDay(draft.decidedOn)
    ? { decidedOn: draft.decidedOn, decidedYear: Number(draft.decidedOn.slice(0, 4)) }
    : null
}

/** The expiry that follows from the form; null while the decision's day or year is not known. */
export function expiryOfDraft(draft: RecognitionDraft): { expiresOn: string; expiresBy: string } | null {
  const decided = decidedOf(draft)
  return decided === null ? null : expiryOf(decided)
}

/** Who recognises which star: 5 stars the ministry, the others the province (Decision 26/2026/QĐ-TTg). Only a suggestion; the decision says. */
export function usualLevel(star: string): 'province' | 'ministry' {
  return star === '5' ? 'ministry' : 'province'
}

/** The fields as the API takes them. */
export function toFields(draft: RecognitionDraft) {
  return {
    kind: draft.kind,
    star: Number(draft.star),
    decisionNumber: draft.decisionNumber.trim(),
    decidedOn: draft.isOnlyYear ? '' : draft.decidedOn,
    decidedYear: draft.isOnlyYear ? draft.decidedYear : '',
    authorityLevel: draft.authorityLevel,
    authorityName: draft.authorityName.trim(),
    documentPage: draft.documentPage.trim(),
    verified: draft.isVerified ? 'yes' : 'no',
  }
}
