import { useWords } from '../../../office/locale/locale.ts'
import { Mark } from '../../../office/parts/marks.tsx'
import type { RequestState } from '../states.ts'

const signals = {
  open: { tone: 'watch', icon: 'clock' },
  accepted: { tone: 'good', icon: 'tick' },
  'partly-accepted': { tone: 'good', icon: 'swap' },
  returned: { tone: 'bad', icon: 'cross' },
  withdrawn: { tone: 'calm', icon: 'dash' },
} as const

/** The state of a request in a word. */
export function RequestMark({ state }: { state: RequestState }) {
  return <Mark {...signals[state]}>{useWords().changes.states[state]}</Mark>
}
