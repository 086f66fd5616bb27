import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { List } from '../../../office/parts/list.tsx'
import type { BatchView, RowList } from '../messages.ts'
import { RowCard } from './row-card.tsx'

const tabs = ['problem', 'new', 'update', 'same', 'skipped'] as const

/** The dry run: what is new, changes, stays, or needs somebody; problems first. */
export function RowsStep({ batch }: { batch: BatchView }) {
  const words = useWords()
  const text = words.imports
  const [search, setSearch] = useSearchParams()
  const fallback = tabs.find((tab) => batch.counts[tab] > 0) ?? 'new'
  const judgement = tabs.find((tab) => tab === search.get('judgement')) ?? fallback
  const cursor = search.get('cursor')
  const rows = useQuery({
    queryKey: ['import', batch.id, 'rows', judgement, cursor],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof RowList>>(`/office/imports/${batch.id}/rows`, { judgement, cursor, limit: 25 }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-label={text.dryRun}>
      <h2 style={{ fontSize: '1.125rem' }}>{text.dryRun}</h2>
      <Button.Group mb="md" style={{ flexWrap: 'wrap' }}>
        {tabs.map((tab) => (
          <Button
            key={tab}
            size="sm"
            variant={tab === judgement ? 'filled' : 'default'}
            aria-pressed={tab === judgement}
            onClick={() => setSearch({ judgement: tab })}
          >
            {text.tabs[tab]} · {showNumber(batch.counts[tab])}
          </Button>
        ))}
      </Button.Group>
      <List answer={rows} noun={text.rows.toLowerCase()} empty={<p className="quiet">{text.noRows}</p>}>
        {(items) => items.map((row) => <RowCard key={row.rowNumber} row={row} batch={batch} />)}
      </List>
    </section>
  )
}
