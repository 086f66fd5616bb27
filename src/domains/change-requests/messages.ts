import { z } from 'zod'
import { AmendProducer, Brief, CitedDocument, listFilter } from '../producers/index.ts'
import { AmendProduct } from '../products/index.ts'
import { manners, noteLimit, reasonLimit, subjectKinds } from './rules.ts'
import { requestStates } from './states.ts'

const Note = z.string().trim().min(1).max(noteLimit).describe('Why, in the author’s words')
const proposal = {
  note: Note,
  onBehalf: z.boolean().default(false).describe('An officer acts for the producer, who consented'),
}

export const ProposeProductChange = AmendProduct.omit({
  reason: true,
  document: true,
  codes: true,
  producerId: true,
  groupCode: true,
}).extend(proposal)
export const ProposeProducerChange = AmendProducer.omit({ reason: true, document: true }).extend(proposal)

export const Proposed = z.object({
  outcome: z.enum(['applied', 'requested']).describe('applied: the record is not public, so it changed at once'),
  requestId: z.uuid().nullable(),
  version: z.int(),
  contradicting: z
    .array(z.string())
    .describe('Field groups in which a better source says otherwise: kept, not applied'),
})

const State = z.enum(requestStates)
const SubjectKind = z.enum(subjectKinds)

export const ListRequests = z.object({
  state: State.optional(),
  kind: SubjectKind.optional(),
  province: listFilter.province,
  subject: z.uuid().optional().describe('Of one product or producer'),
  cursor: listFilter.cursor,
  limit: listFilter.limit,
})

const line = {
  id: z.uuid(),
  state: State,
  subject: Brief.extend({ kind: SubjectKind }),
  note: z.string(),
  author: z.string(),
  side: z.enum(['producer', 'officer']),
  onBehalfOf: z.string().nullable().describe('The producer for whom an officer acted'),
  openedAt: z.string(),
  decidedAt: z.string().nullable(),
  fields: z.array(z.string()),
}

export const RequestLines = z.object({
  items: z.array(z.object(line)),
  total: z.int(),
  oldest: z.string().nullable().describe('When the one that waits longest was opened'),
  next: z.string().nullable(),
})
export type RequestLines = z.infer<typeof RequestLines>

export const RequestView = z.object({
  ...line,
  fields: z.array(
    z.object({
      field: z.string(),
      before: z.json().describe('In the version that the request was made from'),
      now: z.json().describe('On record now; for a settled request, when it was settled'),
      proposed: z.json(),
      meeting: z.enum(['clean', 'same', 'conflict']),
      outcome: z.enum(['accept', 'leave']).nullable(),
      overwrote: z.boolean(),
      reason: z.string(),
    }),
  ),
  madeFrom: z.int().describe('The version that the request was made from'),
  version: z.int().describe('The version of the record now; a decision names it'),
  producer: Brief,
  evidence: z.array(
    z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int(), addedAt: z.string() }),
  ),
  decision: z
    .object({ reason: z.string(), by: z.string(), at: z.string(), versionAfter: z.int().nullable() })
    .nullable(),
  abilities: z.object({ decide: z.boolean(), withdraw: z.boolean(), attach: z.boolean() }),
})
export type RequestView = z.infer<typeof RequestView>

const reason = z.string().trim().max(reasonLimit).default('')

export const DecideRequest = z.object({
  id: z.uuid(),
  version: z.int().min(1).describe('The version of the record that the officer compared with'),
  fields: z
    .array(
      z.object({
        field: z.string().max(60),
        outcome: z.enum(['accept', 'leave']),
        overwrite: z.boolean().default(false).describe('Accept although somebody changed it since'),
        reason,
      }),
    )
    .min(1)
    .max(50),
  reason: reason.describe('For the whole; needed when nothing is accepted and no field has its own'),
  document: CitedDocument.nullable().optional(),
})

export const Settled = z.object({ id: z.uuid(), state: State, version: z.int().nullable() })
export const Reason = z.string().trim().min(1).max(reasonLimit)
export const WithdrawRequest = z.object({ id: z.uuid(), reason: Reason })
export const ById = z.object({ id: z.uuid() })
export const Changed = z.object({ id: z.uuid() })
export const EvidenceAddress = z.object({ id: z.uuid(), evidenceId: z.uuid() })

export const RecordConsent = z.object({
  id: z.uuid().describe('The producer'),
  manner: z.enum(manners).exclude(['signed-paper']),
  witness: z.string().trim().max(120).default(''),
  from: z.iso.date(),
  until: z.iso.date(),
})
export const RecordSignedConsent = RecordConsent.omit({ manner: true, witness: true })
export const EndConsent = z.object({ id: z.uuid(), reason: Reason })

export const Consents = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      officer: z.string(),
      manner: z.enum(manners),
      witness: z.string().nullable(),
      hasPaper: z.boolean(),
      from: z.string(),
      until: z.string(),
      recordedAt: z.string(),
      ended: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
      isValid: z.boolean().describe('Today'),
      isMine: z.boolean(),
      mayEnd: z.boolean(),
    }),
  ),
  mine: z.boolean().describe('The caller may act for the producer today'),
  mayRecord: z.boolean(),
})
export type Consents = z.infer<typeof Consents>
