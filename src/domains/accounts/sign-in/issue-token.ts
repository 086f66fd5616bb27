import type { Tx } from '../../../platform/db/database.ts'
import { admitAttempt, markSuccess } from '../throttle.ts'
import { newToken, tokenHash } from '../tokens.ts'
import type { TokenRequest } from './messages.ts'
import { apiTokenMs } from './rules.ts'

interface Here {
  tx: Tx
  now: Date
  connection: { networkAddress: string }
  brought: { authorization: string | null }
}

/** RFC 6749 section 5: a token, or an error with its status. */
export type Outcome =
  | { status: 200; body: { access_token: string; token_type: 'Bearer'; expires_in: number; scope: string } }
  | { status: 400 | 401; body: { error: string; error_description: string } }

function failed(status: 400 | 401, error: string, description: string): Outcome {
  return { status, body: { error, error_description: description } }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/** Client and secret by Basic (each part form-encoded, section 2.3.1) or in the body; null when absent, unreadable or sent both ways. */
function credentialsOf({ brought }: Here, input: TokenRequest): { id: string; secret: string } | null {
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(brought.authorization ?? '')?.[1]
  if (basic === undefined) {
    if (brought.authorization !== null || !input.client_id || !input.client_secret) return null
    return { id: input.client_id, secret: input.client_secret }
  }
  if (input.client_secret !== undefined) return null
  const [id, secret] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decoded)
  return id && secret ? { id, secret } : null
}

async function findBySecret({ tx, now }: Here, { id, secret }: { id: string; secret: string }) {
  return await tx
    .selectFrom('accounts.api_client_secret as s')
    .innerJoin('accounts.api_client as c', 'c.id', 's.client_id')
    .innerJoin('accounts.account as a', 'a.id', 'c.account_id')
    .select(['c.id', 'c.permissions'])
    .where('s.secret_hash', '=', tokenHash(secret))
    .where((row) => row(row.cast<string>('c.id', 'text'), '=', id))
    .where('c.ended_at', 'is', null)
    .where('a.state', '=', 'active')
    .where((row) => row.or([row('s.expires_at', 'is', null), row('s.expires_at', '>', now)]))
    .forShare()
    .executeTakeFirst()
}

/** Client credentials grant (RFC 6749 section 4.4): an opaque token of one hour, kept as its hash. Unknown client and wrong secret answer alike. */
export async function issueToken(here: Here, input: TokenRequest): Promise<Outcome> {
  const { tx, now, connection } = here
  if (input.repeated !== undefined) return failed(400, 'invalid_request', 'a parameter comes twice')
  if (input.grant_type === undefined) return failed(400, 'invalid_request', 'grant_type is missing')
  if (input.grant_type !== 'client_credentials')
    return failed(400, 'unsupported_grant_type', 'only client_credentials is supported')
  const credentials = credentialsOf(here, input)
  if (credentials === null)
    return failed(401, 'invalid_client', 'send client id and secret by Basic or in the body, not both')
  const attempt = {
    kind: 'client' as const,
    foldedLogin: credentials.id,
    networkAddress: connection.networkAddress,
    now,
  }
  const attemptId = await admitAttempt(tx, attempt)
  const client = await findBySecret(here, credentials)
  if (client === undefined) return failed(401, 'invalid_client', 'client id or secret is wrong, expired or revoked')
  await markSuccess(tx, attemptId)
  const wanted = input.scope?.split(' ').filter((scope) => scope !== '') ?? client.permissions
  const permissions = client.permissions.filter((permission) => wanted.includes(permission))
  if (permissions.length === 0 || wanted.some((scope) => !permissions.includes(scope)))
    return failed(400, 'invalid_scope', `this client may ask for: ${client.permissions.join(' ')}`)
  const token = newToken()
  const expires_at = new Date(now.getTime() + apiTokenMs)
  await tx
    .insertInto('accounts.api_token')
    .values({ token_hash: tokenHash(token), client_id: client.id, permissions, created_at: now, expires_at })
    .execute()
  const scope = permissions.join(' ')
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: apiTokenMs / 1000, scope } }
}
