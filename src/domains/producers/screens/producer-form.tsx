import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { notify } from '../../../office/parts/notify.ts'
import { PlaceEntry } from '../../../office/parts/place-entry.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { type Mode, type Saved, useMode } from '../../../office/parts/proposing.ts'
import { SaveBar } from '../../../office/parts/save-bar.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { StaleChoice } from '../../../office/parts/stale.tsx'
import { UnsavedGuard } from '../../../office/parts/unsaved.tsx'
import { useEntry } from '../../../office/parts/use-entry.ts'
import { draftOf, type Producer, type ProducerDraft, toFields } from './producer-draft.ts'
import { ContactFields, IdentityFields, IntroductionField, PeopleFields } from './producer-fields.tsx'
import { useProducerLabels } from './use-producer-labels.ts'

function useSave(
  producer: Producer,
  fields: Record<string, unknown>,
  { mode, onSaved }: { mode: Mode; onSaved: () => void },
) {
  const words = useWords()
  const queries = useQueryClient()
  const groupNames: Record<string, string> = words.sources.groups
  const refresh = () => queries.invalidateQueries({ queryKey: ['producer', producer.id] })
  return useMutation({
    mutationFn: (reason: string) => {
      const change = { ...fields, version: producer.version }
      return mode.isProposing
        ? send<Saved>('POST', `/office/producers/${producer.id}/changes`, {
            ...change,
            note: reason,
            onBehalf: mode.onBehalf,
          })
        : send<Saved>('PUT', `/office/producers/${producer.id}`, { ...change, reason })
    },
    onSuccess: async ({ contradicting, outcome }) => {
      onSaved()
      const named = contradicting.map((group) => groupNames[group] ?? group).join(', ')
      void queries.invalidateQueries({ queryKey: ['change-requests'] })
      if (outcome === 'requested') notify(words.changes.sent)
      else if (named === '') notify(words.acts.saved)
      else notify(words.product.contradicting(named), 'watch')
      await refresh()
      void queries.invalidateQueries({ queryKey: ['producers'] })
    },
    onError: (problem) => {
      if (problem.status === 412) void refresh()
    },
  })
}

/** The fields of a producer; only what changed is sent, with the reason. */
export function ProducerForm({ producer }: { producer: Producer }) {
  const words = useWords()
  const labels = useProducerLabels()
  const initial = draftOf(producer)
  const entry = useEntry(`producer/${producer.id}`, initial)
  const [reason, setReason] = useState('')
  const { taxNumber, isTaxNumberConfirmed } = entry.values
  const changed = toFields(entry.changes)
  const touchesTax = 'taxNumber' in changed || 'isTaxNumberConfirmed' in changed
  const mode = useMode(producer.id, producer.abilities)
  const save = useSave(
    producer,
    touchesTax ? { ...changed, taxNumber: taxNumber.trim() || null, isTaxNumberConfirmed } : changed,
    {
      mode,
      onSaved: () => {
        entry.discard()
        setReason('')
      },
    },
  )
  const discard = () => {
    entry.discard()
    save.reset()
  }
  const errorOf = (path: string) => save.error?.fields.find((field) => field.path === path)?.message
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(reason)
      }}
    >
      <UnsavedGuard isDirty={entry.isDirty} />
      {save.error?.status === 412 ? (
        <StaleChoice
          detail={save.error.detail}
          rows={staleRows(initial, entry.changes, labels)}
          isPending={save.isPending}
          onTheirs={discard}
          onMine={() => save.mutate(reason)}
        />
      ) : (
        <ProblemSummary problem={save.error} labels={labels} />
      )}
      {entry.wasRestored && <p className="band band-calm">{words.form.draftKept}</p>}
      {mode.isProposing && <p className="band band-calm">{words.changes.proposing}</p>}
      <FormSections
        producer={producer}
        isOpen={mode.isOpen}
        fields={{ values: entry.values, set: entry.set, errorOf }}
      />
      {entry.isDirty && (
        <SaveBar
          reason={reason}
          onReason={setReason}
          onDiscard={discard}
          isPending={save.isPending}
          error={errorOf(mode.isProposing ? 'note' : 'reason')}
          words={
            mode.isProposing
              ? { label: words.changes.note, hint: words.changes.noteHint, submit: words.changes.send }
              : undefined
          }
        />
      )}
    </form>
  )
}

interface FormSectionsProps {
  producer: Producer
  isOpen: boolean
  fields: Parameters<typeof IdentityFields>[0]
}

function FormSections({ producer, isOpen, fields }: FormSectionsProps) {
  const words = useWords()
  const text = words.producer
  const consentedAt = producer.contactsConsentedAt
    ? text.consentedAt(showMoment(producer.contactsConsentedAt))
    : undefined
  return (
    <fieldset disabled={!isOpen} style={{ border: 0, margin: 0, padding: 0 }}>
      <Section id="identity" title={text.identity}>
        <IdentityFields {...fields} />
      </Section>
      <Section id="introduction" title={text.introduction}>
        <IntroductionField {...fields} />
      </Section>
      <Section id="place" title={words.product.placeSection}>
        <PlaceEntry
          value={fields.values.place}
          errorOf={fields.errorOf}
          onChange={(place) => fields.set('place', place)}
        />
      </Section>
      <Section id="people" title={text.people}>
        <PeopleFields {...fields} />
      </Section>
      <Section id="contact" title={text.contact}>
        <ContactFields {...fields} consentedAt={consentedAt} />
      </Section>
    </fieldset>
  )
}

function staleRows(initial: ProducerDraft, changes: Partial<ProducerDraft>, labels: Record<string, string>) {
  const shown = (value: ProducerDraft[keyof ProducerDraft]) => {
    if (typeof value === 'boolean') return value ? '✓' : '–'
    return typeof value === 'string' ? value : [value.addressText, value.unit?.label].filter(Boolean).join(', ')
  }
  return Object.entries(changes).map(([name, mine]) => {
    const [, theirs = ''] = Object.entries(initial).find(([each]) => each === name) ?? []
    return { label: labels[name] ?? name, theirs: shown(theirs), mine: shown(mine) }
  })
}
