import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { findProvinceName } from '../queries.ts'
import { insertAccount, insertGrant } from '../store.ts'
import { newToken, tokenHash } from '../tokens.ts'
import type { ApiClientSecret, ApiClients, NewApiClient } from './messages.ts'
import { refuse } from './refusals.ts'
import { secretOverlapMs } from './rules.ts'

interface Here {
  tx: Tx
  actor: Actor
  now: Date
}

interface ClientRow {
  id: string
  name: string
  provinceCode: string | null
  provinceName: string | null
  permissions: string[]
  createdBy: string
  createdAt: Date
  endedAt: Date | null
  secrets: { createdAt: string; expiresAt: string | null }[]
}

function inReach(actor: Actor) {
  const { scope } = actor
  return scope.country ? sql<boolean>`true` : sql<boolean>`g.unit_code = any(${[...scope.provinceCodes]}::text[])`
}

/** The API clients in scope, the living first; secrets are told by their dates only. */
export async function listApiClients({ db, actor, now }: { db: Db; actor: Actor; now: Date }): Promise<ApiClients> {
  const found = await sql<ClientRow>`
    select c.id, c.name, g.unit_code as "provinceCode", u.full_name as "provinceName", c.permissions, b.display_name as "createdBy",
      c.created_at as "createdAt", c.ended_at as "endedAt",
      coalesce((select jsonb_agg(jsonb_build_object('createdAt', s.created_at, 'expiresAt', s.expires_at) order by s.created_at)
        from accounts.api_client_secret s where s.client_id = c.id and (s.expires_at is null or s.expires_at > ${now})), '[]') as secrets
    from accounts.api_client c
    join accounts.role_grant g on g.id = c.grant_id
    join accounts.account b on b.id = c.created_by
    left join administrative_units.unit_card u on u.scheme = '2025-' and u.level = 'province' and u.code = g.unit_code
    where ${inReach(actor)}
    order by c.ended_at is not null, c.created_at desc, c.id`.execute(db)
  const moment = (text: string) => new Date(text).toISOString()
  return {
    items: found.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      secrets: row.secrets.map((secret) => ({
        createdAt: moment(secret.createdAt),
        expiresAt: secret.expiresAt === null ? null : moment(secret.expiresAt),
      })),
    })),
  }
}

async function requireProvince({ tx, actor }: Here, provinceCode: string | null): Promise<void> {
  const { scope } = actor
  if (provinceCode === null && scope.country) return
  const isKnown = provinceCode !== null && (await findProvinceName(tx, provinceCode)) !== null
  if (!isKnown || !(scope.country || scope.provinceCodes.includes(provinceCode)))
    throw refuse('client-province-unknown')
}

async function addSecret({ tx, now }: Here, clientId: string): Promise<string> {
  const secret = newToken()
  await tx
    .insertInto('accounts.api_client_secret')
    .values({ secret_hash: tokenHash(secret), client_id: clientId, created_at: now })
    .execute()
  return secret
}

/** Issues an API client: an account without password, a grant of a system role, and a secret that is shown once. */
export async function issueApiClient(here: Here, input: NewApiClient): Promise<ApiClientSecret> {
  const { tx, actor, now } = here
  const lacking = input.permissions.find((permission) => !actor.permissions.has(permission))
  if (lacking !== undefined) throw refuse('client-permission-refused', { permission: lacking })
  const provinceCode = input.provinceCode ?? null
  await requireProvince(here, provinceCode)
  // No login of a person holds a colon, so nobody can take the name of a system or be taken for one.
  const login = `api:${newToken()}`
  const account = {
    login,
    foldedLogin: login,
    displayName: input.name,
    passwordHash: null,
    issuedBy: actor.accountId,
    now,
  }
  const accountId = await insertAccount(tx, account)
  if (accountId === undefined) throw new Error('a random login was taken')
  const unitScheme = provinceCode === null ? null : '2025-'
  const grant = { accountId, roleCode: input.kind, unitScheme, unitCode: provinceCode, grantedBy: actor.accountId, now }
  const { id } = await tx
    .insertInto('accounts.api_client')
    .values({
      account_id: accountId,
      grant_id: await insertGrant(tx, grant),
      name: input.name,
      permissions: [...new Set(input.permissions)],
      created_by: actor.accountId,
      created_at: now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return { id, secret: await addSecret(here, id), oldUntil: null }
}

async function lockClient({ tx, actor }: Here, id: string) {
  const found = await sql<{ accountId: string }>`
    select c.account_id as "accountId" from accounts.api_client c join accounts.role_grant g on g.id = c.grant_id
    where c.id = ${id} and c.ended_at is null and ${inReach(actor)} for update of c`.execute(tx)
  const [client] = found.rows
  if (client === undefined) throw refuse('client-unknown')
  return client
}

/** A new secret beside the newest old one, which works for seven days more; older ones stop at once, so two live at most. */
export async function rotateApiClient(here: Here, { id }: { id: string }): Promise<ApiClientSecret> {
  const { tx, now } = here
  await lockClient(here, id)
  const oldUntil = new Date(now.getTime() + secretOverlapMs)
  await tx
    .updateTable('accounts.api_client_secret')
    .set({ expires_at: now })
    .where('client_id', '=', id)
    .where('expires_at', '>', now)
    .execute()
  await tx
    .updateTable('accounts.api_client_secret')
    .set({ expires_at: oldUntil })
    .where('client_id', '=', id)
    .where('expires_at', 'is', null)
    .execute()
  return { id, secret: await addSecret(here, id), oldUntil: oldUntil.toISOString() }
}

/** Revokes an API client at once: no secret and no token of it works any more. */
export async function revokeApiClient(here: Here, { id }: { id: string }): Promise<void> {
  const { tx, now } = here
  const { accountId } = await lockClient(here, id)
  await tx.updateTable('accounts.api_client').set({ ended_at: now }).where('id', '=', id).execute()
  await tx.updateTable('accounts.account').set({ state: 'ended' }).where('id', '=', accountId).execute()
  await tx.deleteFrom('accounts.api_token').where('client_id', '=', id).execute()
}
