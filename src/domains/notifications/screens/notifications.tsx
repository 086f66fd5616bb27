import { Button, NativeSelect, Switch } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask, send } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Empty } from '../../../office/parts/empty.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import type { Notifications, Preferences } from '../messages.ts'

/** What one was told, newest first, and how one wishes to hear. */
export function NotificationsPage() {
  const text = useWords().changes.notices
  const queries = useQueryClient()
  const told = useInfiniteQuery({
    queryKey: ['notifications', 'all'],
    queryFn: ({ pageParam }) => ask<Notifications>('/office/notifications', { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const markAll = useMutation({
    mutationFn: () => send('POST', '/office/notifications/read-all', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  if (told.isPending) return <Waiting />
  const items = told.data?.pages.flatMap((page) => page.items) ?? []
  const unread = told.data?.pages[0]?.unread ?? 0
  const acts = unread > 0 && (
    <Button variant="default" loading={markAll.isPending} onClick={() => markAll.mutate()}>
      {text.markAll}
    </Button>
  )
  return (
    <Page title={text.title} intro={text.unread(unread)} acts={acts} narrow>
      <ProblemSummary problem={told.error ?? markAll.error} />
      {items.length === 0 && <Empty icon="bell" title={text.emptyTitle} text={text.emptyText} />}
      <ul className="plain-list">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      {told.hasNextPage && (
        <Button variant="default" loading={told.isFetchingNextPage} onClick={() => void told.fetchNextPage()}>
          {text.more}
        </Button>
      )}
      <Section id="preferences" title={text.preferences}>
        <PreferenceTable />
      </Section>
    </Page>
  )
}

function Line({ item }: { item: Notifications['items'][number] }) {
  const text = useWords().changes.notices
  const nameOf = useName()
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: () => send('POST', '/office/notifications/read', { ids: [item.id] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const isNew = item.readAt === null
  return (
    <li>
      <Link to={item.link} onClick={() => isNew && read.mutate()} style={{ fontWeight: isNew ? 600 : 400 }}>
        {nameOf({ nameVi: item.subjectVi, nameEn: item.subjectEn })}
      </Link>
      <div className="quiet small">
        {showMoment(item.createdAt)}
        {isNew && ` · ${text.isNew}`}
      </div>
    </li>
  )
}

function PreferenceTable() {
  const words = useWords()
  const text = words.changes.notices
  const nameOf = useName()
  const queries = useQueryClient()
  const key = ['notification-preferences']
  const preferences = useQuery({
    queryKey: key,
    queryFn: () => ask<Preferences>('/office/notifications/preferences'),
  })
  const choose = useMutation({
    mutationFn: (item: Omit<Preferences['items'][number], 'nameVi' | 'nameEn'>) =>
      send<Preferences>('PUT', '/office/notifications/preferences', { items: [item] }),
    onSuccess: (answer) => {
      queries.setQueryData(key, answer)
      notify(words.acts.saved)
    },
  })
  const emails = (['none', 'once', 'digest'] as const).map((value) => ({ value, label: text.emails[value] }))
  return (
    <>
      <ProblemSummary problem={preferences.error ?? choose.error} />
      <ul className="plain-list">
        {(preferences.data?.items ?? []).map(({ kind, office, email, nameVi, nameEn }) => (
          <li key={kind}>
            <strong>{nameOf({ nameVi, nameEn })}</strong>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 18, alignItems: 'center', marginTop: 6 }}>
              <Switch
                label={text.office}
                aria-label={`${text.office}: ${nameOf({ nameVi, nameEn })}`}
                checked={office}
                onChange={(event) => choose.mutate({ kind, office: event.currentTarget.checked, email })}
              />
              <NativeSelect
                aria-label={`${text.email}: ${nameOf({ nameVi, nameEn })}`}
                value={email}
                data={emails}
                onChange={(event) => {
                  const chosen = emails.find((each) => each.value === event.currentTarget.value)
                  if (chosen) choose.mutate({ kind, office, email: chosen.value })
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
