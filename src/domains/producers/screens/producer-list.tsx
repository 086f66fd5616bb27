import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { z } from 'zod'
import { apiAddress, ask } from '../../../office/api/client.ts'
import { useProducerKinds } from '../../../office/api/reference.ts'
import { useMay } from '../../../office/api/session.ts'
import { showDay } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter, ProvinceFilter, WordsFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, ListActs, Table } from '../../../office/parts/list.tsx'
import { Mark } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { ProducerLines } from '../messages.ts'

type Lines = z.infer<typeof ProducerLines>
type Line = Lines['items'][number]

const names = ['q', 'province', 'kind', 'taxNumberState', 'placeState', 'state', 'sort'] as const

/** The producers in one's scope; filters, order and page stand in the address. */
export function ProducerList() {
  const words = useWords()
  const { filters, cursor, change, clear } = useFilters(names)
  const mayEdit = useMay('producers.edit')
  const mayExport = useMay('exports.run')
  const answer = useQuery({
    queryKey: ['producers', filters, cursor],
    queryFn: ({ signal }) => ask<Lines>('/office/producers', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const columns = useColumns()
  const add = mayEdit && (
    <Button component={Link} to="/producers/new">
      {words.producer.add}
    </Button>
  )
  return (
    <Page title={words.shell.producers} acts={add}>
      <Filters filters={filters} change={change} clear={isFiltered ? clear : null} />
      <List
        answer={answer}
        noun={words.producer.noun}
        acts={<ListActs exportAddress={mayExport ? apiAddress('/office/producers/export.xlsx', filters) : null} />}
        empty={
          <Empty
            icon="producers"
            title={isFiltered ? words.list.emptyTitle : words.producer.emptyTitle}
            text={isFiltered ? words.list.emptyFiltered : words.producer.emptyText}
            act={
              isFiltered ? (
                <Button variant="default" onClick={clear}>
                  {words.acts.clear}
                </Button>
              ) : (
                add
              )
            }
          />
        }
      >
        {(items) => (
          <Table
            caption={words.shell.producers}
            columns={columns}
            items={items}
            keyOf={(line) => line.id}
            sort={filters.sort ?? 'name'}
            onSort={(sort) => change({ sort: sort === 'name' ? null : sort })}
          />
        )}
      </List>
    </Page>
  )
}

interface FiltersProps {
  filters: Partial<Record<(typeof names)[number], string>>
  change: ReturnType<typeof useFilters<(typeof names)[number]>>['change']
  clear: (() => void) | null
}

function Filters({ filters, change, clear }: FiltersProps) {
  const words = useWords()
  const nameOf = useName()
  const kinds = useProducerKinds().data ?? []
  const choicesOf = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
    values.map((value) => ({ value, label: labels[value] }))
  return (
    <FilterBar>
      <WordsFilter
        label={words.producer.searchLabel}
        value={filters.q}
        onChange={(q, replace) => change({ q }, replace)}
      />
      <ChoiceFilter
        label={words.producer.kind}
        value={filters.kind}
        choices={kinds.map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
        onChange={(kind) => change({ kind })}
      />
      <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
      <ChoiceFilter
        label={words.producer.taxNumber}
        value={filters.taxNumberState}
        choices={choicesOf(['missing', 'valid', 'flagged'] as const, words.producer.taxStates)}
        onChange={(taxNumberState) => change({ taxNumberState })}
      />
      <ChoiceFilter
        label={words.product.placeState}
        value={filters.placeState}
        choices={choicesOf(['decided', 'undecided', 'province-only'] as const, words.placeState)}
        onChange={(placeState) => change({ placeState })}
      />
      <ChoiceFilter
        label={words.product.state}
        value={filters.state}
        choices={choicesOf(['merged', 'withdrawn'] as const, words.recordState)}
        any={words.recordState.active}
        onChange={(state) => change({ state })}
      />
      {clear && (
        <Button className="filter-act" variant="subtle" onClick={clear}>
          {words.acts.clear}
        </Button>
      )}
    </FilterBar>
  )
}

function useColumns(): Column<Line>[] {
  const words = useWords()
  const nameOf = useName()
  const kinds = new Map((useProducerKinds().data ?? []).map((kind) => [kind.code, nameOf(kind)]))
  const text = words.producer
  return [
    {
      label: text.name,
      sort: 'name',
      cell: (line) => (
        <>
          <Link className="row-link" to={`/producers/${line.id}`}>
            {line.name}
          </Link>
          <div className="quiet small">{line.publicId}</div>
        </>
      ),
    },
    { label: text.kind, cell: (line) => kinds.get(line.kindCode) ?? line.kindCode },
    { label: text.taxNumber, className: 'nowrap', cell: (line) => <TaxCell line={line} /> },
    {
      label: words.product.place,
      cell: (line) =>
        line.communeName === null ? (
          <span>
            {line.provinceName}{' '}
            <Mark
              tone={line.placeState === 'undecided' ? 'watch' : 'calm'}
              icon={line.placeState === 'undecided' ? 'clock' : 'dash'}
            >
              {words.placeState[line.placeState]}
            </Mark>
          </span>
        ) : (
          `${line.communeName}, ${line.provinceName}`
        ),
    },
    { label: words.product.updated, sort: 'updated', className: 'nowrap', cell: (line) => showDay(line.updatedAt) },
  ]
}

function TaxCell({ line }: { line: Line }) {
  const words = useWords().producer
  if (line.taxNumber === null) return <span className="quiet">–</span>
  if (line.taxNumberState !== 'flagged') return line.taxNumber
  return (
    <span>
      {line.taxNumber}{' '}
      <Mark tone="watch" icon="clock">
        {words.taxStates.flagged}
      </Mark>
    </span>
  )
}
