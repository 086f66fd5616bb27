import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ask, send } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { Facts } from '../../../office/parts/facts.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import { Section, Sections } from '../../../office/parts/sections.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import { Pictures } from './pictures.tsx'
import type { Product } from './product-draft.ts'
import { ProductDuplicates } from './product-duplicates.tsx'
import { ProductForm } from './product-form.tsx'
import { useProductLabels } from './use-product-labels.ts'

/** What certification shows on a product's page: the star today beside the title, and the recognitions. */
export interface RecognitionParts {
  standing: (productId: string) => ReactNode
  recognitions: (product: { id: string; provinceName: string }) => ReactNode
  /** what waits to be decided about the product, and for whom the officer acts */
  above: (product: { id: string; producer: { id: string; name: string } }) => ReactNode
}

/** One product: everything of it on one page, with its contents beside it. */
export function ProductPage({ parts }: { parts: RecognitionParts }) {
  const { id = '' } = useParams()
  const words = useWords()
  const product = useQuery({ queryKey: ['product', id], queryFn: () => ask<Product>(`/office/products/${id}`) })
  if (product.isPending) return <Waiting />
  if (product.error)
    return (
      <Page title={words.shell.products} back={{ to: '/products', label: words.shell.products }}>
        <ProblemSummary problem={product.error} onRetry={() => product.refetch()} />
      </Page>
    )
  return <Whole key={id} product={product.data} parts={parts} />
}

function Whole({ product, parts }: { product: Product; parts: RecognitionParts }) {
  const words = useWords()
  const text = words.product
  const labels = useProductLabels()
  const names = [
    { id: 'identity', title: text.identity },
    { id: 'description', title: text.description },
    { id: 'commerce', title: text.commerce },
    { id: 'place', title: text.placeSection },
    { id: 'pictures', title: text.pictures },
    { id: 'recognitions', title: text.recognitions },
    { id: 'sources', title: text.sources },
    { id: 'history', title: text.history },
  ]
  const intro = (
    <>
      <Link to={`/producers/${product.producer.id}`}>{product.producer.name}</Link> · {product.publicId}
      {product.codes.map((code) => ` · ${code.written}`)}
    </>
  )
  return (
    <Page
      title={product.name}
      back={{ to: '/products', label: words.shell.products }}
      intro={intro}
      acts={<StateActs product={product} />}
    >
      {product.demonstration && <p className="band">{words.shell.demonstration}</p>}
      {product.state === 'withdrawn' && <p className="band band-bad">{text.withdrawn}</p>}
      {product.mergedInto && (
        <p className="band band-bad">
          {text.merged} <Link to={`/products/${product.mergedInto.id}`}>{product.mergedInto.name}</Link>
        </p>
      )}
      {parts.above(product)}
      <div style={{ marginBottom: 18 }}>{parts.standing(product.id)}</div>
      <Sections names={names}>
        <ProductForm product={product} />
        <Section id="pictures" title={text.pictures}>
          <Pictures product={product} />
        </Section>
        <Section id="recognitions" title={text.recognitions}>
          {parts.recognitions({ id: product.id, provinceName: product.place.provinceName })}
        </Section>
        {product.abilities.merge && (
          <Section id="duplicates" title={text.duplicates}>
            <ProductDuplicates product={product} />
          </Section>
        )}
        <Section id="sources" title={text.sources}>
          <Facts facts={product.facts} labels={labels} />
        </Section>
        <Section id="history" title={text.history}>
          <History record={product} />
        </Section>
      </Sections>
    </Page>
  )
}

function History({ record }: { record: Product }) {
  const words = useWords().history
  return (
    <ol className="timeline">
      <li>
        {words.updated(showMoment(record.updatedAt), record.updatedBy)}
        <div className="quiet small">{words.version(record.version)}</div>
      </li>
      {record.mergers.map((merger) => (
        <li key={merger.id}>
          {words.merger(merger.name, showMoment(merger.mergedAt))}
          <div className="quiet small">{merger.reason}</div>
        </li>
      ))}
      <li>{words.created(showMoment(record.createdAt))}</li>
    </ol>
  )
}

function StateActs({ product }: { product: Product }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const { withdraw, revive } = product.abilities
  if (!withdraw && !revive) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {withdraw ? words.product.withdraw : words.product.revive}
      </Button>
      {isOpen && <StateDialog product={product} onClose={() => setOpen(false)} />}
    </>
  )
}

function StateDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const words = useWords()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const isWithdrawal = product.abilities.withdraw
  const change = useMutation({
    mutationFn: () =>
      send('POST', `/office/products/${product.id}/${isWithdrawal ? 'withdrawal' : 'revival'}`, { reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['product', product.id] })
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      danger={isWithdrawal}
      title={`${isWithdrawal ? words.product.withdraw : words.product.revive}: ${product.name}`}
      {...(isWithdrawal && { text: words.product.withdrawText })}
      submit={isWithdrawal ? words.product.withdraw : words.product.revive}
      isPending={change.isPending}
      isReady={reason.trim() !== ''}
      problem={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate()}
    >
      <ReasonField reason={reason} onReason={setReason} />
    </Dialog>
  )
}
