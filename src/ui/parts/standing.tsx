import type { Language } from '../addresses.ts'
import { formatDate } from '../format/format-date.ts'
import { fill, uiWords } from '../locale/words.ts'

export type StandingName = 'valid' | 'expiring' | 'lapsed' | 'suspended' | 'revoked' | 'replaced' | 'not-recognised'

/** Each standing's signal; replaced and not recognised are neither good nor bad, so they share the grey. */
const signals = {
  valid: { tone: 'ok', shape: 'M6.5 12.5l3.6 3.7 7.4-8' },
  expiring: { tone: 'warn', shape: 'M12 7v5.4l3.6 2.2' },
  lapsed: { tone: 'bad', shape: 'M8 8l8 8M16 8l-8 8' },
  suspended: { tone: 'hold', shape: 'M9.5 8v8M14.5 8v8' },
  revoked: { tone: 'bad', shape: 'M8 8l8 8M16 8l-8 8' },
  replaced: { tone: 'hold', shape: 'M7.5 12h8.5M12.5 8.2l3.8 3.8-3.8 3.8' },
  'not-recognised': { tone: 'hold', shape: 'M8 12h8' },
} as const satisfies Record<StandingName, { tone: string; shape: string }>

function Signal({ standing }: { standing: StandingName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="12" cy="12" r="10" />
      <path d={signals[standing].shape} />
    </svg>
  )
}

/** A standing in a list: word, shape and colour together. */
export function StandingBadge({ standing, language }: { standing: StandingName; language: Language }) {
  return (
    <span className={`badge ${signals[standing].tone}`}>
      <Signal standing={standing} />
      {uiWords(language).standing[standing]}
    </span>
  )
}

export interface StandingFacts {
  standing: StandingName
  isCertain: boolean
  /** last certain day of the certificate */
  expiresOn: string | null
  decidedYear: number | null
  heldFrom: string | null
  today: string
}

/** The end of the span in which a certificate of a year alone ends: 36 months after that year's last day. */
function latestEnd(decidedYear: number | null): string | null {
  return decidedYear === null ? null : `${decidedYear + 3}-12-31`
}

/** What a standing means today, as an official would say it aloud. */
export function standingSentence(facts: StandingFacts, language: Language): string {
  const words = uiWords(language).panel
  const { standing, isCertain, expiresOn, heldFrom, today } = facts
  const latest = latestEnd(facts.decidedYear)
  const isRunning = standing === 'valid' || standing === 'expiring'
  if (isRunning && !isCertain && expiresOn !== null && latest !== null) {
    const span = { from: formatDate(expiresOn), to: formatDate(latest) }
    return fill(today > expiresOn ? words.uncertainDoubt : words.uncertainValid, span)
  }
  switch (standing) {
    case 'valid':
    case 'expiring':
      return expiresOn === null ? words.validOpen : fill(words[standing], { day: formatDate(expiresOn) })
    case 'lapsed':
      return expiresOn === null || !isCertain ? words.lapsedOpen : fill(words.lapsed, { day: formatDate(expiresOn) })
    case 'suspended':
    case 'revoked':
      return heldFrom === null ? words[`${standing}Open`] : fill(words[standing], { day: formatDate(heldFrom) })
    case 'replaced':
    case 'not-recognised':
      return words[standing]
  }
}

/** The answer of a product page: is the certificate valid today. */
export function StandingPanel({ facts, language }: { facts: StandingFacts; language: Language }) {
  const words = uiWords(language)
  return (
    <div className={`verdict ${signals[facts.standing].tone}`}>
      <Signal standing={facts.standing} />
      <div>
        <strong>{words.standing[facts.standing]}</strong>
        <p>{standingSentence(facts, language)}</p>
      </div>
    </div>
  )
}
