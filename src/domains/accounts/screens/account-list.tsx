import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { showDay, showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { FilterBar } from '../../../office/parts/filter-bar.tsx'
import { ChoiceFilter, ProvinceFilter, WordsFilter } from '../../../office/parts/filter-controls.tsx'
import { type Column, List, Table } from '../../../office/parts/list.tsx'
import { Mark } from '../../../office/parts/marks.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { useFilters } from '../../../office/parts/use-filters.ts'
import type { AccountLines, OpenInvitations, Roles } from '../messages.ts'
import { useRoleWords } from './role-words.ts'

type Lines = z.infer<typeof AccountLines>
type Line = Lines['items'][number]

const signals = {
  active: { tone: 'good', icon: 'tick' },
  suspended: { tone: 'watch', icon: 'pause' },
  ended: { tone: 'calm', icon: 'cross' },
} as const

/** An account's state as a word with a shape. */
export function StateMark({ state }: { state: Line['state'] }) {
  return <Mark {...signals[state]}>{useWords().people.states[state]}</Mark>
}

/** The accounts in one's scope, and the invitations that still wait. */
export function AccountList() {
  const words = useWords()
  const text = words.people
  const { filters, cursor, change, clear } = useFilters(['q', 'role', 'province', 'state'] as const)
  const mayInvite = useMay('accounts.invite')
  const answer = useQuery({
    queryKey: ['accounts', filters, cursor],
    queryFn: ({ signal }) => ask<Lines>('/office/accounts', { ...filters, cursor }, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(filters).length > 0
  const columns = useColumns()
  return (
    <Page title={text.title} intro={text.intro} acts={<Acts mayInvite={mayInvite} />}>
      <Filters filters={filters} change={change} clear={isFiltered ? clear : null} />
      <List
        answer={answer}
        noun={text.noun}
        empty={
          <Empty
            icon="accounts"
            title={isFiltered ? words.list.emptyTitle : text.emptyTitle}
            text={isFiltered ? words.list.emptyFiltered : text.emptyText}
          />
        }
      >
        {(items) => <Table caption={text.title} columns={columns} items={items} keyOf={(line) => line.id} />}
      </List>
      {mayInvite && <Waiting />}
    </Page>
  )
}

function Acts({ mayInvite }: { mayInvite: boolean }) {
  const text = useWords().people
  return (
    <>
      <Button component={Link} to="/roles" variant="subtle">
        {text.roleTable}
      </Button>
      {mayInvite && (
        <Button component={Link} to="/accounts/list" variant="default">
          {text.bulk}
        </Button>
      )}
      {mayInvite && (
        <Button component={Link} to="/accounts/new">
          {text.invite}
        </Button>
      )}
    </>
  )
}

interface FiltersProps {
  filters: Partial<Record<'q' | 'role' | 'province' | 'state', string>>
  change: ReturnType<typeof useFilters<'q' | 'role' | 'province' | 'state'>>['change']
  clear: (() => void) | null
}

function Filters({ filters, change, clear }: FiltersProps) {
  const words = useWords()
  const text = words.people
  const nameOf = useName()
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ask<Roles>('/roles') })
  return (
    <FilterBar>
      <WordsFilter label={text.search} value={filters.q} onChange={(q, replace) => change({ q }, replace)} />
      <ChoiceFilter
        label={text.roles}
        value={filters.role}
        choices={(roles.data?.items ?? []).map((role) => ({ value: role.code, label: nameOf(role) }))}
        onChange={(role) => change({ role })}
      />
      <ProvinceFilter value={filters.province} onChange={(province) => change({ province })} />
      <ChoiceFilter
        label={text.state}
        value={filters.state}
        choices={(['active', 'suspended', 'ended'] as const).map((value) => ({ value, label: text.states[value] }))}
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
  const text = useWords().people
  const { roleOf } = useRoleWords()
  return [
    {
      label: text.name,
      cell: (line) => (
        <>
          <Link className="row-link" to={`/accounts/${line.id}`}>
            {line.displayName}
          </Link>
          <div className="quiet small">{line.login}</div>
        </>
      ),
    },
    {
      label: text.roles,
      cell: (line) =>
        line.grants.filter((grant) => grant.endedAt === null).map((grant) => <div key={grant.id}>{roleOf(grant)}</div>),
    },
    { label: text.state, cell: (line) => <StateMark state={line.state} /> },
    { label: text.issuedBy, cell: (line) => line.issuedBy ?? text.program },
    {
      label: text.lastSeen,
      className: 'nowrap',
      cell: (line) => (line.lastSeenAt ? showDay(line.lastSeenAt) : text.never),
    },
  ]
}

function Waiting() {
  const text = useWords().people
  const { placeOf } = useRoleWords()
  const nameOf = useName()
  const queries = useQueryClient()
  const open = useQuery({
    queryKey: ['open-invitations'],
    queryFn: () => ask<z.infer<typeof OpenInvitations>>('/office/invitations', { limit: 100 }),
  })
  const discard = useMutation({
    mutationFn: (id: string) => send('DELETE', `/office/invitations/${id}`),
    onSuccess: async () => {
      notify(text.voided)
      await queries.invalidateQueries({ queryKey: ['open-invitations'] })
    },
  })
  return (
    <section className="section" aria-labelledby="open-title">
      <h2 id="open-title">
        {text.open} {open.data ? `(${open.data.total})` : ''}
      </h2>
      <ProblemSummary problem={open.error ?? discard.error} />
      {open.data?.items.length === 0 && <p className="quiet">{text.openNone}</p>}
      {open.data?.items.map((invitation) => (
        <div key={invitation.id} className="list-bar">
          <span>
            <strong>{invitation.displayName ?? invitation.email ?? nameOf(invitation.role)}</strong>
            {' · '}
            {[nameOf(invitation.role), placeOf(invitation), text.until(showMoment(invitation.expiresAt))].join(' · ')}
          </span>
          <Button size="xs" variant="default" loading={discard.isPending} onClick={() => discard.mutate(invitation.id)}>
            {text.voidIt}
          </Button>
        </div>
      ))}
    </section>
  )
}
