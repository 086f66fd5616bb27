import { Button, FileInput, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send, sendFile } from '../../../office/api/client.ts'
import { showDay } from '../../../office/format/days.ts'
import { useLocale, useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { Stars } from '../../../office/parts/marks.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { UnsavedGuard } from '../../../office/parts/unsaved.tsx'
import { useEntry } from '../../../office/parts/use-entry.ts'
import type { EnteredRecognition } from '../messages.ts'
import { decidedOf, expiryOfDraft, type RecognitionDraft, toFields } from './recognition-draft.ts'
import { RecognitionFields } from './recognition-fields.tsx'

interface RecordProps {
  productId: string
  provinceName: string
  onClose: () => void
}

function useRecord(productId: string, onDone: () => void) {
  const text = useWords().recognition
  const locale = useLocale()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ draft, file }: { draft: RecognitionDraft; file: File | null }) => {
      const path = `/office/products/${productId}/recognitions`
      return file === null
        ? send<EnteredRecognition>('POST', path, toFields(draft))
        : sendFile<EnteredRecognition>(`${path}/signed-decision`, toFields(draft), file)
    },
    onSuccess: async ({ outcome, warnings }) => {
      notify(text[outcome], outcome === 'contradicting' ? 'watch' : 'good')
      for (const warning of warnings) notify(warning[locale], 'watch')
      onDone()
      await queries.invalidateQueries({ queryKey: ['recognitions'] })
    },
  })
}

/** A decision as an officer records it; reviewed before it is written, because it cannot be edited afterwards. */
export function RecordRecognition({ productId, provinceName, onClose }: RecordProps) {
  const words = useWords()
  const text = words.recognition
  const entry = useEntry(`recognition/${productId}`, blankDraft(text.provincePeople(provinceName)))
  const [file, setFile] = useState<File | null>(null)
  const [isReviewing, setReviewing] = useState(false)
  const record = useRecord(productId, () => {
    entry.discard()
    setReviewing(false)
    onClose()
  })
  const draft = entry.values
  const errorOf = (path: string) => record.error?.fields.find((field) => field.path === path)?.message
  return (
    <section aria-label={text.add} style={{ marginTop: 20, borderTop: '1px solid var(--line)', paddingTop: 18 }}>
      <UnsavedGuard isDirty={entry.isDirty} />
      <h3 style={{ margin: '0 0 12px' }}>{text.add}</h3>
      {!isReviewing && (
        <ProblemSummary
          problem={record.error}
          labels={{ decisionNumber: text.number, decidedOn: text.decidedOn, star: text.star }}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (decidedOf(draft) !== null) setReviewing(true)
        }}
      >
        <RecognitionFields draft={draft} set={entry.set} errorOf={errorOf} provinceName={provinceName} />
        <FileInput
          mt="sm"
          label={text.file}
          description={text.fileHint}
          placeholder={words.acts.chooseFile}
          accept="application/pdf,image/jpeg,image/png"
          clearable
          value={file}
          onChange={setFile}
        />
        <Group mt="md">
          <Button type="submit">{text.review}</Button>
          <Button variant="default" onClick={onClose}>
            {words.acts.cancel}
          </Button>
        </Group>
      </form>
      <Dialog
        isOpen={isReviewing}
        title={text.confirmTitle}
        text={text.confirmText}
        submit={text.record}
        isPending={record.isPending}
        problem={record.error}
        onClose={() => setReviewing(false)}
        onSubmit={() => record.mutate({ draft, file })}
      >
        <Review draft={draft} file={file} />
      </Dialog>
    </section>
  )
}

function blankDraft(authorityName: string): RecognitionDraft {
  return {
    kind: 'first',
    star: '3',
    decisionNumber: '',
    decidedOn: '',
    decidedYear: '',
    isOnlyYear: false,
    authorityLevel: 'province',
    authorityName,
    documentPage: '',
    isVerified: true,
  }
}

function Review({ draft, file }: { draft: RecognitionDraft; file: File | null }) {
  const text = useWords().recognition
  const expiry = expiryOfDraft(draft)
  return (
    <dl className="facts-list">
      <dt>{text.star}</dt>
      <dd>
        <Stars star={Number(draft.star)} /> {draft.star}
      </dd>
      <dt>{text.kind}</dt>
      <dd>{text.kinds[draft.kind]}</dd>
      <dt>{text.number}</dt>
      <dd>{draft.decisionNumber || '–'}</dd>
      <dt>{text.decided}</dt>
      <dd>{draft.isOnlyYear ? draft.decidedYear : showDay(draft.decidedOn)}</dd>
      <dt>{text.authority}</dt>
      <dd>{draft.authorityName}</dd>
      <dt>{text.expires}</dt>
      <dd>{expiry && showDay(expiry.expiresBy)}</dd>
      <dt>{text.document}</dt>
      <dd>{file?.name ?? '–'}</dd>
    </dl>
  )
}
