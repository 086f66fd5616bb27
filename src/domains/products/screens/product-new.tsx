import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Matches } from '../../../office/parts/matches.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { UnsavedGuard } from '../../../office/parts/unsaved.tsx'
import { useEntry } from '../../../office/parts/use-entry.ts'
import type { ProducerView } from '../../producers/messages.ts'
import type { ProductMatches, Registered } from '../messages.ts'
import { type ChosenProducer, ProducerPicker } from './producer-picker.tsx'
import { blankDraft, type ProductDraft, toAmendment } from './product-draft.ts'
import { CommerceFields, DescriptionFields, IdentityFields } from './product-fields.tsx'
import { useProductLabels } from './use-product-labels.ts'

type NewProduct = ProductDraft & { producer: ChosenProducer | null }
const blank: NewProduct = { ...blankDraft, producer: null }

function useMatches({ producer, name }: NewProduct) {
  const [typed] = useDebouncedValue(name.trim(), 300)
  return useQuery({
    queryKey: ['product-matches', producer?.id, typed],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof ProductMatches>>('/office/products/matches', { producer: producer?.id, name: typed }, signal),
    enabled: producer !== null && typed.length >= 2,
    placeholderData: (before) => before,
    select: (answer) => answer.items,
  })
}

/** The producer that the address names, as when one comes from its page. */
function useGivenProducer(onGiven: (producer: ChosenProducer) => void) {
  const [search] = useSearchParams()
  const id = search.get('producer')
  const given = useQuery({
    queryKey: ['producer', id],
    queryFn: () => ask<z.infer<typeof ProducerView>>(`/office/producers/${id}`),
    enabled: id !== null,
  })
  const { data } = given
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the answer arrives
  useEffect(() => {
    if (data) onGiven({ id: data.id, name: data.name })
  }, [data])
}

/** Enters a product of a producer; those that may be it are shown while one types. */
export function ProductNew() {
  const words = useWords()
  const text = words.product
  const labels = useProductLabels()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const entry = useEntry('product/new', blank)
  const [reason, setReason] = useState('')
  const [isDistinct, setDistinct] = useState(false)
  const matches = useMatches(entry.values)
  useGivenProducer((producer) => entry.set('producer', producer))
  const create = useMutation({
    mutationFn: () => {
      const { producer, place: _producersPlace, ...draft } = entry.values
      const fields = { ...toAmendment(draft), producerId: producer?.id, reason, confirmedDistinct: isDistinct }
      return send<z.infer<typeof Registered>>('POST', '/office/products', fields)
    },
    onSuccess: ({ id }) => {
      entry.discard()
      void queries.invalidateQueries({ queryKey: ['products'] })
      setTimeout(() => navigate(`/products/${id}`))
    },
  })
  const errorOf = (path: string) => create.error?.fields.find((field) => field.path === path)?.message
  const fields = { values: entry.values, set: entry.set, errorOf }
  return (
    <Page title={text.newTitle} intro={text.newIntro} back={{ to: '/products', label: words.shell.products }} narrow>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <UnsavedGuard isDirty={entry.isDirty && !create.isSuccess} />
        <ProblemSummary problem={create.error} labels={labels} />
        <Section id="producer" title={text.producer}>
          <ProducerPicker
            value={entry.values.producer}
            error={errorOf('producerId')}
            onChange={(producer) => entry.set('producer', producer)}
          />
          <p className="small quiet">
            <Link to="/producers/new?then=product">{text.newProducer}</Link> · {text.producerPlace}
          </p>
        </Section>
        <Section id="identity" title={text.identity}>
          <IdentityFields {...fields} />
        </Section>
        <Matches matches={matches.data ?? []} path="/products" isDistinct={isDistinct} onDistinct={setDistinct} />
        <Section id="description" title={text.description}>
          <DescriptionFields {...fields} />
        </Section>
        <Section id="commerce" title={text.commerce}>
          <CommerceFields {...fields} />
          <ReasonField reason={reason} onReason={setReason} />
          <Group mt="md" justify="flex-end">
            {entry.isDirty && (
              <Button variant="subtle" color="gray" onClick={entry.discard}>
                {words.form.discardDraft}
              </Button>
            )}
            <Button type="submit" loading={create.isPending}>
              {text.create}
            </Button>
          </Group>
        </Section>
      </form>
    </Page>
  )
}
