import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { apiAddress, ask } from '../../../office/api/client.ts'
import { useClassification } from '../../../office/api/reference.ts'
import { useMay } from '../../../office/api/session.ts'
import { showDay } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter, ProvinceFilter, WordsFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, ListActs, Table } from '../../../office/parts/list.tsx'
import { Mark, StandingMark, Stars } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { ProductStandingLines } from '../messages.ts'
import { standings } from '../states.ts'

type Line = ProductStandingLines['items'][number]

const names = [
  ...(['q', 'province', 'group', 'set', 'star', 'standing'] as const),
  ...(['lacks', 'placeState', 'state', 'producer', 'sort'] as const),
] as const

/** The products in one's scope; filters, order and page stand in the address. */
export function ProductList() {
  const words = useWords()
  const { filters, cursor, change, clear } = useFilters(names)
  const mayEdit = useMay('products.edit')
  const mayExport = useMay('exports.run')
  const answer = useQuery({
    queryKey: ['products', filters, cursor],
    queryFn: ({ signal }) => ask<ProductStandingLines>('/office/product-standings', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const hasDemonstration = answer.data?.items.some((line) => line.demonstration)
  const columns = useColumns()
  const add = mayEdit && (
    <Button component={Link} to="/products/new">
      {words.product.add}
    </Button>
  )
  return (
    <Page title={words.shell.products} acts={add}>
      {hasDemonstration && <p className="band">{words.shell.demonstrationList}</p>}
      <Filters filters={filters} change={change} clear={isFiltered ? clear : null} />
      <List
        answer={answer}
        noun={words.product.noun}
        acts={
          <ListActs exportAddress={mayExport ? apiAddress('/office/product-standings/export.xlsx', filters) : null} />
        }
        empty={
          <Empty
            icon="products"
            title={isFiltered ? words.list.emptyTitle : words.product.emptyTitle}
            text={isFiltered ? words.list.emptyFiltered : words.product.emptyText}
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
            caption={words.shell.products}
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
  const groups = useClassification().data ?? []
  const sets = groups.map((group) => ({
    group: nameOf(group),
    items: group.subgroups
      .flatMap((subgroup) => subgroup.sets)
      .map((set) => ({ value: set.code, label: `${set.code} · ${nameOf(set)}` })),
  }))
  const within = sets.filter((_set, index) => filters.group === undefined || groups[index]?.code === filters.group)
  const placeStates = (['decided', 'undecided', 'province-only'] as const).map((value) => ({
    value,
    label: words.placeState[value],
  }))
  const states = (['merged', 'withdrawn'] as const).map((value) => ({ value, label: words.recordState[value] }))
  return (
    <FilterBar>
      <WordsFilter
        label={words.product.searchLabel}
        value={filters.q}
        onChange={(q, replace) => change({ q }, replace)}
      />
      <ChoiceFilter
        label={words.product.group}
        value={filters.group}
        choices={groups.map((group) => ({ value: group.code, label: nameOf(group) }))}
        onChange={(group) => change({ group, set: null })}
      />
      <ChoiceFilter
        label={words.product.set}
        value={filters.set}
        choices={within}
        onChange={(set) => change({ set })}
      />
      <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
      <ChoiceFilter
        label={words.recognition.star}
        value={filters.star}
        choices={['3', '4', '5'].map((value) => ({ value, label: words.stars(Number(value)) }))}
        onChange={(star) => change({ star })}
      />
      <ChoiceFilter
        label={words.recognition.standing}
        value={filters.standing}
        choices={standings
          .filter((value) => value !== 'replaced')
          .map((value) => ({ value, label: words.standing[value] }))}
        onChange={(standing) => change({ standing })}
      />
      <ChoiceFilter
        label={words.product.lacks}
        value={filters.lacks}
        choices={(['set', 'picture'] as const).map((value) => ({ value, label: words.product.lacking[value] }))}
        onChange={(lacks) => change({ lacks })}
      />
      <ChoiceFilter
        label={words.product.placeState}
        value={filters.placeState}
        choices={placeStates}
        onChange={(placeState) => change({ placeState })}
      />
      <ChoiceFilter
        label={words.product.state}
        value={filters.state}
        choices={states}
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
  const sets = new Map(
    (useClassification().data ?? [])
      .flatMap((group) => group.subgroups.flatMap((subgroup) => subgroup.sets))
      .map((set) => [set.code, nameOf(set)]),
  )
  const text = words.product
  return [
    {
      label: text.name,
      sort: 'name',
      cell: (line) => (
        <>
          <Link className="row-link" to={`/products/${line.id}`}>
            {line.name}
          </Link>
          <div className="quiet small">
            {line.codes[0] ?? line.publicId}
            {line.demonstration && ` · ${words.shell.demonstrationShort}`}
          </div>
        </>
      ),
    },
    { label: text.producer, cell: (line) => line.producer.name },
    {
      label: text.set,
      cell: (line) => (line.setCode ? (sets.get(line.setCode) ?? line.setCode) : <span className="quiet">–</span>),
    },
    {
      label: words.recognition.star,
      className: 'nowrap',
      cell: (line) => (line.star === null ? <span className="quiet">–</span> : <Stars star={line.star} />),
    },
    { label: words.recognition.standing, cell: (line) => <StandingMark standing={line.standing} /> },
    { label: text.place, cell: (line) => <PlaceCell line={line} /> },
    { label: text.pictures, className: 'nowrap', cell: (line) => line.pictures || <span className="quiet">0</span> },
    { label: text.updated, sort: 'updated', className: 'nowrap', cell: (line) => showDay(line.updatedAt) },
  ]
}

function PlaceCell({ line }: { line: Line }) {
  const words = useWords()
  if (line.placeState === 'decided')
    return (
      <span>
        {line.communeName}, {line.provinceName}
      </span>
    )
  return (
    <span>
      {line.provinceName}{' '}
      <Mark
        tone={line.placeState === 'undecided' ? 'watch' : 'calm'}
        icon={line.placeState === 'undecided' ? 'clock' : 'dash'}
      >
        {words.placeState[line.placeState]}
      </Mark>
    </span>
  )
}
