import { randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { aliveAt, toActor } from './find-actor.ts'
import { hashPassword } from './passwords.ts'
import { findSession } from './queries.ts'
import { foldLogin, sessionAbsoluteMs } from './rules.ts'
import { insertAccount, insertGrant, insertSession } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** Who a test acts as: the ministry, the OCOP officer of a present province, or any role in any place. */
export type Persona =
  | 'ministry'
  | { province: string }
  | { role: string; province?: string; commune?: string; producerId?: string }

const personNames: Record<string, string> = {
  'ministry-administrator': 'Nguyễn Thị Bộ',
  'province-officer': 'Trần Văn Tỉnh',
  'province-administrator': 'Phạm Thị Quản',
  'commune-officer': 'Lê Thị Xã',
  'producer-owner': 'Hoàng Văn Chủ',
  'producer-staff': 'Đỗ Thị Thợ',
}

interface Post {
  roleCode: string
  unit: { scheme: string; code: string } | null
  producerId: string | null
  /** where a producer lies, so that those above it find the account */
  producerPlace: { provinceCode: string | null; communeCode: string | null }
}

const noPlace = { provinceCode: null, communeCode: null }

function postOf(persona: Persona): Post {
  if (persona === 'ministry')
    return { roleCode: 'ministry-administrator', unit: null, producerId: null, producerPlace: noPlace }
  if (!('role' in persona)) {
    const unit = { scheme: '2025-', code: persona.province }
    return { roleCode: 'province-officer', unit, producerId: null, producerPlace: noPlace }
  }
  const code = persona.commune ?? persona.province
  const hasProducer = persona.producerId !== undefined
  return {
    roleCode: persona.role,
    unit: hasProducer || code === undefined ? null : { scheme: '2025-', code },
    producerId: persona.producerId ?? null,
    producerPlace: { provinceCode: persona.province ?? null, communeCode: persona.commune ?? null },
  }
}

/** An account with a password and one role, as an accepted invitation leaves it. */
export async function anAccount(
  tx: Tx,
  wish: {
    now: Date
    persona?: Persona
    login?: string
    password?: string
    unit?: { scheme: string; code: string }
    issuedBy?: string
  },
): Promise<{ accountId: string; grantId: string; login: string }> {
  const post = postOf(wish.persona ?? 'ministry')
  const login = wish.login ?? `can-bo-${randomUUID().slice(0, 8)}`
  const accountId = await insertAccount(tx, {
    login,
    foldedLogin: foldLogin(login),
    displayName: personNames[post.roleCode] ?? 'Vũ Thị Khác',
    passwordHash: wish.password === undefined ? null : await hashPassword(wish.password),
    issuedBy: wish.issuedBy ?? null,
    now: wish.now,
  })
  if (accountId === undefined) throw new Error(`login ${login} is taken`)
  const unit = wish.unit ?? post.unit
  const grantId = await insertGrant(tx, {
    accountId,
    roleCode: post.roleCode,
    unitScheme: unit?.scheme ?? null,
    unitCode: unit?.code ?? null,
    producerId: post.producerId,
    producerName: post.producerId === null ? null : 'Hợp tác xã thử nghiệm',
    ...(post.producerId !== null && post.producerPlace),
    grantedBy: wish.issuedBy ?? null,
    now: wish.now,
  })
  return { accountId, grantId, login }
}

/** Somebody who is signed in: the actor for a use case, and the token for a cookie. */
export async function aSignedInActor(tx: Tx, persona: Persona, now: Date): Promise<{ actor: Actor; token: string }> {
  const { accountId, grantId } = await anAccount(tx, { now, persona })
  return await aSession(tx, { accountId, grantId, now })
}

/** A session of an account through one of its grants. */
export async function aSession(
  tx: Tx,
  holder: { accountId: string; grantId: string; now: Date },
): Promise<{ actor: Actor; token: string }> {
  const { now } = holder
  const token = newToken()
  const hash = tokenHash(token)
  const expiresAt = new Date(now.getTime() + sessionAbsoluteMs)
  await insertSession(tx, {
    hash,
    accountId: holder.accountId,
    grantId: holder.grantId,
    now,
    expiresAt,
    device: 'test',
    hasFactor: true,
  })
  const row = await findSession(tx, hash, aliveAt(now))
  if (row === undefined) throw new Error('the session just opened is not alive')
  return { actor: toActor(row, hash), token }
}
