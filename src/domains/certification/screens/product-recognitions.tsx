import { Button, Group, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Facts } from '../../../office/parts/facts.tsx'
import { Mark, StandingMark, Stars } from '../../../office/parts/marks.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { ProductRecognitions as Answer, RecognitionView } from '../messages.ts'
import { RecordEvent } from './record-event.tsx'
import { RecordRecognition } from './record-recognition.tsx'
import { useRecognitions } from './use-recognitions.ts'

type EventKind = RecognitionView['possibleEvents'][number]

/** Every recognition of a product, newest first, with what happened to it; a new one can be recorded. */
export function ProductRecognitions({ id, provinceName }: { id: string; provinceName: string }) {
  const words = useWords().recognition
  const answer = useRecognitions(id)
  const [isAdding, setAdding] = useState(false)
  if (answer.error) return <ProblemSummary problem={answer.error} onRetry={() => answer.refetch()} />
  if (answer.data === undefined) return <Skeleton height={120} />
  const { items, abilities } = answer.data
  return (
    <>
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      <ol className="timeline">
        {items.map((recognition) => (
          <Line key={recognition.id} recognition={recognition} productId={id} answer={answer.data} />
        ))}
      </ol>
      {abilities.record && !isAdding && (
        <Button mt="md" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <RecordRecognition productId={id} provinceName={provinceName} onClose={() => setAdding(false)} />}
    </>
  )
}

function Line({ recognition, productId, answer }: { recognition: RecognitionView; productId: string; answer: Answer }) {
  const words = useWords()
  const text = words.recognition
  const [event, setEvent] = useState<EventKind | null>(null)
  const decided = recognition.decidedOn ? showDay(recognition.decidedOn) : String(recognition.decidedYear)
  const factLabels = {
    star: text.star,
    decisionNumber: text.number,
    decidedOn: text.decidedOn,
    decidedYear: text.decidedYear,
    authorityName: text.authority,
  }
  return (
    <li>
      <Group gap="sm">
        <Stars star={recognition.star} />
        {recognition.isAnnulled ? (
          <Mark tone="calm" icon="cross">
            {text.annulled}
          </Mark>
        ) : (
          <StandingMark standing={recognition.standing} />
        )}
        <span className="quiet small">{text.kinds[recognition.kind]}</span>
      </Group>
      <div style={{ marginTop: 4 }}>
        <strong>{recognition.decisionNumber ?? text.decided}</strong> · {decided} · {recognition.authorityName}
      </div>
      <div className="quiet small">
        {text.expires}: {showExpiry(recognition)} · {words.levels[recognition.level]}
        {recognition.document && (
          <>
            {' · '}
            <a href={`/api/v1/office/documents/${recognition.document.fileId}`}>{text.document}</a>
          </>
        )}
      </div>
      <Events recognition={recognition} />
      {recognition.facts.some((fact) => fact.state === 'contradicting') && (
        <Facts facts={recognition.facts} labels={factLabels} />
      )}
      <Group gap={4} mt={4}>
        {recognition.possibleEvents.map((kind) => (
          <Button key={kind} size="compact-xs" variant="subtle" color="gray" onClick={() => setEvent(kind)}>
            {text.events[kind]}
          </Button>
        ))}
      </Group>
      {event && (
        <RecordEvent
          kind={event}
          recognition={recognition}
          productId={productId}
          causes={answer.revocationCauses}
          onClose={() => setEvent(null)}
        />
      )}
    </li>
  )
}

function showExpiry({ expiresOn, expiresBy }: RecognitionView): string {
  return expiresOn === expiresBy ? showDay(expiresOn) : `${showDay(expiresOn)} – ${showDay(expiresBy)}`
}

function Events({ recognition }: { recognition: RecognitionView }) {
  const text = useWords().recognition
  if (recognition.events.length === 0) return null
  return (
    <ul className="small" style={{ margin: '6px 0', paddingLeft: 18 }}>
      {recognition.events.map((event) => (
        <li key={event.id}>
          {text.events[event.kind]} {showDay(event.effectiveOn)} ·{' '}
          {[event.decisionNumber, event.authorityName, event.reason].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  )
}
