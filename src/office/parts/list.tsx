import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { Problem } from '../api/problem.ts'
import { showNumber } from '../format/numbers.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from './icons.tsx'
import { ProblemSummary } from './problem.tsx'

export interface Column<Item> {
  label: string
  cell: (item: Item) => ReactNode
  /** the list's own name of this order */
  sort?: string
  className?: string
}

interface TableProps<Item> {
  caption: string
  columns: Column<Item>[]
  items: Item[]
  keyOf: (item: Item) => string
  sort?: string | undefined
  onSort?: (sort: string) => void
}

function Heading<Item>({ column, sort, onSort }: { column: Column<Item> } & Pick<TableProps<Item>, 'sort' | 'onSort'>) {
  if (column.sort === undefined || onSort === undefined) return <th scope="col">{column.label}</th>
  const isSorted = sort === column.sort
  const { sort: wanted } = column
  return (
    <th scope="col" aria-sort={isSorted ? (wanted === 'name' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(wanted)}>
        {column.label} {isSorted ? (wanted === 'name' ? '↑' : '↓') : '↕'}
      </button>
    </th>
  )
}

/** A dense table for officials; on a phone each row becomes a card. The first column holds the row's link. */
export function Table<Item>({ caption, columns, items, keyOf, sort, onSort }: TableProps<Item>) {
  return (
    <table className="table cards">
      <caption className="seen-by-readers">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.label} column={column} sort={sort} {...(onSort && { onSort })} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map((column, index) => (
              <td key={column.label} data-label={column.label} className={index === 0 ? 'card-head' : column.className}>
                {column.cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ListProps<Item> {
  answer: {
    data: { items: Item[]; total: number; next: string | null } | undefined
    error: Problem | null
    isFetching: boolean
    refetch: () => void
  }
  noun: string
  acts?: ReactNode
  empty: ReactNode
  children: (items: Item[]) => ReactNode
}

/** A list in each of its states: on its way, failed, empty, shown with its total and pages. */
export function List<Item>({ answer, noun, acts, empty, children }: ListProps<Item>) {
  const words = useWords()
  const { data, error, isFetching } = answer
  if (error) return <ProblemSummary problem={error} onRetry={answer.refetch} />
  if (data === undefined)
    return (
      <div role="status" aria-label={words.list.loading}>
        {Array.from({ length: 8 }, (_each, index) => index).map((line) => (
          <Skeleton key={line} height={40} mb={6} />
        ))}
      </div>
    )
  return (
    <>
      <div className="list-bar">
        <span aria-live="polite">
          <strong>{showNumber(data.total)}</strong> {noun}
          {isFetching ? ` · ${words.list.loading}` : ''}
        </span>
        {acts}
      </div>
      {data.items.length === 0 ? empty : children(data.items)}
      <Pager next={data.next} />
    </>
  )
}

interface Trail {
  trail: (string | null)[]
}

function isTrail(state: unknown): state is Trail {
  return typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
}

/** Pages by cursor: the address names the page, the history remembers those before it. */
export function Pager({ next }: { next: string | null }) {
  const words = useWords().list
  const [search] = useSearchParams()
  const { pathname, state } = useLocation()
  const navigate = useNavigate()
  const cursor = search.get('cursor')
  const trail = isTrail(state) ? state.trail : []
  if (next === null && cursor === null) return null
  const open = (wanted: string | null, through: (string | null)[]) => {
    const changed = new URLSearchParams(search)
    if (wanted === null) changed.delete('cursor')
    else changed.set('cursor', wanted)
    navigate({ pathname, search: changed.toString() }, { state: { trail: through } })
    window.scrollTo(0, 0)
  }
  return (
    <nav className="pager" aria-label={words.page(trail.length + 1)}>
      {cursor !== null && trail.length === 0 && (
        <Button variant="default" onClick={() => open(null, [])}>
          {words.first}
        </Button>
      )}
      {trail.length > 0 && (
        <Button variant="default" onClick={() => open(trail.at(-1) ?? null, trail.slice(0, -1))}>
          {words.previous}
        </Button>
      )}
      {(trail.length > 0 || cursor === null) && <span className="quiet small">{words.page(trail.length + 1)}</span>}
      {next !== null && (
        <Button variant="default" onClick={() => open(next, [...trail, cursor])}>
          {words.next}
        </Button>
      )}
    </nav>
  )
}

/** What can be done with a whole list: take it away as a workbook of exactly what is filtered, or print it. */
export function ListActs({ exportAddress }: { exportAddress: string | null }) {
  const words = useWords().acts
  return (
    <div className="page-acts">
      {exportAddress !== null && (
        <Button
          component="a"
          href={exportAddress}
          download
          size="xs"
          variant="default"
          leftSection={<Icon name="imports" size={14} />}
        >
          {words.exportSheet}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
  )
}
