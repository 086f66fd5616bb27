import { today } from '../../platform/clock/clock.ts'
import { authorOf } from '../producers/index.ts'
import { recordSource } from '../provenance/index.ts'
import type { EnterEvent } from './messages.ts'
import type { Write } from './record-recognition.ts'
import { recordStandingEvent } from './record-standing-event.ts'
import { refuse } from './refusals.ts'

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text === '' ? null : text
}

/** Records what an officer says happened to a recognition, on their word (level B); a revocation names its cause. */
export async function enterEvent(write: Write, input: EnterEvent): Promise<{ id: string }> {
  const { tx, actor, now } = write
  const cause = textOrNull(input.cause)
  if (input.kind === 'revocation' && cause === null) throw refuse('cause-unknown')
  const decisionNumber = textOrNull(input.decisionNumber)
  const sourceId = await recordSource(tx, {
    kind: 'officer',
    level: 'B',
    title:
      decisionNumber === null ? input.reason.slice(0, 300) : `Quyết định ${decisionNumber} của ${input.authorityName}`,
    reference: decisionNumber,
    statedOn: textOrNull(input.decidedOn),
    checkedOn: today(now),
    recordedBy: authorOf(actor),
    now,
  })
  const { id, ...fields } = input
  return await recordStandingEvent(write, {
    ...fields,
    recognitionId: id,
    decisionNumber,
    decidedOn: textOrNull(input.decidedOn),
    cause,
    sourceId,
  })
}
