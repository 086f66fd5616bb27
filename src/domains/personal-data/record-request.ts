import type { z } from 'zod'
import { addDays, today } from '../../platform/clock/clock.ts'
import type { Write } from '../../platform/http/rows.ts'
import { authorOf, visibleProducer } from '../producers/index.ts'
import type { RecordRequest } from './messages.ts'
import { findHolidays } from './queries.ts'
import { refuse } from './refusals.ts'
import { answerWithinWorkingDays, workingDaysAfter } from './rules.ts'

/** Records what a person asks about their data; the clock runs from the day it was received. */
export async function recordRequest(
  { tx, actor, now }: Write,
  input: z.infer<typeof RecordRequest>,
): Promise<{ id: string }> {
  const producer = await visibleProducer(tx, actor, input.producerId)
  if (input.receivedOn > today(now)) throw refuse('received-in-future', { day: input.receivedOn })
  const holidays = await findHolidays(tx, input.receivedOn)
  const calendar = { holidays, next: (day: string) => addDays(day, 1) }
  return tx
    .insertInto('personal_data.request')
    .values({
      kind: input.kind,
      producer_id: producer.id,
      private_requester: input.requester,
      private_contact: input.contact,
      private_detail: input.detail,
      received_on: input.receivedOn,
      due_on: workingDaysAfter(input.receivedOn, answerWithinWorkingDays, calendar),
      recorded_by: authorOf(actor),
      recorded_at: now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
}
