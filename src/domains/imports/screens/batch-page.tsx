import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { ask } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Section } from '../../../office/parts/sections.tsx'
import { Waiting } from '../../../office/parts/waiting.tsx'
import type { BatchView } from '../messages.ts'
import { BatchActs, Result } from './batch-acts.tsx'
import { BatchStateMark } from './batch-state.tsx'
import { MappingForm } from './mapping-form.tsx'
import { RowsStep } from './rows-step.tsx'

const moving = ['received', 'reading', 'judging', 'applying']

/** One batch wherever it stands: it is asked for again while the server works, so the page can be left and found again. */
export function BatchPage() {
  const { batchId = '' } = useParams()
  const words = useWords()
  const text = words.imports
  const batch = useQuery({
    queryKey: ['import', batchId],
    queryFn: () => ask<BatchView>(`/office/imports/${batchId}`),
    refetchInterval: (query) => (moving.includes(query.state.data?.state ?? '') ? 700 : false),
  })
  if (batch.isPending) return <Waiting />
  if (batch.error)
    return (
      <Page title={text.title} back={{ to: '/imports', label: text.title }}>
        <ProblemSummary problem={batch.error} onRetry={() => batch.refetch()} />
      </Page>
    )
  return <Steps key={batch.data.id} batch={batch.data} />
}

function Steps({ batch }: { batch: BatchView }) {
  const text = useWords().imports
  const [isMapping, setMapping] = useState(false)
  const { state } = batch
  const asks = state === 'needs-mapping' || (state === 'staged' && (isMapping || batch.questions.length > 0))
  const intro = [batch.sourceTitle, batch.provinceName, showMoment(batch.createdAt), batch.createdBy]
    .filter(Boolean)
    .join(' · ')
  return (
    <Page
      title={batch.fileName}
      intro={
        <>
          <BatchStateMark state={state} /> {intro}
        </>
      }
      back={{ to: '/imports', label: text.title }}
      acts={<BatchActs batch={batch} />}
    >
      {batch.failure && (
        <p className="band band-bad" role="alert">
          {batch.failure.message}
        </p>
      )}
      {moving.includes(state) && <Moving batch={batch} />}
      {state === 'applied' && <Result batch={batch} />}
      {state === 'undone' && <p className="band band-calm">{text.undone}</p>}
      {asks && (
        <Section id="mapping" title={text.mapping}>
          <MappingForm key={`${batch.sheetIndex}`} batch={batch} onDone={() => setMapping(false)} />
        </Section>
      )}
      {['staged', 'applied', 'undone'].includes(state) && !isMapping && (
        <>
          {state === 'staged' && !asks && batch.mapping && (
            <p>
              <Button variant="subtle" size="compact-sm" onClick={() => setMapping(true)}>
                {text.mapping}
              </Button>
            </p>
          )}
          <RowsStep batch={batch} />
        </>
      )}
    </Page>
  )
}

function Moving({ batch }: { batch: BatchView }) {
  const text = useWords().imports
  const { progress } = batch
  const label = progress ? text.steps[progress.step] : text.states[batch.state]
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0
  return (
    <section className="section" aria-live="polite">
      <strong>{label}</strong>
      {progress && progress.total > 0 && (
        <span className="quiet">
          {' '}
          {showNumber(progress.done)} / {showNumber(progress.total)}
        </span>
      )}
      <Progress aria-label={label} value={percent} animated my="sm" />
      <span className="quiet small">{text.canLeave}</span>
    </section>
  )
}
