import { useWords } from '../../../office/locale/locale.ts'
import type { IconName } from '../../../office/parts/icons.tsx'
import { Mark, type Tone } from '../../../office/parts/marks.tsx'
import type { BatchState } from '../messages.ts'

const signals = {
  received: { tone: 'calm', icon: 'clock' },
  reading: { tone: 'calm', icon: 'clock' },
  'needs-mapping': { tone: 'watch', icon: 'clock' },
  judging: { tone: 'calm', icon: 'clock' },
  staged: { tone: 'watch', icon: 'clock' },
  applying: { tone: 'calm', icon: 'clock' },
  applied: { tone: 'good', icon: 'tick' },
  undone: { tone: 'calm', icon: 'swap' },
  failed: { tone: 'bad', icon: 'cross' },
  discarded: { tone: 'calm', icon: 'dash' },
} as const satisfies Record<BatchState, { tone: Tone; icon: IconName }>

/** Where a batch stands, in a word. */
export function BatchStateMark({ state }: { state: BatchState }) {
  const words = useWords().imports.states
  return <Mark {...signals[state]}>{words[state]}</Mark>
}
