import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../../office/api/client.ts'
import { showDay } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter, ProvinceFilter, WordsFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, ListActs, Table } from '../../../office/parts/list.tsx'
import { StandingMark, Stars } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { RecognitionLines } from '../messages.ts'
import { standings } from '../states.ts'

const names = ['q', 'province', 'star', 'standing', 'level', 'sort'] as const

/** Every recognition in one's scope with its standing today. */
export function RecognitionList() {
  const words = useWords()
  const text = words.recognition
  const { filters, cursor, change, clear } = useFilters(names)
  const answer = useQuery({
    queryKey: ['recognitions', filters, cursor],
    queryFn: ({ signal }) => ask<RecognitionLines>('/office/recognitions', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const columns = useColumns()
  const sorts = (['decided', 'expiry'] as const).map((value) => ({ value, label: text.sortBy[value] }))
  return (
    <Page title={words.shell.recognitions} intro={text.listIntro}>
      <FilterBar>
        <WordsFilter label={text.searchLabel} value={filters.q} onChange={(q, replace) => change({ q }, replace)} />
        <ChoiceFilter
          label={text.standing}
          value={filters.standing}
          choices={standings.map((value) => ({ value, label: words.standing[value] }))}
          onChange={(standing) => change({ standing })}
        />
        <ChoiceFilter
          label={text.star}
          value={filters.star}
          choices={['3', '4', '5'].map((value) => ({ value, label: words.stars(Number(value)) }))}
          onChange={(star) => change({ star })}
        />
        <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
        <ChoiceFilter
          label={text.sourceLevel}
          value={filters.level}
          choices={(['A', 'B', 'C'] as const).map((value) => ({ value, label: words.levels[value] }))}
          onChange={(level) => change({ level })}
        />
        <ChoiceFilter
          label={words.list.sort}
          value={filters.sort}
          choices={sorts}
          any={text.sortBy.recorded}
          onChange={(sort) => change({ sort })}
        />
        {isFiltered && (
          <Button className="filter-act" variant="subtle" onClick={clear}>
            {words.acts.clear}
          </Button>
        )}
      </FilterBar>
      <List
        answer={answer}
        noun={text.noun}
        acts={<ListActs exportAddress={null} />}
        empty={
          <Empty
            icon="recognitions"
            title={isFiltered ? words.list.emptyTitle : text.emptyTitle}
            text={isFiltered ? words.list.emptyFiltered : text.emptyText}
          />
        }
      >
        {(items) => (
          <Table caption={words.shell.recognitions} columns={columns} items={items} keyOf={(line) => line.id} />
        )}
      </List>
    </Page>
  )
}

function useColumns(): Column<RecognitionLines['items'][number]>[] {
  const words = useWords()
  const text = words.recognition
  return [
    {
      label: text.product,
      cell: (line) => (
        <>
          <Link className="row-link" to={`/products/${line.product.id}`}>
            {line.product.name}
          </Link>
          <div className="quiet small">{line.product.publicId}</div>
        </>
      ),
    },
    { label: text.star, className: 'nowrap', cell: (line) => <Stars star={line.star} /> },
    { label: text.standing, cell: (line) => <StandingMark standing={line.standing} /> },
    {
      label: text.decided,
      cell: (line) => (
        <>
          {line.decisionNumber ?? <span className="quiet">–</span>}
          <div className="quiet small">{line.decidedOn ? showDay(line.decidedOn) : line.decidedYear}</div>
        </>
      ),
    },
    { label: text.expires, className: 'nowrap', cell: (line) => showDay(line.expiresBy) },
    { label: text.sourceLevel, className: 'nowrap', cell: (line) => words.levels[line.level] },
  ]
}
