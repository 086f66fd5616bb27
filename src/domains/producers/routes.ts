import { command, download, nothing, query, type RouteRow, withHeaders } from '../../platform/http/rows.ts'
import { etagOfVersion } from '../../platform/http/versions.ts'
import { InvitationLink, ProducerInvitationRequest } from '../accounts/index.ts'
import { enterProducer } from './enter-producer.ts'
import { exportProducers } from './export-producers.ts'
import { findMatches } from './find-matches.ts'
import { inviteForProducer } from './invite-for-producer.ts'
import { listKinds } from './list-kinds.ts'
import { countProducers, listProducers } from './list-producers.ts'
import {
  ById,
  EnterProducer,
  FindMatches,
  ListProducers,
  ProducerKinds,
  ProducerLines,
  ProducerMatches,
  ProducerView,
  Registered,
} from './messages.ts'
import { readProducer } from './read-producer.ts'

const tag = 'producers'
const path = '/api/v1/office/producers'

/** Changing and merging producers also touches their products, so those rows are products' (products/routes.ts). */
export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/producer-kinds',
    access: 'anyone',
    tag,
    summary: 'Kinds of producer',
    cache: { seconds: 3600 },
    input: nothing,
    output: ProducerKinds,
    run: listKinds,
  }),
  query({
    method: 'GET',
    path,
    access: 'producers.read',
    tag,
    summary: 'Producers in the caller’s scope, filtered, a page at a time',
    input: ListProducers,
    output: ProducerLines,
    run: listProducers,
  }),
  query({
    method: 'GET',
    path: `${path}/matches`,
    access: 'producers.read',
    tag,
    summary: 'Producers that may be the one about to be entered',
    input: FindMatches,
    output: ProducerMatches,
    run: findMatches,
  }),
  download({
    method: 'GET',
    path: `${path}/export.xlsx`,
    audited: 'export',
    access: 'exports.run',
    tag,
    summary: 'The filtered list of producers as a workbook',
    input: ListProducers,
    run: async (context, input) => ({
      ...exportProducers(context, input),
      rows: await countProducers(context.db, context.actor, input),
    }),
  }),
  query({
    method: 'GET',
    path: `${path}/:id`,
    access: 'producers.read',
    tag,
    summary: 'One producer with the sources behind its fields',
    input: ById,
    output: ProducerView,
    run: async (context, input) => {
      const producer = await readProducer(context, input)
      return withHeaders(producer, { headers: { etag: etagOfVersion(producer.version) } })
    },
  }),
  command({
    method: 'POST',
    path,
    access: 'producers.edit',
    tag,
    summary: 'Enter a producer; 409 names those that may be it unless confirmedDistinct',
    input: EnterProducer,
    output: Registered,
    run: enterProducer,
  }),
  command({
    method: 'POST',
    path: `${path}/:id/invitations`,
    access: 'accounts.invite',
    tag,
    summary: 'Invite an owner or staff of a producer in scope; the link is shown once and valid for 7 days',
    input: ProducerInvitationRequest,
    output: InvitationLink,
    run: inviteForProducer,
  }),
]
