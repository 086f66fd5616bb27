import type { Language } from '../addresses.ts'
import { fill, uiWords } from '../locale/words.ts'

const shape = 'M12 2.2l3 6.2 6.8.9-5 4.7 1.3 6.8L12 17.5l-6.1 3.3 1.3-6.8-5-4.7 6.8-.9z'

/** Five drawn stars, as many of them gold as were recognised; read aloud as "4 trên 5 sao". */
export function Stars({ star, language, size }: { star: number | null; language: Language; size?: 'large' }) {
  const words = uiWords(language)
  if (star === null) return <span className="small quiet">{words.noStar}</span>
  return (
    <span
      className={size === 'large' ? 'stars large' : 'stars'}
      role="img"
      aria-label={fill(words.star, { count: star })}
    >
      {[1, 2, 3, 4, 5].map((place) => (
        <svg key={place} viewBox="0 0 24 24" aria-hidden="true" className={place > star ? 'off' : undefined}>
          <path fill="currentColor" d={shape} />
        </svg>
      ))}
    </span>
  )
}

/** The same in words beside the drawing: "4 sao". */
export function starWords(star: number | null, language: Language): string {
  const words = uiWords(language)
  return star === null ? words.noStar : fill(words.starShort, { count: star })
}
