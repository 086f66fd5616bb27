import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { ask } from '../../../office/api/client.ts'
import { useProducerKinds } from '../../../office/api/reference.ts'
import { useMay } from '../../../office/api/session.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Facts } from '../../../office/parts/facts.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Section, Sections } from '../../../office/parts/sections.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import type { Producer } from './producer-draft.ts'
import { ProducerDuplicates } from './producer-duplicates.tsx'
import { ProducerForm } from './producer-form.tsx'
import { useProducerLabels } from './use-producer-labels.ts'

interface ProducerParts {
  products: (producerId: string) => ReactNode
  /** what waits to be decided about the producer */
  above: (producer: { id: string; name: string }) => ReactNode
  /** who may act for it */
  consents: (producer: { id: string; name: string }) => ReactNode
}

/** One producer; its products and consents are drawn by the domains that keep them. */
export function ProducerPage(parts: ProducerParts) {
  const { id = '' } = useParams()
  const words = useWords()
  const producer = useQuery({ queryKey: ['producer', id], queryFn: () => ask<Producer>(`/office/producers/${id}`) })
  if (producer.isPending) return <Waiting />
  if (producer.error)
    return (
      <Page title={words.shell.producers} back={{ to: '/producers', label: words.shell.producers }}>
        <ProblemSummary problem={producer.error} onRetry={() => producer.refetch()} />
      </Page>
    )
  return <Whole key={id} producer={producer.data} parts={parts} />
}

function Whole({ producer, parts }: { producer: Producer; parts: ProducerParts }) {
  const words = useWords()
  const text = words.producer
  const nameOf = useName()
  const labels = useProducerLabels()
  const mayInvite = useMay('accounts.invite')
  const kind = useProducerKinds().data?.find((each) => each.code === producer.kindCode)
  const names = [
    { id: 'identity', title: text.identity },
    { id: 'introduction', title: text.introduction },
    { id: 'place', title: words.product.placeSection },
    { id: 'people', title: text.people },
    { id: 'contact', title: text.contact },
    { id: 'products', title: text.products },
    { id: 'consents', title: words.changes.consent.title },
    { id: 'sources', title: words.product.sources },
    { id: 'history', title: words.product.history },
  ]
  return (
    <Page
      title={producer.name}
      back={{ to: '/producers', label: words.shell.producers }}
      intro={[kind && nameOf(kind), producer.place.communeName, producer.place.provinceName, producer.publicId]
        .filter(Boolean)
        .join(' · ')}
      acts={
        mayInvite && (
          <Button component={Link} to={`/accounts/new?producer=${producer.id}`} variant="default">
            {words.people.forProducer}
          </Button>
        )
      }
    >
      {producer.state === 'withdrawn' && <p className="band band-bad">{text.withdrawn}</p>}
      {producer.mergedInto && (
        <p className="band band-bad">
          {text.merged} <Link to={`/producers/${producer.mergedInto.id}`}>{producer.mergedInto.name}</Link>
        </p>
      )}
      {parts.above(producer)}
      <Sections names={names}>
        <ProducerForm producer={producer} />
        <Section id="products" title={text.products}>
          {parts.products(producer.id)}
        </Section>
        <Section id="consents" title={words.changes.consent.title}>
          {parts.consents(producer)}
        </Section>
        {producer.abilities.merge && (
          <Section id="duplicates" title={text.duplicates}>
            <ProducerDuplicates producer={producer} />
          </Section>
        )}
        <Section id="sources" title={words.product.sources}>
          <Facts facts={producer.facts} labels={labels} />
        </Section>
        <Section id="history" title={words.product.history}>
          <History producer={producer} />
        </Section>
      </Sections>
    </Page>
  )
}

function History({ producer }: { producer: Producer }) {
  const words = useWords().history
  return (
    <ol className="timeline">
      <li>
        {words.updated(showMoment(producer.updatedAt), producer.updatedBy)}
        <div className="quiet small">{words.version(producer.version)}</div>
      </li>
      {producer.mergers.map((merger) => (
        <li key={merger.id}>
          {words.merger(merger.name, showMoment(merger.mergedAt))}
          <div className="quiet small">{merger.reason}</div>
        </li>
      ))}
      <li>{words.created(showMoment(producer.createdAt))}</li>
    </ol>
  )
}
