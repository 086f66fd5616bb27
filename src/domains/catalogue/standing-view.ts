import type { ProductDetail, PublicSource } from './product-detail.ts'
import type { RecognitionView, SourceView, StandingView } from './views.ts'

/** A source as pages show it; documents stay in the office, so it has no address. */
export function toSourceView(source: PublicSource): SourceView {
  const { id, level, title, reference, page, checkedOn } = source
  return { id, level, title, reference, page, checkedOn, address: null }
}

/** The standing today in the facts that explain it: dates, decision, and what holds it back. */
export function toStandingView({ standing, events }: ProductDetail, day: string): StandingView {
  const { recognition } = standing
  const own = events.filter((event) => event.recognitionId === recognition?.id && event.effectiveOn <= day)
  const holding =
    standing.standing === 'revoked' ? 'revocation' : standing.standing === 'suspended' ? 'suspension' : null
  const hold = holding === null ? undefined : own.findLast((event) => event.kind === holding)
  return {
    standing: standing.standing,
    isCertain: standing.isCertain,
    star: recognition?.star ?? null,
    expiresOn: recognition?.expiresOn ?? null,
    decidedOn: recognition?.decidedOn ?? null,
    decidedYear: recognition?.decidedYear ?? null,
    decisionNumber: recognition?.decisionNumber ?? null,
    authorityName: recognition?.authorityName ?? null,
    heldFrom: hold?.effectiveOn ?? null,
    heldUntil: null,
    reason: hold?.reason ?? null,
    today: day,
  }
}

/** Every recognition that may be shown, newest first, each with its source. */
export function toRecognitionViews({ standing, sources }: ProductDetail): RecognitionView[] {
  return standing.each.map(({ recognition, standing: own }) => {
    const source = sources.get(recognition.sourceId)
    return {
      kind: recognition.kind,
      star: recognition.star,
      standing: own,
      decisionNumber: recognition.decisionNumber,
      decidedOn: recognition.decidedOn,
      decidedYear: recognition.decidedYear,
      authorityName: recognition.authorityName,
      expiresOn: recognition.expiresOn,
      source: source === undefined ? null : toSourceView(source),
    }
  })
}
