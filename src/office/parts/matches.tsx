import { Checkbox } from '@mantine/core'
import { Link } from 'react-router'
import { useWords } from '../locale/locale.ts'

export interface Match {
  id: string
  publicId: string
  name: string
  reasons: readonly ('tax-number' | 'name-and-place' | 'similar-name' | 'same-name')[]
  place?: string
}

interface MatchesProps {
  matches: Match[]
  path: '/products' | '/producers'
  isDistinct: boolean
  onDistinct: (isDistinct: boolean) => void
}

/** What may be the one about to be entered, shown while it is typed; a person says that it is another. */
export function Matches({ matches, path, isDistinct, onDistinct }: MatchesProps) {
  const words = useWords().matches
  if (matches.length === 0) return <div aria-live="polite" />
  return (
    <section className="band" aria-live="polite" aria-label={words.title}>
      <strong>{words.title}</strong>
      <div>{words.text}</div>
      <ul style={{ margin: '8px 0', paddingLeft: 20 }}>
        {matches.map((match) => (
          <li key={match.id}>
            <Link to={`${path}/${match.id}`} target="_blank">
              {match.name}
            </Link>{' '}
            (
            {[match.publicId, match.place, ...match.reasons.map((reason) => words.reasons[reason])]
              .filter(Boolean)
              .join(' · ')}
            )
          </li>
        ))}
      </ul>
      <Checkbox
        label={words.distinct}
        checked={isDistinct}
        onChange={(event) => onDistinct(event.currentTarget.checked)}
      />
    </section>
  )
}
