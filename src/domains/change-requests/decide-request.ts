import type { z } from 'zod'
import type { FieldProblem } from '../../platform/errors/refuse.ts'
import { notify } from '../notifications/index.ts'
import { recordOfficerSource, staleFacts, type Writing } from '../producers/index.ts'
import type { DecideRequest } from './messages.ts'
import { type FieldRow, findFields, type RequestRow } from './queries.ts'
import { refuse } from './refusals.ts'
import { meeting, type Value } from './rules.ts'
import { lockOpenRequest } from './settle.ts'
import { type RequestState, stateOf } from './states.ts'
import { insertDecision, insertFieldDecisions } from './store.ts'
import { applyValues, type Subject } from './subjects.ts'

type Decision = z.infer<typeof DecideRequest>

interface DecidedField {
  field: string
  outcome: 'accept' | 'leave'
  overwrote: boolean
  found: Value
  proposed: Value
  reason: string
}

/**
 * The province accepts a request whole or in part, or returns it, field by field; what is accepted is written in the same transaction, on
 * the officer's word or the document they cite. Refuses when the record moved on since the officer looked, and when somebody was quicker.
 */
export async function decideRequest(write: Writing, decision: Decision) {
  const { tx, actor, now } = write
  const { request, subject } = await lockOpenRequest(write, decision.id)
  if (request.authorId === actor.accountId) throw refuse('own-request')
  const { row } = subject
  if (row.version !== decision.version) throw refuse('record-stale', { ...staleFacts(row), publicId: row.publicId })
  const fields = settleFields(await findFields(tx, [request.id]), decision, subject)
  const state = stateOf(fields.map((field) => field.outcome))
  const versionAfter = state === 'returned' ? null : await applyAccepted(write, { request, subject, decision, fields })
  const reason = state === 'returned' ? reasonOf(decision) : decision.reason
  await insertDecision(tx, { requestId: request.id, state, reason, versionAfter, by: actor, now })
  await insertFieldDecisions(tx, request.id, fields)
  await tellAuthor(write, request, state)
  return { id: request.id, state, version: versionAfter ?? row.version }
}

function reasonOf(decision: Decision): string {
  return decision.reason || (decision.fields.find((field) => field.reason !== '')?.reason ?? '')
}

/** What is decided of each field, checked: every one named once, a reason for what is left, an explicit word over a conflict. */
function settleFields(proposed: readonly FieldRow[], decision: Decision, subject: Subject): DecidedField[] {
  const problems: FieldProblem[] = []
  const conflicts: FieldProblem[] = []
  const fields = proposed.flatMap((row): DecidedField[] => {
    const said = decision.fields.filter((each) => each.field === row.field)
    const [one] = said
    const path = `fields.${row.field}`
    if (one === undefined || said.length > 1) {
      problems.push({ path, vi: 'Cần chấp nhận hoặc giữ nguyên.', en: 'Accept it or leave it.' })
      return []
    }
    const reason = one.reason || (one.outcome === 'leave' ? decision.reason : '')
    if (one.outcome === 'leave' && reason === '')
      problems.push({ path, vi: 'Cần lý do không chấp nhận.', en: 'Say why it is not accepted.' })
    const found = subject.values[row.field] ?? null
    const isConflict = meeting(row, found) === 'conflict'
    if (one.outcome === 'accept' && isConflict && !one.overwrite)
      conflicts.push({ path, vi: 'Đã được sửa sau khi đề nghị được lập.', en: 'Changed since the request was made.' })
    const overwrote = one.outcome === 'accept' && isConflict
    return [{ field: row.field, outcome: one.outcome, overwrote, found, proposed: row.proposed, reason }]
  })
  for (const { field } of decision.fields)
    if (!proposed.some((row) => row.field === field))
      problems.push({ path: `fields.${field}`, vi: 'Không có trong đề nghị.', en: 'Not part of the request.' })
  if (problems.length > 0) throw refuse('fields-undecided', { count: problems.length }, problems)
  if (conflicts.length > 0) throw refuse('conflict-undecided', { count: conflicts.length }, conflicts)
  return fields
}

async function applyAccepted(
  write: Writing,
  {
    request,
    subject,
    decision,
    fields,
  }: { request: RequestRow; subject: Subject; decision: Decision; fields: DecidedField[] },
): Promise<number> {
  const behalf = request.consentId === null ? '' : ' làm thay chủ thể'
  const title = [`Duyệt đề nghị của ${request.author}${behalf}: ${request.note}`, decision.reason]
    .filter(Boolean)
    .join(' – ')
  const sourceId = await recordOfficerSource(write, title, decision.document ?? null)
  const accepted = fields.filter((field) => field.outcome === 'accept')
  const values = Object.fromEntries(accepted.map((field) => [field.field, field.proposed]))
  const revised = await applyValues(write, subject, { version: decision.version, sourceId, values })
  if (revised.contradicting.length > 0)
    throw refuse('better-source-stands', { groups: revised.contradicting.join(', ') })
  return revised.version
}

const told: Record<'accepted' | 'partly-accepted' | 'returned', { vi: string; en: string }> = {
  accepted: { vi: 'đã được chấp nhận', en: 'was accepted' },
  'partly-accepted': { vi: 'được chấp nhận một phần', en: 'was accepted in part' },
  returned: { vi: 'được trả lại', en: 'was returned' },
}

async function tellAuthor(
  { tx, actor, now }: Writing,
  request: RequestRow,
  state: Exclude<RequestState, 'open' | 'withdrawn'>,
): Promise<void> {
  await notify(tx, {
    to: { accountIds: [request.authorId] },
    except: actor.accountId,
    kind: 'change-decided',
    subject: {
      vi: `Đề nghị sửa “${request.name}” ${told[state].vi}`,
      en: `The proposed change of “${request.name}” ${told[state].en}`,
    },
    facts: { requestId: request.id, state, publicId: request.publicId, name: request.name },
    link: `/changes/${request.id}`,
    now,
  })
}
