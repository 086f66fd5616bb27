import { Button, Group, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Mark } from '../../../office/parts/marks.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { RequestView } from '../messages.ts'
import { reasonLimit } from '../rules.ts'
import { useFieldLabels, useShown } from './use-shown.ts'

type Field = RequestView['fields'][number]
interface Choice {
  outcome: 'accept' | 'leave' | null
  reason: string
}
const unchosen: Choice = { outcome: null, reason: '' }

/** The three values of each field side by side, and what is decided of each; everything by keyboard. */
export function DecisionForm({ request }: { request: RequestView }) {
  const words = useWords()
  const text = words.changes
  const labels = useFieldLabels(request.subject.kind)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [reason, setReason] = useState('')
  const [cited, setCited] = useState({ title: '', reference: '' })
  const decide = useDecide(request)
  const choiceOf = (field: string) => choices[field] ?? unchosen
  const set = (field: string, change: Partial<Choice>) =>
    setChoices((before) => ({ ...before, [field]: { ...(before[field] ?? unchosen), ...change } }))
  const setAll = (outcome: 'accept' | 'leave') => {
    for (const { field, meeting } of request.fields)
      if (outcome === 'leave' || meeting !== 'conflict') set(field, { outcome })
  }
  const left = request.fields.filter(({ field }) => choiceOf(field).outcome === null).length
  const pathLabels = Object.fromEntries(request.fields.map(({ field }) => [`fields.${field}`, labels[field] ?? field]))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (left > 0) return
        decide.mutate({
          version: request.version,
          reason,
          document: cited.title && cited.reference ? { level: 'A', ...cited } : null,
          fields: request.fields.map(({ field, meeting }) => {
            const { outcome, reason: why } = choiceOf(field)
            return { field, outcome, reason: why, overwrite: outcome === 'accept' && meeting === 'conflict' }
          }),
        })
      }}
    >
      <ProblemSummary problem={decide.error} labels={pathLabels} />
      <Group mb="sm" className="only-screen">
        <Button size="xs" variant="default" onClick={() => setAll('accept')}>
          {text.acceptAll}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAll('leave')}>
          {text.leaveAll}
        </Button>
      </Group>
      <table className="table cards compare">
        <caption className="seen-by-readers">{text.fieldsColumn}</caption>
        <thead>
          <tr>
            {[text.fieldsColumn, text.before, text.now, text.proposed, text.decision].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {request.fields.map((row) => (
            <FieldRow
              key={row.field}
              row={row}
              label={labels[row.field] ?? row.field}
              choice={choiceOf(row.field)}
              onChange={(change) => set(row.field, change)}
            />
          ))}
        </tbody>
      </table>
      <Textarea
        mt="md"
        id="field-reason"
        label={text.whole}
        description={text.wholeHint}
        autosize
        maxLength={reasonLimit}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <details className="only-screen" style={{ margin: '14px 0' }}>
        <summary>{text.cite}</summary>
        <div className="fields">
          <TextInput
            label={text.citeTitle}
            value={cited.title}
            onChange={(event) => setCited({ ...cited, title: event.currentTarget.value })}
          />
          <TextInput
            label={text.citeNumber}
            value={cited.reference}
            onChange={(event) => setCited({ ...cited, reference: event.currentTarget.value })}
          />
        </div>
      </details>
      <Group mt="md" className="only-screen">
        <Button type="submit" disabled={left > 0} loading={decide.isPending}>
          {text.decide}
        </Button>
        {left > 0 && (
          <span className="quiet" aria-live="polite">
            {text.undecided(left)}
          </span>
        )}
      </Group>
    </form>
  )
}

function useDecide(request: RequestView) {
  const words = useWords()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['change-requests'] })
  return useMutation({
    mutationFn: (decision: Record<string, unknown>) =>
      send('POST', `/office/change-requests/${request.id}/decision`, decision),
    onSuccess: async () => {
      notify(words.changes.decided)
      void queries.invalidateQueries({ queryKey: [request.subject.kind, request.subject.id] })
      void queries.invalidateQueries({ queryKey: ['total'] })
      await refresh()
    },
    onError: (problem) => {
      // The record or the request moved on: what stands now is fetched, so that it is compared anew.
      if (problem.status === 412 || problem.code === 'wrong-state') {
        notify(problem.detail, 'watch')
        void refresh()
      }
    },
  })
}

interface FieldRowProps {
  row: Field
  label: string
  choice: Choice
  onChange: (change: Partial<Choice>) => void
}

function FieldRow({ row, label, choice, onChange }: FieldRowProps) {
  const text = useWords().changes
  const shown = useShown()
  const isConflict = row.meeting === 'conflict'
  return (
    <tr>
      <td className="card-head">
        <strong>{label}</strong>
        {row.meeting !== 'clean' && (
          <div>
            <Mark tone={isConflict ? 'watch' : 'calm'} icon={isConflict ? 'swap' : 'tick'}>
              {isConflict ? text.conflict : text.same}
            </Mark>
          </div>
        )}
      </td>
      <td data-label={text.before}>{shown(row.field, row.before)}</td>
      <td data-label={text.now}>{shown(row.field, row.now)}</td>
      <td data-label={text.proposed}>{shown(row.field, row.proposed)}</td>
      <td data-label={text.decision}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Radio.Group
            aria-label={`${text.decision}: ${label}`}
            value={choice.outcome ?? ''}
            onChange={(value) => onChange({ outcome: value === 'accept' ? 'accept' : 'leave' })}
          >
            <Radio mb={6} value="accept" label={isConflict ? text.overwrite : text.accept} />
            <Radio value="leave" label={text.leave} />
          </Radio.Group>
          {choice.outcome === 'leave' && (
            <TextInput
              mt={6}
              label={text.why}
              maxLength={reasonLimit}
              value={choice.reason}
              onChange={(event) => onChange({ reason: event.currentTarget.value })}
            />
          )}
        </div>
      </td>
    </tr>
  )
}
