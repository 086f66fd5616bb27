import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { readPrice } from '../../../office/format/numbers.ts'
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
import { draftOf, type Product, type ProductDraft, toAmendment } from './product-draft.ts'
import { CommerceFields, DescriptionFields, IdentityFields } from './product-fields.tsx'
import { useProductLabels } from './use-product-labels.ts'

function useSave(
  product: Product,
  changes: Partial<ProductDraft>,
  { mode, onSaved }: { mode: Mode; onSaved: () => void },
) {
  const words = useWords()
  const queries = useQueryClient()
  const groupNames: Record<string, string> = words.sources.groups
  return useMutation({
    mutationFn: (reason: string) => {
      const change = { ...toAmendment(changes), version: product.version }
      return mode.isProposing
        ? send<Saved>('POST', `/office/products/${product.id}/changes`, {
            ...change,
            note: reason,
            onBehalf: mode.onBehalf,
          })
        : send<Saved>('PUT', `/office/products/${product.id}`, { ...change, reason })
    },
    onSuccess: async ({ contradicting, outcome }) => {
      onSaved()
      const named = contradicting.map((group) => groupNames[group] ?? group).join(', ')
      void queries.invalidateQueries({ queryKey: ['change-requests'] })
      if (outcome === 'requested') notify(words.changes.sent)
      else if (named === '') notify(words.acts.saved)
      else notify(words.product.contradicting(named), 'watch')
      await queries.invalidateQueries({ queryKey: ['product', product.id] })
      void queries.invalidateQueries({ queryKey: ['products'] })
    },
    onError: (problem) => {
      // The newer version is fetched so that both can be compared; what was typed stays over it.
      if (problem.status === 412) void queries.invalidateQueries({ queryKey: ['product', product.id] })
    },
  })
}

/** The fields of a product; only what changed is sent, with the reason. */
export function ProductForm({ product }: { product: Product }) {
  const words = useWords()
  const labels = useProductLabels()
  const initial = draftOf(product)
  const entry = useEntry(`product/${product.id}`, initial)
  const [reason, setReason] = useState('')
  const mode = useMode(product.producer.id, product.abilities)
  const save = useSave(product, entry.changes, {
    mode,
    onSaved: () => {
      entry.discard()
      setReason('')
    },
  })
  const errorOf = (path: string) => save.error?.fields.find((field) => field.path === path)?.message
  const fields = { values: entry.values, set: entry.set, errorOf }
  const hasWrongPrice = [entry.values.priceMin, entry.values.priceMax].some((price) => readPrice(price) === undefined)
  const discard = () => {
    entry.discard()
    save.reset()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!hasWrongPrice) save.mutate(reason)
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
      <fieldset disabled={!mode.isOpen} style={{ border: 0, margin: 0, padding: 0 }}>
        <Section id="identity" title={words.product.identity}>
          <IdentityFields {...fields} isProposing={mode.isProposing} />
        </Section>
        <Section id="description" title={words.product.description}>
          <DescriptionFields {...fields} />
        </Section>
        <Section id="commerce" title={words.product.commerce}>
          <CommerceFields {...fields} />
        </Section>
        <Section id="place" title={words.product.placeSection}>
          <PlaceEntry value={entry.values.place} errorOf={errorOf} onChange={(place) => entry.set('place', place)} />
        </Section>
      </fieldset>
      {entry.isDirty && (
        <SaveBar
          reason={reason}
          onReason={setReason}
          onDiscard={discard}
          isPending={save.isPending}
          error={errorOf(mode.isProposing ? 'note' : 'reason')}
          words={mode.isProposing ? proposingWords(words.changes) : undefined}
        />
      )}
    </form>
  )
}

function proposingWords(words: { note: string; noteHint: string; send: string }) {
  return { label: words.note, hint: words.noteHint, submit: words.send }
}

function staleRows(initial: ProductDraft, changes: Partial<ProductDraft>, labels: Record<string, string>) {
  const shown = (value: ProductDraft[keyof ProductDraft]) =>
    typeof value === 'string' ? value : [value.addressText, value.unit?.label].filter(Boolean).join(', ')
  return Object.entries(changes).map(([name, mine]) => {
    const [, theirs = ''] = Object.entries(initial).find(([each]) => each === name) ?? []
    return { label: labels[name] ?? name, theirs: shown(theirs), mine: shown(mine) }
  })
}
