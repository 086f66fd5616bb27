import { today } from '../../platform/clock/clock.ts'
import { recordSource } from '../provenance/index.ts'
import { authorOf } from './policy.ts'
import type { Writing } from './register-producer.ts'

/** A document that an officer has before them: a signed decision (A) or a government publication (B). */
export interface CitedDocument {
  level: 'A' | 'B'
  title: string
  reference?: string | null | undefined
  page?: string | null | undefined
  statedOn?: string | null | undefined
}

/** Records on whose word an officer's edit stands: the document they cite with their reason, or their own word (level B). */
export function recordOfficerSource(
  { tx, actor, now }: Writing,
  reason: string,
  document: CitedDocument | null = null,
): Promise<string> {
  const common = { checkedOn: today(now), recordedBy: authorOf(actor), now }
  if (document === null) return recordSource(tx, { ...common, kind: 'officer', level: 'B', title: reason })
  return recordSource(tx, {
    ...common,
    kind: document.level === 'A' ? 'decision' : 'publication',
    level: document.level,
    title: `${document.title} (${reason})`,
    reference: document.reference ?? null,
    page: document.page ?? null,
    statedOn: document.statedOn ?? null,
  })
}
