import type { Standing } from '../../domains/certification/states.ts'
import { useWords } from '../locale/locale.ts'
import { Icon, type IconName } from './icons.tsx'

const signals = {
  valid: { tone: 'good', icon: 'tick' },
  expiring: { tone: 'watch', icon: 'clock' },
  lapsed: { tone: 'bad', icon: 'cross' },
  suspended: { tone: 'calm', icon: 'pause' },
  revoked: { tone: 'bad', icon: 'cross' },
  replaced: { tone: 'calm', icon: 'swap' },
  'not-recognised': { tone: 'calm', icon: 'dash' },
} as const satisfies Record<Standing, { tone: Tone; icon: IconName }>

export type Tone = 'good' | 'watch' | 'bad' | 'calm'

/** A word with a shape and a colour, so that the colour is never alone. */
export function Mark({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span className={`mark mark-${tone}`}>
      <Icon name={icon} size={13} />
      {children}
    </span>
  )
}

/** The standing of a recognition or product in a word. */
export function StandingMark({ standing }: { standing: Standing }) {
  const words = useWords()
  return <Mark {...signals[standing]}>{words.standing[standing]}</Mark>
}

const outline = 'M8 1.2l2 4.300 4.800.6-3.500 3.200.9 4.700L8 11.700 3.800 14l.9-4.700L1.200 6.100l4.800-.6Z'

/** Stars as drawn signs; readers hear "4 trên 5 sao". */
export function Stars({ star, size = 15 }: { star: number; size?: number }) {
  const words = useWords()
  return (
    <span className="stars" role="img" aria-label={words.stars(star)}>
      {[1, 2, 3, 4, 5].map((place) => (
        <svg key={place} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
          <path
            d={outline}
            fill={place <= star ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeOpacity={place <= star ? 1 : 0.45}
          />
        </svg>
      ))}
    </span>
  )
}
