import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { isPermission } from '../../../platform/access/permissions.ts'
import type { Db } from '../../../platform/db/database.ts'
import { isToken, tokenHash } from '../tokens.ts'

interface ClientRow {
  accountId: string
  grantId: string
  name: string
  roleCode: string
  permissions: string[]
  provinceCode: string | null
}

/** The system behind a bearer token, or null when the token is unknown, expired, or its client was revoked a moment ago. */
export async function findClient(db: Db, token: string, now: Date): Promise<Actor | null> {
  if (!isToken(token)) return null
  const found = await sql<ClientRow>`
    select c.account_id as "accountId", c.grant_id as "grantId", c.name, g.role_code as "roleCode", g.unit_code as "provinceCode",
      array(select p from unnest(t.permissions) p where p = any(c.permissions)) as permissions
    from accounts.api_token t
    join accounts.api_client c on c.id = t.client_id and c.ended_at is null
    join accounts.account a on a.id = c.account_id and a.state = 'active'
    join accounts.role_grant g on g.id = c.grant_id and g.ended_at is null
    where t.token_hash = ${tokenHash(token)} and t.expires_at > ${now}`.execute(db)
  const [client] = found.rows
  if (client === undefined) return null
  const { provinceCode } = client
  return {
    accountId: client.accountId,
    sessionHash: null,
    grantId: client.grantId,
    displayName: client.name,
    roleCode: client.roleCode,
    permissions: new Set(client.permissions.filter(isPermission)),
    confirmedAt: null,
    isClient: true,
    scope:
      provinceCode === null
        ? { country: true }
        : { country: false, provinceCodes: [provinceCode], communeCodes: [], producerIds: [] },
  }
}
