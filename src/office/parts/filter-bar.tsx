import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../locale/locale.ts'

/** The filters of a list in a row; on a phone the words come first and the others open when asked for. */
export function FilterBar({ children }: { children: ReactNode }) {
  const words = useWords().list
  const [isOpen, setOpen] = useState(false)
  return (
    <search className="filters" aria-label={words.filters} data-open={isOpen}>
      {children}
      <Button
        className="filter-act filter-toggle"
        variant="default"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.moreFilters}
      </Button>
    </search>
  )
}
