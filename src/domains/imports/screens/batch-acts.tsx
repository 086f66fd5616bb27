import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import type { BatchView } from '../messages.ts'

type Act = 'application' | 'discarding' | 'undoing'

function useAct(batch: BatchView, act: Act, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => send<BatchView>('POST', `/office/imports/${batch.id}/${act}`, body),
    onSuccess: async (changed) => {
      queries.setQueryData(['import', batch.id], changed)
      onDone()
      await queries.invalidateQueries()
    },
  })
}

/** What can be done with a batch as it stands: apply, discard, undo, fetch its file. */
export function BatchActs({ batch }: { batch: BatchView }) {
  const text = useWords().imports
  const mayRun = useMay('imports.run')
  const [act, setAct] = useState<Act | null>(null)
  const { state, counts } = batch
  const path = `/api/v1/office/imports/${batch.id}`
  const canApply = mayRun && state === 'staged' && counts.new + counts.update > 0
  const canDiscard = mayRun && ['needs-mapping', 'staged', 'failed'].includes(state)
  const close = () => setAct(null)
  return (
    <>
      <Button component="a" href={`${path}/original`} download variant="subtle" color="gray">
        {text.original}
      </Button>
      {counts.problem > 0 && (
        <Button component="a" href={`${path}/problems.xlsx`} download variant="default">
          {text.problemsSheet}
        </Button>
      )}
      {canDiscard && (
        <Button variant="default" onClick={() => setAct('discarding')}>
          {text.discard}
        </Button>
      )}
      {canApply && <Button onClick={() => setAct('application')}>{text.apply}</Button>}
      {act === 'application' && <Apply batch={batch} onClose={close} />}
      {act === 'discarding' && <Discard batch={batch} onClose={close} />}
    </>
  )
}

interface ActProps {
  batch: BatchView
  onClose: () => void
}

function Apply({ batch, onClose }: ActProps) {
  const text = useWords().imports
  const [leaveOutProblems, setLeaveOut] = useState(false)
  const { counts } = batch
  const apply = useAct(batch, 'application', onClose)
  const hasProblems = counts.problem > 0
  return (
    <Dialog
      isOpen
      title={text.applyTitle}
      text={text.applyText(showNumber(counts.new), showNumber(counts.update))}
      submit={text.apply}
      isPending={apply.isPending}
      isReady={!hasProblems || leaveOutProblems}
      problem={apply.error}
      onClose={onClose}
      onSubmit={() => apply.mutate({ leaveOutProblems })}
    >
      {hasProblems && (
        <Checkbox
          label={text.leaveOut(showNumber(counts.problem))}
          checked={leaveOutProblems}
          onChange={(event) => setLeaveOut(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  )
}

function Discard({ batch, onClose }: ActProps) {
  const text = useWords().imports
  const discard = useAct(batch, 'discarding', onClose)
  return (
    <Dialog
      isOpen
      danger
      title={text.discardTitle}
      text={text.discardText}
      submit={text.discard}
      isPending={discard.isPending}
      problem={discard.error}
      onClose={onClose}
      onSubmit={() => discard.mutate({})}
    />
  )
}

function Undo({ batch, onClose }: ActProps) {
  const text = useWords().imports
  const [reason, setReason] = useState('')
  const undo = useAct(batch, 'undoing', onClose)
  return (
    <Dialog
      isOpen
      danger
      title={text.undoTitle}
      text={text.undoText}
      submit={text.undo}
      isPending={undo.isPending}
      isReady={reason.trim().length >= 3}
      problem={undo.error}
      onClose={onClose}
      onSubmit={() => undo.mutate({ reason })}
    >
      <ReasonField reason={reason} onReason={setReason} />
    </Dialog>
  )
}

/** What an applied batch wrote, where to see it, and undo – or why not. */
export function Result({ batch }: { batch: BatchView }) {
  const text = useWords().imports
  const mayRun = useMay('imports.run')
  const [isUndoing, setUndoing] = useState(false)
  const { result, undoable } = batch
  return (
    <section className="section" aria-label={text.result}>
      <h2>{text.result}</h2>
      {result && (
        <p>
          {text.resultText(showNumber(result.producers), showNumber(result.products), showNumber(result.recognitions))}
        </p>
      )}
      <div className="page-acts">
        <Button component={Link} to="/products?sort=updated" variant="default">
          {text.seeProducts}
        </Button>
        <Button component={Link} to="/places" variant="default">
          {text.seePlaces}
        </Button>
        {mayRun && undoable.possible && (
          <Button variant="subtle" color="red" onClick={() => setUndoing(true)}>
            {text.undo}
          </Button>
        )}
      </div>
      {!undoable.possible && undoable.reason && (
        <p className="quiet small">
          {text.whyNot} {undoable.reason}
        </p>
      )}
      {isUndoing && <Undo batch={batch} onClose={() => setUndoing(false)} />}
    </section>
  )
}
