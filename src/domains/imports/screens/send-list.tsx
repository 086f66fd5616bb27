import { Button, FileButton, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { sendFile } from '../../../office/api/client.ts'
import { useOwnProvince } from '../../../office/api/session.ts'
import { showBytes } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { notify } from '../../../office/parts/notify.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { BatchView } from '../messages.ts'
import { ProvinceChoice } from './province-choice.tsx'
import { provinceFields } from './province-fields.ts'

/** First step: the file, what kind of source it is, and the province where the list names none. */
export function SendList() {
  const words = useWords()
  const text = words.imports
  const navigate = useNavigate()
  const own = useOwnProvince()
  const [file, setFile] = useState<File | null>(null)
  const [level, setLevel] = useState('B')
  const [province, setProvince] = useState('')
  const [sourceTitle, setSourceTitle] = useState('')
  const send = useMutation({
    mutationFn: (chosen: File) =>
      sendFile<BatchView>('/office/imports', { level, sourceTitle, ...provinceFields(province) }, chosen),
    onSuccess: (batch) => {
      if (batch.sameAsBefore) notify(text.same, 'watch')
      navigate(`/imports/${batch.id}`)
    },
  })
  return (
    <Page title={text.start} intro={text.sendIntro} back={{ to: '/imports', label: text.title }} narrow>
      <ProblemSummary problem={send.error} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (file) send.mutate(file)
        }}
      >
        <Stack>
          <Drop file={file} onFile={setFile} />
          <NativeSelect
            label={text.level}
            value={level}
            onChange={(event) => setLevel(event.currentTarget.value)}
            data={[
              { value: 'B', label: text.levelB },
              { value: 'A', label: text.levelA },
              { value: 'C', label: text.levelC },
            ]}
          />
          {own === null && <ProvinceChoice value={province} none={text.provinceAny} onChange={setProvince} />}
          <TextInput
            label={text.sourceTitle}
            description={text.sourceHint}
            maxLength={300}
            value={sourceTitle}
            onChange={(event) => setSourceTitle(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" disabled={file === null} loading={send.isPending}>
              {text.send}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  )
}

function Drop({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const words = useWords()
  const text = words.imports
  const [isOver, setOver] = useState(false)
  const isWrong = file !== null && !/\.(xlsx|csv|txt)$/i.test(file.name)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0] ?? null)
  }
  return (
    // The button does the same for keyboards and readers; dropping is a convenience.
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file && (
        <p style={{ marginTop: 0 }} aria-live="polite">
          <strong>{file.name}</strong> · {showBytes(file.size)}
        </p>
      )}
      <span className="quiet">{text.drop} </span>
      <FileButton onChange={onFile} accept=".xlsx,.csv,.xls,.txt" inputProps={{ 'aria-label': text.chooseList }}>
        {(props) => (
          <Button variant="default" {...props}>
            {text.chooseList}
          </Button>
        )}
      </FileButton>
      <p className="quiet small" style={{ marginBottom: 0 }}>
        {text.accepts}
      </p>
      {isWrong && <p className="band">{text.wrongKind}</p>}
    </div>
  )
}
