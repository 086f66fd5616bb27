import { Skeleton } from '@mantine/core'
import { showDay } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { StandingMark, Stars } from '../../../office/parts/marks.tsx'
import { useRecognitions } from './use-recognitions.ts'

/** The star today and its standing in words: derived, never edited. */
export function ProductStanding({ productId }: { productId: string }) {
  const words = useWords().product
  const answer = useRecognitions(productId).data
  if (answer === undefined) return <Skeleton height={44} width={320} />
  const { star, standing, since, until, isCertain } = answer
  const dates = [since && words.since(showDay(since)), until && words.until(showDay(until))].filter(Boolean).join(' ')
  return (
    <section aria-label={words.star}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        {star === null ? <span className="quiet">{words.noStar}</span> : <Stars star={star} size={24} />}
        <StandingMark standing={standing} />
        {dates && <span>{dates}</span>}
      </div>
      <div className="quiet small" style={{ marginTop: 4 }}>
        {words.starDerived} {!isCertain && words.uncertain}
      </div>
    </section>
  )
}
