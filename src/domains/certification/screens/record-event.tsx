import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { isDay } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { DayEntry } from '../../../office/parts/day-entry.tsx'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import type { ProductRecognitions, RecognitionView } from '../messages.ts'

interface EventProps {
  kind: RecognitionView['possibleEvents'][number]
  recognition: RecognitionView
  productId: string
  causes: ProductRecognitions['revocationCauses']
  onClose: () => void
}

/** A suspension, its lifting, a revocation or an annulment: added to the recognition, never edited. */
export function RecordEvent({ kind, recognition, productId, causes, onClose }: EventProps) {
  const words = useWords()
  const text = words.recognition
  const nameOf = useName()
  const queries = useQueryClient()
  const [effectiveOn, setEffectiveOn] = useState('')
  const [decisionNumber, setNumber] = useState('')
  const [authorityName, setAuthority] = useState(recognition.authorityName)
  const [cause, setCause] = useState('')
  const [reason, setReason] = useState('')
  const record = useMutation({
    mutationFn: () =>
      send('POST', `/office/recognitions/${recognition.id}/events`, {
        ...{ kind, effectiveOn, decisionNumber, authorityName, reason },
        ...(kind === 'revocation' && { cause: cause || null }),
      }),
    onSuccess: async () => {
      notify(text.eventDone)
      await queries.invalidateQueries({ queryKey: ['recognitions', 'of', productId] })
      onClose()
    },
  })
  const errorOf = (path: string) => record.error?.fields.find((field) => field.path === path)?.message
  return (
    <Dialog
      isOpen
      danger
      title={text.eventTitle(text.events[kind])}
      text={text.eventText}
      submit={text.events[kind]}
      isPending={record.isPending}
      isReady={isDay(effectiveOn) && reason.trim() !== '' && authorityName.trim() !== ''}
      problem={record.error}
      labels={{ effectiveOn: text.effectiveOn, reason: text.reason, cause: text.cause, decisionNumber: text.number }}
      onClose={onClose}
      onSubmit={() => record.mutate()}
    >
      <DayEntry
        id="field-effectiveOn"
        label={text.effectiveOn}
        required
        value={effectiveOn}
        error={errorOf('effectiveOn')}
        onChange={setEffectiveOn}
      />
      <TextInput
        mt="sm"
        label={text.number}
        value={decisionNumber}
        error={errorOf('decisionNumber')}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        mt="sm"
        label={text.authority}
        required
        value={authorityName}
        onChange={(event) => setAuthority(event.currentTarget.value)}
      />
      {kind === 'revocation' && (
        <NativeSelect
          mt="sm"
          label={text.cause}
          value={cause}
          error={errorOf('cause')}
          onChange={(event) => setCause(event.currentTarget.value)}
          data={[
            { value: '', label: words.form.choose },
            ...causes.map((each) => ({ value: each.code, label: `${each.clause} · ${nameOf(each)}` })),
          ]}
        />
      )}
      <ReasonField reason={reason} onReason={setReason} label={text.reason} hint="" />
    </Dialog>
  )
}
