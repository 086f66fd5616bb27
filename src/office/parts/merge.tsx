import { Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../locale/locale.ts'
import { Dialog } from './dialog.tsx'

export interface MergeSide {
  id: string
  name: string
  publicId: string
  /** in the order of `labels` */
  values: string[]
}

interface MergeProps {
  sides: [MergeSide, MergeSide]
  labels: string[]
  isPending: boolean
  problem: Problem | null
  onClose: () => void
  onMerge: (choice: { keptId: string; mergedId: string; reason: string }) => void
}

/** Two records of one thing side by side: which to keep, why, and the consequence confirmed by typing a word. */
export function Merge({ sides, labels, isPending, problem, onClose, onMerge }: MergeProps) {
  const words = useWords().merge
  const [keptId, setKept] = useState(sides[0].id)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const merged = sides[0].id === keptId ? sides[1] : sides[0]
  const isReady = reason.trim() !== '' && typed.trim().toLowerCase().normalize('NFC') === words.typeWord
  return (
    <Dialog
      isOpen
      size="xl"
      danger
      title={words.title}
      text={words.intro}
      submit={words.submit}
      isPending={isPending}
      isReady={isReady}
      problem={problem}
      onClose={onClose}
      onSubmit={() => onMerge({ keptId, mergedId: merged.id, reason })}
    >
      <Radio.Group value={keptId} onChange={setKept} aria-label={words.keep}>
        <div className="scroll-x">
          <Comparison sides={sides} labels={labels} />
        </div>
      </Radio.Group>
      <Textarea
        mt="md"
        id="field-reason"
        label={words.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p>{words.consequence(merged.name)}</p>
      <TextInput
        label={words.typeLabel}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Dialog>
  )
}

function Comparison({ sides, labels }: Pick<MergeProps, 'sides' | 'labels'>) {
  const words = useWords().merge
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {sides.map((side) => (
            <th scope="col" key={side.id}>
              <Radio value={side.id} label={`${words.keep}: ${side.publicId}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, index) => {
          const [one, other] = [sides[0].values[index] ?? '', sides[1].values[index] ?? '']
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{one === other ? <span className="quiet">{one || '–'}</span> : <strong>{one || '–'}</strong>}</td>
              <td>{one === other ? <span className="quiet">{other || '–'}</span> : <strong>{other || '–'}</strong>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
