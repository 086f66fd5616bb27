import { command, query, type RouteRow } from '../../platform/http/rows.ts'
import { answerRequest } from './answer-request.ts'
import { listRequests } from './list-requests.ts'
import { AnswerRequest, ById, HeldView, ListRequests, RecordRequest, RequestLines } from './messages.ts'
import { readHeld } from './read-held.ts'
import { recordRequest } from './record-request.ts'

const common = { access: 'personal-data.answer', tag: 'personal data' } as const
const path = '/api/v1/office/personal-data-requests'

export const routes: RouteRow[] = [
  query({
    ...common,
    method: 'GET',
    path,
    summary: 'Requests of persons about their data in scope, the one due soonest first',
    input: ListRequests,
    output: RequestLines,
    run: listRequests,
  }),
  command({
    ...common,
    method: 'POST',
    path,
    summary: 'Record a request; it is due two working days after receipt',
    input: RecordRequest,
    output: ById,
    run: recordRequest,
  }),
  query({
    ...common,
    method: 'GET',
    path: `${path}/:id/held`,
    summary: 'Everything held of the people behind the producer of a request, to hand to them',
    input: ById,
    output: HeldView,
    run: readHeld,
  }),
  command({
    ...common,
    method: 'POST',
    path: `${path}/:id/answer`,
    summary: 'Answer a request: done (erasure and withdrawal of consent are carried out), or refused with the reason',
    input: AnswerRequest,
    output: ById,
    run: answerRequest,
  }),
]
