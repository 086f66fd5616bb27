import { command, nothing, query, type RouteRow, withHeaders } from '../../../platform/http/rows.ts'
import { issueApiClient, listApiClients, revokeApiClient, rotateApiClient } from './api-clients.ts'
import { issueToken } from './issue-token.ts'
import { ApiClientSecret, ApiClients, ById, Done, done, NewApiClient, TokenAnswer, TokenRequest } from './messages.ts'

const managed = { access: 'api-clients.manage', tag: 'API clients' } as const
const path = '/api/v1/office/api-clients'

export const clientRoutes: RouteRow[] = [
  command({
    method: 'POST',
    path: '/oauth/token',
    access: 'anyone',
    tag: 'API clients',
    summary: 'Client credentials for an access token of one hour (RFC 6749 section 4.4)',
    input: TokenRequest,
    output: TokenAnswer,
    run: async (context, input) => {
      const { status, body } = await issueToken(context, input)
      const challenge = status === 401 && { 'www-authenticate': 'Basic realm="ocop"' }
      return withHeaders(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache', ...challenge } })
    },
  }),
  query({
    ...managed,
    method: 'GET',
    path,
    summary: 'API clients in scope; secrets are told by their dates only',
    input: nothing,
    output: ApiClients,
    run: listApiClients,
  }),
  command({
    ...managed,
    method: 'POST',
    path,
    confirmed: true,
    summary: 'Issue an API client; its secret is shown once',
    input: NewApiClient,
    output: ApiClientSecret,
    run: issueApiClient,
  }),
  command({
    ...managed,
    method: 'POST',
    path: `${path}/:id/secrets`,
    confirmed: true,
    summary: 'A new secret; the old one works for seven days more',
    input: ById,
    output: ApiClientSecret,
    run: rotateApiClient,
  }),
  command({
    ...managed,
    method: 'DELETE',
    path: `${path}/:id`,
    confirmed: true,
    summary: 'Revoke an API client at once, with every token',
    input: ById,
    output: Done,
    run: async (context, input) => {
      await revokeApiClient(context, input)
      return done
    },
  }),
]
