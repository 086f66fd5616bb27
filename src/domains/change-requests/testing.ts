import { randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { sessionCookie } from '../../platform/http/request-facts.ts'
import { aliveAt, toActor } from '../accounts/find-actor.ts'
import { findSession } from '../accounts/queries.ts'
import { sessionAbsoluteMs } from '../accounts/rules.ts'
import { insertAccount, insertSession } from '../accounts/store.ts'
import { newToken, tokenHash } from '../accounts/tokens.ts'

/** Who a test acts as: a role at a province, a commune or a producer; without any of them, for the whole country. */
export interface Wish {
  role: string
  province?: string
  commune?: string
  producerId?: string
  now: Date
}

/** Somebody of a role who is signed in: the actor for a use case, the cookie for a route. */
export async function somebody(tx: Tx, wish: Wish): Promise<{ actor: Actor; cookie: string }> {
  const { now } = wish
  const login = `${wish.role}-${randomUUID().slice(0, 8)}`
  const accountId = await insertAccount(tx, {
    login,
    foldedLogin: login,
    displayName: `Người ${wish.role}`,
    passwordHash: null,
    issuedBy: null,
    now,
  })
  if (accountId === undefined) throw new Error(`login ${login} is taken`)
  const unit = wish.commune ?? wish.province ?? null
  const grant = await tx
    .insertInto('accounts.role_grant')
    .values({
      account_id: accountId,
      role_code: wish.role,
      unit_scheme: unit === null ? null : '2025-',
      unit_code: unit,
      producer_id: wish.producerId ?? null,
      granted_by: null,
      granted_at: now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  const token = newToken()
  const hash = tokenHash(token)
  const expiresAt = new Date(now.getTime() + sessionAbsoluteMs)
  await insertSession(tx, { hash, accountId, grantId: grant.id, now, expiresAt, device: 'test', hasFactor: true })
  const row = await findSession(tx, hash, aliveAt(now))
  if (row === undefined) throw new Error('the session just opened is not alive')
  return { actor: toActor(row, hash), cookie: `${sessionCookie}=${token}` }
}
