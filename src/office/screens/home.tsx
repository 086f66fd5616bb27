import { Button, Skeleton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ProducerHome } from '../../domains/change-requests/screens/producer-home.tsx'
import { ask } from '../api/client.ts'
import { useMay, useMe } from '../api/session.ts'
import { daysSince } from '../format/days.ts'
import { showNumber } from '../format/numbers.ts'
import { useWords } from '../locale/locale.ts'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { useUndecidedTotal } from '../shell/use-undecided-total.ts'
import { type Counted, waitsOf } from './waits.ts'

/** How many a list holds, without its rows. */
function useTotals(counted: Counted[]) {
  return useQueries({
    queries: counted.map(({ key, path, wanted }) => ({
      queryKey: ['total', key],
      queryFn: () => ask<{ total: number; oldest?: string | null }>(path, { ...wanted, limit: 1 }),
      staleTime: 30_000,
    })),
  })
}

/** The home of whoever is signed in: a producer's own things, or an official's work. */
export function Home() {
  const role = useMe().data?.role.code ?? ''
  return role.startsWith('producer-') ? <ProducerHome /> : <OfficeHome />
}

/** What waits for the person, with counts that lead to it; then what the register holds. */
function OfficeHome() {
  const words = useWords()
  const me = useMe().data
  const permissions = me?.permissions ?? []
  const counted = waitsOf(permissions)
  const totals = useTotals(counted)
  const undecided = useUndecidedTotal()
  const rows = counted.map((each, index) => ({
    ...each,
    total: totals[index]?.data?.total,
    oldest: totals[index]?.data?.oldest,
  }))
  const waiting = rows.filter((row) => row.tone !== 'plain' && (row.total ?? 0) > 0)
  const isCounting = totals.some((total) => total.isPending)
  return (
    <Page title={words.home.title} intro={words.home.greeting(me?.displayName ?? '')} acts={<Quick />}>
      <div className="waits">
        {undecided ? (
          <Link className="wait" data-tone="watch" to="/places">
            <b>{showNumber(undecided)}</b>
            <span>{words.home.undecided}</span>
            <small>{words.home.undecidedText}</small>
          </Link>
        ) : null}
        {waiting.map((row) => (
          <Link key={row.key} className="wait" data-tone={row.tone} to={row.to}>
            <b>{showNumber(row.total ?? 0)}</b>
            <span>{words.home[row.key]}</span>
            <small>
              {words.home[`${row.key}Text`]} {row.oldest ? words.home.oldest(daysSince(row.oldest)) : ''}
            </small>
          </Link>
        ))}
        {isCounting && <Skeleton height={116} radius="md" />}
      </div>
      {!isCounting && waiting.length === 0 && !undecided && (
        <Empty icon="tick" title={words.home.nothing} text={words.home.nothingText} />
      )}
      <RegisterTotals />
    </Page>
  )
}

function Quick() {
  const words = useWords()
  const mayImport = useMay('imports.run')
  const mayEdit = useMay('products.edit')
  return (
    <>
      {mayEdit && (
        <Button component={Link} to="/products/new" variant="default">
          {words.product.add}
        </Button>
      )}
      {mayImport && (
        <Button component={Link} to="/imports/new">
          {words.shell.imports}
        </Button>
      )}
    </>
  )
}

function RegisterTotals() {
  const words = useWords()
  const lists = [
    { to: '/products', path: '/office/products', noun: words.product.noun },
    { to: '/producers', path: '/office/producers', noun: words.producer.noun },
    { to: '/recognitions', path: '/office/recognitions', noun: words.recognition.noun },
  ]
  const totals = useQueries({
    queries: lists.map(({ path }) => ({
      queryKey: ['total', path],
      queryFn: () => ask<{ total: number }>(path, { limit: 1 }),
      staleTime: 30_000,
    })),
  })
  return (
    <section style={{ marginTop: 36 }}>
      <h2 style={{ fontSize: '1.125rem' }}>{words.home.register}</h2>
      <p>
        {lists.map((list, index) => (
          <span key={list.to} style={{ marginRight: 24 }}>
            <Link to={list.to}>
              <strong>{showNumber(totals[index]?.data?.total ?? 0)}</strong> {list.noun}
            </Link>
          </span>
        ))}
      </p>
    </section>
  )
}
