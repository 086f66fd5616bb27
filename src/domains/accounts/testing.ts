import { randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { aliveAt, toActor } from './find-actor.ts'
import { hashPassword } from './passwords.ts'
import { findSession } from './queries.ts'
import { foldLogin, sessionAbsoluteMs } from './rules.ts'
import { insertAccount, insertGrant, insertSession } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** Who a test acts as: the ministry, or the OCOP officer of a present province. */
export type Persona = 'ministry' | { province: string }

/** An account with a password and one role, as an accepted invitation leaves it. */
export async function anAccount(
  tx: Tx,
  wish: { now: Date; persona?: Persona; login?: string; password?: string; unit?: { scheme: string; code: string } },
): Promise<{ accountId: string; grantId: string; login: string }> {
  const persona = wish.persona ?? 'ministry'
  const login = wish.login ?? `can-bo-${randomUUID().slice(0, 8)}`
  const accountId = await insertAccount(tx, {
    login,
    foldedLogin: foldLogin(login),
    displayName: persona === 'ministry' ? 'Nguyễn Thị Bộ' : 'Trần Văn Tỉnh',
    passwordHash: wish.password === undefined ? null : await hashPassword(wish.password),
    issuedBy: null,
    now: wish.now,
  })
  if (accountId === undefined) throw new Error(`login ${login} is taken`)
  const unit = wish.unit ?? (persona === 'ministry' ? null : { scheme: '2025-', code: persona.province })
  const grantId = await insertGrant(tx, {
    accountId,
    roleCode: persona === 'ministry' ? 'ministry-administrator' : 'province-officer',
    unitScheme: unit?.scheme ?? null,
    unitCode: unit?.code ?? null,
    grantedBy: null,
    now: wish.now,
  })
  return { accountId, grantId, login }
}

/** Somebody who is signed in: the actor for a use case, and the token for a cookie. */
export async function aSignedInActor(tx: Tx, persona: Persona, now: Date): Promise<{ actor: Actor; token: string }> {
  const { accountId, grantId } = await anAccount(tx, { now, persona })
  const token = newToken()
  const hash = tokenHash(token)
  const expiresAt = new Date(now.getTime() + sessionAbsoluteMs)
  await insertSession(tx, { hash, accountId, grantId, now, expiresAt, device: 'test', hasFactor: true })
  const row = await findSession(tx, hash, aliveAt(now))
  if (row === undefined) throw new Error('the session just opened is not alive')
  return { actor: toActor(row, hash), token }
}
