import { Loader } from '@mantine/core'
import { useWords } from '../locale/locale.ts'

/** A page on its way. */
export function Waiting() {
  const words = useWords()
  return (
    <div className="door" role="status" aria-label={words.list.loading}>
      <Loader size="sm" />
    </div>
  )
}
