export const requestStates = ['open', 'accepted', 'partly-accepted', 'returned', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** What may become of a request; guards, buttons and the README read this one table. Everything but open is final. */
export const next = {
  open: { accept: 'accepted', 'accept-in-part': 'partly-accepted', return: 'returned', withdraw: 'withdrawn' },
  accepted: {},
  'partly-accepted': {},
  returned: {},
  withdrawn: {},
} as const satisfies Record<RequestState, Partial<Record<string, RequestState>>>

/** Tells whether a request still waits for somebody. */
export function isOpen(state: RequestState): boolean {
  return Object.keys(next[state]).length > 0
}

export type Outcome = 'accept' | 'leave'

/** The state that follows from what was decided of each field. */
export function stateOf(outcomes: readonly Outcome[]): 'accepted' | 'partly-accepted' | 'returned' {
  const accepted = outcomes.filter((outcome) => outcome === 'accept').length
  if (accepted === 0) return 'returned'
  return accepted === outcomes.length ? 'accepted' : 'partly-accepted'
}
