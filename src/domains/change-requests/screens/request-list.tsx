import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../../office/api/client.ts'
import { daysSince, showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter, ProvinceFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, ListActs, Table } from '../../../office/parts/list.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { RequestLines } from '../messages.ts'
import { subjectKinds } from '../rules.ts'
import { requestStates } from '../states.ts'
import { RequestMark } from './request-mark.tsx'
import { useFieldLabels } from './use-shown.ts'

const names = ['state', 'kind', 'province'] as const
type Line = RequestLines['items'][number]

/** Proposed changes in one's scope, those that wait first. */
export function RequestList() {
  const words = useWords()
  const text = words.changes
  const { filters, cursor, change, clear } = useFilters(names)
  const answer = useQuery({
    queryKey: ['change-requests', filters, cursor],
    queryFn: ({ signal }) => ask<RequestLines>('/office/change-requests', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  return (
    <Page title={text.room} intro={text.intro}>
      <FilterBar>
        <ChoiceFilter
          label={text.state}
          value={filters.state}
          choices={requestStates.map((value) => ({ value, label: text.states[value] }))}
          onChange={(state) => change({ state })}
        />
        <ChoiceFilter
          label={text.subject}
          value={filters.kind}
          choices={subjectKinds.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
        <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
        {Object.keys(filters).length > 0 && (
          <Button className="filter-act" variant="subtle" onClick={clear}>
            {words.acts.clear}
          </Button>
        )}
      </FilterBar>
      <List
        answer={answer}
        noun={text.noun}
        acts={<ListActs exportAddress={null} />}
        empty={<Empty icon="swap" title={text.emptyTitle} text={text.emptyText} />}
      >
        {(items) => <Table caption={text.room} columns={columns} items={items} keyOf={(line) => line.id} />}
      </List>
    </Page>
  )
}

function useColumns(): Column<Line>[] {
  const text = useWords().changes
  const labels = { product: useFieldLabels('product'), producer: useFieldLabels('producer') }
  return [
    {
      label: text.subject,
      cell: (line) => (
        <>
          <Link className="row-link" to={`/changes/${line.id}`}>
            {line.subject.name}
          </Link>
          <div className="quiet small">
            {text.kinds[line.subject.kind]} · {line.subject.publicId}
          </div>
        </>
      ),
    },
    { label: text.state, cell: (line) => <RequestMark state={line.state} /> },
    {
      label: text.fieldsColumn,
      cell: (line) => line.fields.map((field) => labels[line.subject.kind][field] ?? field).join(', '),
    },
    {
      label: text.author,
      cell: (line) => (line.onBehalfOf === null ? line.author : text.behalf(line.author, line.onBehalfOf)),
    },
    {
      label: text.opened,
      className: 'nowrap',
      cell: (line) => (
        <>
          {showMoment(line.openedAt)}
          {line.state === 'open' && <div className="quiet small">{text.waitsDays(daysSince(line.openedAt))}</div>}
        </>
      ),
    },
  ]
}
