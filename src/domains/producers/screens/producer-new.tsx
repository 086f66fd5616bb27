import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useUnit } from '../../../office/api/reference.ts'
import { useOwnProvince } from '../../../office/api/session.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Matches } from '../../../office/parts/matches.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { PlaceEntry } from '../../../office/parts/place-entry.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { UnsavedGuard } from '../../../office/parts/unsaved.tsx'
import { useEntry } from '../../../office/parts/use-entry.ts'
import type { ProducerMatches, Registered } from '../messages.ts'
import { blankDraft, type ProducerDraft, toFields } from './producer-draft.ts'
import { ContactFields, IdentityFields, PeopleFields } from './producer-fields.tsx'
import { useProducerLabels } from './use-producer-labels.ts'

/** Producers of the same province that may be the one being typed. */
function useMatches(values: ProducerDraft) {
  const unit = useUnit(values.place.unit)
  const own = useOwnProvince()
  const province = unit.data?.place.province.code ?? own
  const [name] = useDebouncedValue(values.name.trim(), 300)
  const [taxNumber] = useDebouncedValue(values.taxNumber.trim(), 300)
  const commune = unit.data?.place.commune?.code
  return useQuery({
    queryKey: ['producer-matches', name, taxNumber, province, commune],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof ProducerMatches>>('/office/producers/matches', { name, taxNumber, province, commune }, signal),
    enabled: name.length >= 3 && province !== null,
    placeholderData: (before) => before,
    select: (answer) =>
      answer.items.map((match) => ({
        ...match,
        place: [match.communeName, match.provinceName].filter(Boolean).join(', '),
      })),
  })
}

/** Enters a producer; those that may be it are shown while one types. */
export function ProducerNew() {
  const words = useWords()
  const text = words.producer
  const labels = useProducerLabels()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const queries = useQueryClient()
  const entry = useEntry('producer/new', blankDraft)
  const [reason, setReason] = useState('')
  const [isDistinct, setDistinct] = useState(false)
  const matches = useMatches(entry.values)
  const create = useMutation({
    mutationFn: () =>
      send<z.infer<typeof Registered>>('POST', '/office/producers', {
        ...toFields(entry.values),
        reason,
        confirmedDistinct: isDistinct,
      }),
    onSuccess: ({ id }) => {
      entry.discard()
      void queries.invalidateQueries({ queryKey: ['producers'] })
      const to = search.get('then') === 'product' ? `/products/new?producer=${id}` : `/producers/${id}`
      setTimeout(() => navigate(to))
    },
  })
  const errorOf = (path: string) => create.error?.fields.find((field) => field.path === path)?.message
  const fields = { values: entry.values, set: entry.set, errorOf }
  return (
    <Page title={text.newTitle} intro={text.newIntro} back={{ to: '/producers', label: words.shell.producers }} narrow>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <UnsavedGuard isDirty={entry.isDirty && !create.isSuccess} />
        <ProblemSummary problem={create.error} labels={labels} />
        <Section id="identity" title={text.identity}>
          <IdentityFields {...fields} />
        </Section>
        <Section id="place" title={words.product.placeSection}>
          <PlaceEntry
            required
            value={entry.values.place}
            errorOf={errorOf}
            onChange={(place) => entry.set('place', place)}
          />
        </Section>
        <Matches matches={matches.data ?? []} path="/producers" isDistinct={isDistinct} onDistinct={setDistinct} />
        <Section id="people" title={text.people}>
          <PeopleFields {...fields} />
        </Section>
        <Section id="contact" title={text.contact}>
          <ContactFields {...fields} />
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
