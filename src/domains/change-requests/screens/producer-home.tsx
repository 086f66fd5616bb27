import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { useMe } from '../../../office/api/session.ts'
import { showDay, showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { StandingMark, Stars } from '../../../office/parts/marks.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { RecognitionLines } from '../../certification/messages.ts'
import type { Notifications } from '../../notifications/messages.ts'
import type { ProductLines } from '../../products/messages.ts'
import type { RequestLines } from '../messages.ts'
import { RequestMark } from './request-mark.tsx'

type Certificate = RecognitionLines['items'][number]
type Request = RequestLines['items'][number]

/** Everything a producer needs, on one page of a telephone: what is asked, products, certificates, proposed changes. */
export function ProducerHome() {
  const words = useWords()
  const text = words.changes.mine
  const me = useMe().data
  const products = useQuery({
    queryKey: ['products', 'mine'],
    queryFn: () => ask<z.infer<typeof ProductLines>>('/office/products', { limit: 100 }),
  })
  const certificates = useQuery({
    queryKey: ['recognitions', 'mine'],
    queryFn: () => ask<RecognitionLines>('/office/recognitions', { sort: 'decided', limit: 100 }),
  })
  const requests = useQuery({
    queryKey: ['change-requests', 'mine'],
    queryFn: () => ask<RequestLines>('/office/change-requests', { limit: 20 }),
  })
  const failed = products.error ?? certificates.error ?? requests.error
  if (failed)
    return (
      <Page title={text.title} narrow>
        <ProblemSummary problem={failed} onRetry={() => void products.refetch()} />
      </Page>
    )
  const current = (certificates.data?.items ?? []).filter((line) => line.standing !== 'replaced')
  const [first] = products.data?.items ?? []
  return (
    <Page title={text.title} intro={first?.producer.name ?? words.home.greeting(me?.displayName ?? '')} narrow>
      <Part title={text.asked}>
        <Asked certificates={current} requests={requests.data?.items ?? []} />
      </Part>
      <Part title={text.products}>
        {products.data === undefined ? (
          <Skeleton height={90} />
        ) : (
          <Products lines={products.data.items} certificates={current} />
        )}
      </Part>
      <Part title={text.certificates}>
        <Certificates lines={current} />
      </Part>
      <Part title={text.requests}>
        <Requests lines={requests.data?.items ?? []} />
      </Part>
      {first && (
        <p>
          <Link to={`/producers/${first.producer.id}`}>{text.producer} →</Link>
        </p>
      )}
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section style={{ marginBottom: 28 }}>
      <h2 style={{ fontSize: '1.125rem', marginBottom: 4 }}>{title}</h2>
      {children}
    </section>
  )
}

function Asked({ certificates, requests }: { certificates: Certificate[]; requests: Request[] }) {
  const text = useWords().changes.mine
  const notices = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => ask<Notifications>('/office/notifications', { limit: 1 }),
  })
  const unread = notices.data?.unread ?? 0
  const due = certificates.filter((line) => line.standing === 'expiring' || line.standing === 'lapsed')
  // Only the newest word about a record counts: one that was proposed again has been answered.
  const newest = requests.filter(
    (line, index) => requests.findIndex((each) => each.subject.id === line.subject.id) === index,
  )
  const returned = newest.filter((line) => line.state === 'returned')
  if (due.length + returned.length + unread === 0) return <p className="quiet">{text.nothingAsked}</p>
  return (
    <ul className="plain-list">
      {unread > 0 && (
        <li>
          <Link to="/notifications">{text.unread(unread)}</Link>
        </li>
      )}
      {returned.map((line) => (
        <li key={line.id}>
          <Link to={`/changes/${line.id}`}>{text.returned(line.subject.name)}</Link>
        </li>
      ))}
      {due.map((line) => (
        <li key={line.id}>
          <Link to={`/products/${line.product.id}`}>
            {(line.standing === 'lapsed' ? text.lapsed : text.renew)(line.product.name, showDay(line.expiresBy))}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Products({
  lines,
  certificates,
}: {
  lines: z.infer<typeof ProductLines>['items']
  certificates: Certificate[]
}) {
  const text = useWords().changes.mine
  if (lines.length === 0) return <p className="quiet">{text.noProducts}</p>
  return (
    <ul className="plain-list">
      {lines.map((line) => {
        const certificate = certificates.find(
          (each) => each.product.id === line.id && each.standing !== 'not-recognised',
        )
        return (
          <li key={line.id}>
            <Link to={`/products/${line.id}`}>
              <strong>{line.name}</strong>
            </Link>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', marginTop: 4 }}>
              {certificate && <Stars star={certificate.star} />}
              <StandingMark standing={certificate?.standing ?? 'not-recognised'} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Certificates({ lines }: { lines: Certificate[] }) {
  const text = useWords().changes.mine
  if (lines.length === 0) return <p className="quiet">{text.noCertificates}</p>
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line.id}>
          {line.decisionNumber ?? line.decidedYear} · {line.product.name}
          <div className="quiet small">
            {line.decidedOn ? showDay(line.decidedOn) : line.decidedYear} · {text.expires(showDay(line.expiresBy))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Requests({ lines }: { lines: Request[] }) {
  const text = useWords().changes.mine
  if (lines.length === 0) return <p className="quiet">{text.noRequests}</p>
  return (
    <>
      <ul className="plain-list">
        {lines.slice(0, 5).map((line) => (
          <li key={line.id}>
            <Link to={`/changes/${line.id}`}>{line.subject.name}</Link>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', marginTop: 4 }}>
              <RequestMark state={line.state} />
              <span className="quiet small">{showMoment(line.openedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
      {lines.length > 5 && <Link to="/changes">{text.all}</Link>}
    </>
  )
}
