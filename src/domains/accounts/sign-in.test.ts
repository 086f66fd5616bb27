import { expect, test } from 'vitest'
import { nobody } from '../../platform/access/actor.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { findActor } from './find-actor.ts'
import { readMe } from './read-me.ts'
import { sessionAbsoluteMs, sessionIdleMs } from './rules.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { sweepSessions } from './sweep-sessions.ts'
import { anAccount, aSignedInActor } from './testing.ts'
import { tokenHash } from './tokens.ts'

const database = await testDatabase()
const { db } = database
const start = new Date('2026-11-24T02:00:00Z')
const password = 'ba con vịt lội qua sông'

function after(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000)
}

async function attempt(login: string, secret: string, place: { network?: string; now?: Date } = {}) {
  const connection = { networkAddress: place.network ?? '203.0.113.7', device: 'test' }
  const admitted = await inTransaction(db, (tx) =>
    signIn({ tx, actor: nobody, now: place.now ?? start, connection }, { login, password: secret }),
  )
  if (!('me' in admitted)) throw new Error('a second factor is owed')
  return admitted
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; seconds: unknown; vi: string }> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!isRefusal(thrown)) throw new Error(`expected a refusal, got ${String(thrown)}`)
  return { code: thrown.refusal.code, seconds: thrown.refusal.facts.seconds, vi: thrown.refusal.vi }
}

function account(wish: { login?: string; persona?: 'ministry' | { province: string } } = {}) {
  return inTransaction(db, (tx) => anAccount(tx, { now: start, password, ...wish }))
}

test('the right password opens a session, whatever the capitals and accents of the login and the form of the letters', async () => {
  await account({ login: 'Lan.Hương', persona: { province: '68' } })
  const opened = await attempt('  lan.huong ', password.normalize('NFD'))
  expect(opened.me).toMatchObject({
    login: 'Lan.Hương',
    role: { code: 'province-officer', nameVi: 'Cán bộ OCOP cấp tỉnh' },
    scope: { country: false, provinceCode: '68', provinceName: 'Tỉnh Lâm Đồng' },
  })
  const actor = await findActor(db, opened.token, after(60))
  expect(actor.permissions.has('recognitions.record')).toBe(true)
  expect(actor.permissions.has('letters.read')).toBe(false)
  expect(actor.permissions.has('api-clients.manage')).toBe(false)
})

test('of a token only its hash is stored', async () => {
  const { login } = await account()
  const { token } = await attempt(login, password)
  const stored = await db.selectFrom('accounts.session').select(['token_hash']).execute()
  expect(stored.map((row) => row.token_hash)).toContain(tokenHash(token))
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('an unknown login, a wrong password and a suspended account are refused in the same words', async () => {
  const { login } = await account()
  const suspended = await account()
  await db.updateTable('accounts.account').set({ state: 'suspended' }).where('id', '=', suspended.accountId).execute()
  const network = '198.51.100.1'
  const wrong = await refusalOf(attempt(login, 'sai hoàn toàn rồi', { network }))
  const unknown = await refusalOf(attempt('khong-co-ai', 'sai hoàn toàn rồi', { network }))
  const ended = await refusalOf(attempt(suspended.login, password, { network }))
  expect(wrong.code).toBe('sign-in-failed')
  expect(unknown).toEqual(wrong)
  expect(ended).toEqual(wrong)
})

test('failures are counted although the request that failed was rolled back', async () => {
  const { login } = await account()
  for (let index = 0; index < 5; index++)
    await refusalOf(attempt(login, 'sai hoàn toàn rồi', { network: '198.51.100.2' }))
  const refused = await refusalOf(attempt(login, password, { network: '198.51.100.2' }))
  expect(refused.code).toBe('sign-in-throttled')
  expect(refused.seconds).toBe(4)
})

test('a hundred guesses sent at once are not counted as one', async () => {
  const { login } = await account()
  const codes = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const { code } = await refusalOf(attempt(login, 'sai hoàn toàn rồi', { network: '198.51.100.3' }))
      return code
    }),
  )
  expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5)
})

test('an attacker on another network cannot shut the owner out, and a network that signed in before does not even wait', async () => {
  const { login } = await account()
  await attempt(login, password, { network: '192.0.2.1' })
  for (let index = 0; index < 25; index++) {
    await refusalOf(attempt(login, 'đoán mò một lần nữa', { network: `198.51.101.${index}`, now: after(index) }))
  }
  const opened = await attempt(login, password, { network: '192.0.2.1', now: after(30) })
  expect(opened.me.login).toBe(login)
})

test('while a login is attacked a new network has to knock once for three seconds, whatever others do meanwhile', async () => {
  const { login } = await account()
  for (let index = 0; index < 25; index++) {
    await refusalOf(attempt(login, 'đoán mò một lần nữa', { network: `198.51.102.${index}` })).catch(() => undefined)
  }
  const knock = await refusalOf(attempt(login, password, { network: '192.0.2.9', now: after(10) }))
  expect(knock).toMatchObject({ code: 'sign-in-throttled', seconds: 3 })
  await refusalOf(attempt(login, 'đoán mò một lần nữa', { network: '198.51.102.99', now: after(12) }))
  const opened = await attempt(login, password, { network: '192.0.2.9', now: after(13) })
  expect(opened.me.login).toBe(login)
})

test('the wait ends by itself, and a success clears it for that network', async () => {
  const { login } = await account()
  const network = '198.51.100.5'
  for (let index = 0; index < 6; index++) {
    await refusalOf(attempt(login, 'sai hoàn toàn rồi', { network, now: after(index * 100) }))
  }
  await attempt(login, password, { network, now: after(700) })
  const { code } = await refusalOf(attempt(login, 'sai hoàn toàn rồi', { network, now: after(701) }))
  expect(code).toBe('sign-in-failed')
})

test('a session ends after eight idle hours', async () => {
  const { token } = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  expect((await findActor(db, token, new Date(start.getTime() + sessionIdleMs - 1))).roleCode).toBe(
    'ministry-administrator',
  )
  const idle = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  expect((await findActor(db, idle.token, new Date(start.getTime() + sessionIdleMs))).roleCode).toBe('nobody')
})

test('a session ends after seven days however busy it is', async () => {
  const { token, actor } = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  const end = new Date(start.getTime() + sessionAbsoluteMs)
  await db
    .updateTable('accounts.session')
    .set({ last_seen_at: new Date(end.getTime() - 1000) })
    .where('token_hash', '=', actor.sessionHash ?? '')
    .execute()
  expect((await findActor(db, token, new Date(end.getTime() - 1))).roleCode).toBe('ministry-administrator')
  expect((await findActor(db, token, end)).roleCode).toBe('nobody')
})

test('being seen is written down at most once a minute and never waited for', async () => {
  const { token, actor } = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  const seen = async () => {
    const row = await db
      .selectFrom('accounts.session')
      .select(['last_seen_at'])
      .where('token_hash', '=', actor.sessionHash ?? '')
      .executeTakeFirstOrThrow()
    return row.last_seen_at.getTime()
  }
  await findActor(db, token, after(59))
  expect(await seen()).toBe(start.getTime())
  await Promise.all([findActor(db, token, after(61)), findActor(db, token, after(61))])
  await expect.poll(seen).toBe(after(61).getTime())
})

test('signing out ends the session at once, and twice does no harm', async () => {
  const { token, actor } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '68' }, start))
  await inTransaction(db, (tx) => signOut({ tx, actor, now: start }))
  await inTransaction(db, (tx) => signOut({ tx, actor, now: start }))
  expect((await findActor(db, token, start)).roleCode).toBe('nobody')
  expect((await refusalOf(readMe({ db, actor, now: start }))).code).toBe('sign-in-required')
})

test('signing in ends the session that the request came with', async () => {
  const { login } = await account()
  const before = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  const connection = { networkAddress: '203.0.113.99', device: 'test' }
  const opened = await inTransaction(db, (tx) =>
    signIn({ tx, actor: before.actor, now: start, connection }, { login, password }),
  )
  expect('token' in opened && opened.token !== before.token).toBe(true)
  expect((await findActor(db, before.token, start)).roleCode).toBe('nobody')
})

test('a session lives no longer than its account and its grant', async () => {
  const one = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  await db.updateTable('accounts.account').set({ state: 'suspended' }).where('id', '=', one.actor.accountId).execute()
  expect((await findActor(db, one.token, start)).roleCode).toBe('nobody')
  const two = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', start))
  await db
    .updateTable('accounts.role_grant')
    .set({ ended_at: start })
    .where('account_id', '=', two.actor.accountId)
    .execute()
  expect((await findActor(db, two.token, start)).roleCode).toBe('nobody')
})

test('what a role permits is what the database says at that moment', async () => {
  const { token } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '01' }, start))
  await inTransaction(db, async (tx) => {
    await tx
      .deleteFrom('accounts.role_permission')
      .where('role_code', '=', 'province-officer')
      .where('permission', '=', 'exports.run')
      .execute()
    expect((await findActor(tx, token, start)).permissions.has('exports.run')).toBe(false)
    await tx
      .insertInto('accounts.role_permission')
      .values({ role_code: 'province-officer', permission: 'exports.run' })
      .execute()
  })
  expect((await findActor(db, token, start)).permissions.has('exports.run')).toBe(true)
})

test('a grant for an old province holds for the province into which it went', async () => {
  const { accountId, grantId } = await inTransaction(db, (tx) =>
    anAccount(tx, { now: start, persona: { province: '60' }, unit: { scheme: '2004-2025', code: '60' } }),
  )
  expect(grantId).not.toBe('')
  const { login } = await db
    .selectFrom('accounts.account')
    .select(['login'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await expect(attempt(login, password, { network: '198.51.100.77' })).rejects.toThrow()
  const scope = await scopeOfGrant(accountId, grantId)
  expect(scope).toEqual({ country: false, provinceCodes: ['68'], communeCodes: [], producerIds: [] })
})

test('a commune grant covers the commune and not its province', async () => {
  const commune = await db
    .selectFrom('administrative_units.unit_card')
    .select(['code'])
    .where('scheme', '=', '2025-')
    .where('level', '=', 'commune')
    .where('province_code', '=', '68')
    .executeTakeFirstOrThrow()
  const { accountId, grantId } = await inTransaction(db, (tx) =>
    anAccount(tx, { now: start, persona: { province: '68' }, unit: { scheme: '2025-', code: commune.code ?? '' } }),
  )
  expect(await scopeOfGrant(accountId, grantId)).toEqual({
    country: false,
    provinceCodes: [],
    communeCodes: [commune.code ?? ''],
    producerIds: [],
  })
})

async function scopeOfGrant(accountId: string, grantId: string) {
  const token = 'x'.repeat(43)
  await db.deleteFrom('accounts.session').where('token_hash', '=', tokenHash(token)).execute()
  await db
    .insertInto('accounts.session')
    .values({
      token_hash: tokenHash(token),
      account_id: accountId,
      grant_id: grantId,
      created_at: start,
      last_seen_at: start,
      expires_at: after(3600),
      device: 'test',
    })
    .execute()
  return (await findActor(db, token, start)).scope
}

test('garbage, an unknown token and no token are all nobody', async () => {
  for (const token of [null, '', 'x', "' or 1=1 --", 'a'.repeat(43), 'é'.repeat(43)]) {
    expect((await findActor(db, token, start)).roleCode).toBe('nobody')
  }
})

test('the sweep forgets what is over and keeps what lives', async () => {
  const living = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', after(8 * 24 * 3600)))
  const swept = await inTransaction(db, (tx) => sweepSessions(tx, after(8 * 24 * 3600)))
  expect(swept.sessions).toBeGreaterThan(0)
  expect(swept.attempts).toBeGreaterThan(0)
  const left = await db.selectFrom('accounts.session').select(['token_hash']).execute()
  expect(left.map((row) => row.token_hash)).toEqual([living.actor.sessionHash ?? ''])
})
