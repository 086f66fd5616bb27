import { command, download, query, type RouteRow, upload, withHeaders } from '../../platform/http/rows.ts'
import { etagOfVersion, versionOf } from '../../platform/http/versions.ts'
import { endConsent, listConsents, recordConsent, recordSignedConsent } from './consents.ts'
import { decideRequest } from './decide-request.ts'
import { attachEvidence, readEvidence } from './evidence.ts'
import { listRequests } from './list-requests.ts'
import {
  ById,
  Changed,
  Consents,
  DecideRequest,
  EndConsent,
  EvidenceAddress,
  ListRequests,
  Proposed,
  ProposeProducerChange,
  ProposeProductChange,
  RecordConsent,
  RecordSignedConsent,
  RequestLines,
  RequestView,
  Settled,
  WithdrawRequest,
} from './messages.ts'
import { proposeProducerChange, proposeProductChange } from './propose-change.ts'
import { readRequest } from './read-request.ts'
import { evidenceLimitBytes } from './rules.ts'
import { withdrawRequest } from './withdraw-request.ts'

const tag = 'change requests'
const path = '/api/v1/office/change-requests'

const proposalRows: RouteRow[] = [
  command({
    method: 'POST',
    path: '/api/v1/office/products/:id/changes',
    access: 'changes.propose',
    tag,
    summary:
      'Change a product that is not public at once, or propose the change of a public one; 412 when somebody was quicker',
    input: ProposeProductChange,
    output: Proposed,
    run: async (context, input) => {
      const version = versionOf(context.ifMatch, input.version)
      const proposed = await proposeProductChange(context, { ...input, version })
      return withHeaders(proposed, { status: 201, headers: { etag: etagOfVersion(proposed.version) } })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/producers/:id/changes',
    access: 'changes.propose',
    tag,
    summary:
      'Change a producer that is not public at once, or propose the change of a public one; 412 when somebody was quicker',
    input: ProposeProducerChange,
    output: Proposed,
    run: async (context, input) => {
      const version = versionOf(context.ifMatch, input.version)
      const proposed = await proposeProducerChange(context, { ...input, version })
      return withHeaders(proposed, { status: 201, headers: { etag: etagOfVersion(proposed.version) } })
    },
  }),
]

const requestRows: RouteRow[] = [
  query({
    method: 'GET',
    path,
    access: 'producers.read',
    tag,
    summary: 'Proposed changes in the caller’s scope, those that wait first',
    input: ListRequests,
    output: RequestLines,
    run: listRequests,
  }),
  query({
    method: 'GET',
    path: `${path}/:id`,
    access: 'producers.read',
    tag,
    summary: 'A proposed change: before, now and proposed, field by field',
    input: ById,
    output: RequestView,
    run: readRequest,
  }),
  command({
    method: 'POST',
    path: `${path}/:id/decision`,
    access: 'changes.decide',
    tag,
    summary:
      'Accept, accept in part or return; 409 when somebody was quicker or a conflict is not decided, 412 when the record moved on',
    input: DecideRequest,
    output: Settled,
    run: decideRequest,
  }),
  command({
    method: 'POST',
    path: `${path}/:id/withdrawal`,
    access: 'changes.propose',
    tag,
    summary: 'Take back a proposed change of one’s own side',
    input: WithdrawRequest,
    output: Settled,
    run: withdrawRequest,
  }),
  upload({
    method: 'POST',
    path: `${path}/:id/evidence`,
    access: 'changes.propose',
    tag,
    summary: 'Add a paper (PDF, JPEG or PNG up to 10 MB) to an open request of one’s own side',
    limitBytes: evidenceLimitBytes,
    input: ById,
    output: Changed,
    run: attachEvidence,
  }),
  download({
    method: 'GET',
    path: `${path}/:id/evidence/:evidenceId`,
    audited: 'export',
    access: 'producers.read',
    tag,
    summary: 'A paper of a proposed change',
    input: EvidenceAddress,
    run: readEvidence,
  }),
]

const consentRows: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/office/producers/:id/consents',
    access: 'producers.read',
    tag,
    summary: 'Which officers act for a producer, how it agreed, and until when',
    input: ById,
    output: Consents,
    run: listConsents,
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/producers/:id/consents',
    access: 'producers.assist',
    tag,
    summary:
      'Record that a producer agreed by word (with a witness) or by telephone to the caller’s acting for it; 12 months at most',
    input: RecordConsent,
    output: Changed,
    run: recordConsent,
  }),
  upload({
    method: 'POST',
    path: '/api/v1/office/producers/:id/consents/signed-paper',
    access: 'producers.assist',
    tag,
    summary: 'The same with the signed paper (PDF, JPEG or PNG up to 10 MB)',
    limitBytes: evidenceLimitBytes,
    input: RecordSignedConsent,
    output: Changed,
    run: recordSignedConsent,
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/consents/:id/end',
    access: 'changes.propose',
    tag,
    summary: 'End a consent at once: by the producer, the officer, or the province',
    input: EndConsent,
    output: Changed,
    run: endConsent,
  }),
]

export const routes: RouteRow[] = [...proposalRows, ...requestRows, ...consentRows]
