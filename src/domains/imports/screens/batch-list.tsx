import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { showMoment } from '../../../office/format/days.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { ChoiceFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, Table } from '../../../office/parts/list.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { BatchList as Answer, BatchView } from '../messages.ts'
import { BatchStateMark } from './batch-state.tsx'

const shown = ['needs-mapping', 'staged', 'applied', 'undone', 'failed', 'discarded'] as const

/** Every list that was sent, newest first: where each stands and what it holds. */
export function BatchList() {
  const words = useWords()
  const text = words.imports
  const mayRun = useMay('imports.run')
  const { filters, cursor, change } = useFilters(['state'] as const)
  const answer = useQuery({
    queryKey: ['imports', filters, cursor],
    queryFn: ({ signal }) => ask<z.infer<typeof Answer>>('/office/imports', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const start = mayRun && (
    <Button component={Link} to="/imports/new">
      {text.start}
    </Button>
  )
  const columns: Column<BatchView>[] = [
    {
      label: text.file,
      cell: (batch) => (
        <Link className="row-link" to={`/imports/${batch.id}`}>
          {batch.fileName}
        </Link>
      ),
    },
    { label: text.state, cell: (batch) => <BatchStateMark state={batch.state} /> },
    { label: text.province, cell: (batch) => batch.provinceName ?? '–' },
    { label: text.rows, className: 'nowrap', cell: (batch) => showNumber(batch.counts.total) },
    {
      label: text.sentAt,
      cell: (batch) => (
        <>
          {showMoment(batch.createdAt)} <span className="quiet small">{batch.createdBy}</span>
        </>
      ),
    },
  ]
  return (
    <Page title={text.title} intro={text.intro} acts={start}>
      <search className="filters" aria-label={words.list.filters}>
        <ChoiceFilter
          label={text.state}
          value={filters.state}
          choices={shown.map((value) => ({ value, label: text.states[value] }))}
          onChange={(state) => change({ state })}
        />
      </search>
      <List
        answer={answer}
        noun={text.noun}
        empty={<Empty icon="imports" title={text.emptyTitle} text={text.emptyText} act={start} />}
      >
        {(items) => <Table caption={text.title} columns={columns} items={items} keyOf={(batch) => batch.id} />}
      </List>
    </Page>
  )
}
