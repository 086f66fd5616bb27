import { Button, FileInput, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, send, sendFile } from '../../../office/api/client.ts'
import { isDay, showDay, showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { setActingFor } from '../../../office/parts/acting-for.ts'
import { DayEntry } from '../../../office/parts/day-entry.tsx'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import type { Consents } from '../messages.ts'
import { lastConsentDay, type Manner, manners } from '../rules.ts'

interface PanelProps {
  producer: { id: string; name: string }
}
type Consent = Consents['items'][number]

/** Who may act for a producer, how it agreed, and the ways to record or end that. */
export function ConsentPanel({ producer }: PanelProps) {
  const text = useWords().changes.consent
  const [isRecording, setRecording] = useState(false)
  const [ending, setEnding] = useState<Consent | null>(null)
  const consents = useQuery({
    queryKey: ['consents', producer.id],
    queryFn: () => ask<Consents>(`/office/producers/${producer.id}/consents`),
  })
  if (consents.error) return <ProblemSummary problem={consents.error} onRetry={() => consents.refetch()} />
  if (consents.data === undefined) return <Skeleton height={60} />
  const { items, mayRecord } = consents.data
  return (
    <>
      {items.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <strong>{item.officer}</strong> · {text.manners[item.manner]}
            {item.witness && ` (${item.witness})`} · {text.term(showDay(item.from), showDay(item.until))}
            <div className="quiet small">
              {item.ended !== null
                ? text.ended(item.ended.by, showMoment(item.ended.at), item.ended.reason)
                : item.isValid
                  ? text.valid
                  : text.over}
            </div>
            {item.mayEnd && (
              <Button mt={6} size="xs" variant="default" onClick={() => setEnding(item)}>
                {text.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <Button variant="default" onClick={() => setRecording(true)}>
          {text.record}
        </Button>
      )}
      {isRecording && <RecordDialog producer={producer} onClose={() => setRecording(false)} />}
      {ending && <EndDialog producer={producer} consent={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function todayInVietnam(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format()
}

function isManner(text: string): text is Manner {
  return manners.some((manner) => manner === text)
}

function RecordDialog({ producer, onClose }: PanelProps & { onClose: () => void }) {
  const words = useWords()
  const text = words.changes.consent
  const queries = useQueryClient()
  const [from, setFrom] = useState(todayInVietnam)
  const [until, setUntil] = useState(() => lastConsentDay(todayInVietnam()))
  const [manner, setManner] = useState<Manner>('signed-paper')
  const [witness, setWitness] = useState('')
  const [paper, setPaper] = useState<File | null>(null)
  const path = `/office/producers/${producer.id}/consents`
  const record = useMutation({
    mutationFn: () =>
      manner === 'signed-paper' && paper !== null
        ? sendFile(`${path}/signed-paper`, { from, until }, paper)
        : send('POST', path, { manner, witness, from, until }),
    onSuccess: async () => {
      notify(text.saved)
      setActingFor(producer.id)
      onClose()
      await queries.invalidateQueries({ queryKey: ['consents', producer.id] })
    },
  })
  const isWhole = manner === 'signed-paper' ? paper !== null : manner === 'phone' || witness.trim() !== ''
  return (
    <Dialog
      isOpen
      title={`${text.record}: ${producer.name}`}
      text={text.recordText}
      submit={text.record}
      isPending={record.isPending}
      isReady={isWhole && isDay(from) && isDay(until)}
      problem={record.error}
      onClose={onClose}
      onSubmit={() => record.mutate()}
    >
      <NativeSelect
        label={text.manner}
        value={manner}
        data={manners.map((value) => ({ value, label: text.manners[value] }))}
        onChange={(event) => {
          if (isManner(event.currentTarget.value)) setManner(event.currentTarget.value)
        }}
      />
      {manner === 'signed-paper' && (
        <FileInput
          mt="sm"
          label={text.paper}
          accept="application/pdf,image/jpeg,image/png"
          value={paper}
          onChange={setPaper}
          placeholder={words.acts.chooseFile}
        />
      )}
      {manner === 'spoken' && (
        <TextInput
          mt="sm"
          label={text.witness}
          required
          maxLength={120}
          value={witness}
          onChange={(event) => setWitness(event.currentTarget.value)}
        />
      )}
      <DayEntry id="field-from" label={text.from} value={from} required onChange={setFrom} />
      <DayEntry id="field-until" label={text.until} value={until} required onChange={setUntil} />
    </Dialog>
  )
}

function EndDialog({ producer, consent, onClose }: PanelProps & { consent: Consent; onClose: () => void }) {
  const text = useWords().changes.consent
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: () => send('POST', `/office/consents/${consent.id}/end`, { reason }),
    onSuccess: async () => {
      if (consent.isMine) setActingFor(null)
      onClose()
      await queries.invalidateQueries({ queryKey: ['consents', producer.id] })
    },
  })
  return (
    <Dialog
      isOpen
      danger
      title={text.endTitle(consent.officer)}
      text={text.endText}
      submit={text.end}
      isPending={end.isPending}
      isReady={reason.trim() !== ''}
      problem={end.error}
      onClose={onClose}
      onSubmit={() => end.mutate()}
    >
      <ReasonField reason={reason} onReason={setReason} />
    </Dialog>
  )
}
