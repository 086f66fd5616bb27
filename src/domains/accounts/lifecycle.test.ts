import { expect, test } from 'vitest'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { appointStandIn } from './appoint-stand-in.ts'
import { endAccount, leave, reinstateAccount, suspendAccount } from './change-state.ts'
import { endGrant } from './end-grant.ts'
import { findActor } from './find-actor.ts'
import { giveRole } from './give-role.ts'
import { handOver } from './hand-over.ts'
import { inviteAccount } from './invite-account.ts'
import { joinRole } from './join-role.ts'
import { listAccounts } from './list-accounts.ts'
import { listInvitations, voidInvitation } from './open-invitations.ts'
import { readAccount } from './read-account.ts'
import { switchGrant } from './switch-grant.ts'
import { anAccount, aSession, aSignedInActor, type Persona } from './testing.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 24 * 3600 * 1000)
const reason = 'Quyết định điều động 12/QĐ'
const config = { publicUrl: 'https://ocop.example' }
const boss = { role: 'province-administrator', province: '68' }
const producerId = '11111111-1111-4111-8111-111111111111'

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown === null) return 'ok'
  if (!isRefusal(thrown)) throw thrown
  return thrown.refusal.code
}
const signedIn = (persona: Persona) => inTransaction(db, (tx) => aSignedInActor(tx, persona, now))
const account = (persona: Persona, issuedBy?: string) =>
  inTransaction(db, (tx) => anAccount(tx, { now, persona, ...(issuedBy && { issuedBy }) }))
const run = <Result>(actor: Actor, act: (managing: { tx: Tx; actor: Actor; now: Date }) => Promise<Result>, at = now) =>
  inTransaction(db, (tx) => act({ tx, actor, now: at }))

test('suspending ends the sessions at once, reinstating lets the same person in again, and both are kept with the reason', async () => {
  const { actor } = await signedIn(boss)
  const officer = await signedIn({ province: '68' })
  const { accountId: id } = officer.actor
  expect(await codeOf(run(actor, (m) => suspendAccount(m, { id, reason })))).toBe('ok')
  expect((await findActor(db, officer.token, now)).roleCode).toBe('nobody')
  expect(await codeOf(run(actor, (m) => suspendAccount(m, { id, reason })))).toBe('account-not-active')
  expect(await codeOf(run(actor, (m) => reinstateAccount(m, { id, reason })))).toBe('ok')
  expect(await codeOf(run(actor, (m) => reinstateAccount(m, { id, reason })))).toBe('account-not-suspended')
  expect((await findActor(db, officer.token, now)).roleCode).toBe('nobody')
  const view = await readAccount({ db, actor }, { id })
  expect(view.events.map((event) => [event.kind, event.reason])).toEqual([
    ['reinstated', reason],
    ['suspended', reason],
  ])
  await expect(db.deleteFrom('accounts.account_event').execute()).rejects.toThrow('appended')
})

test('nobody acts on an account outside their scope, above them, or on their own', async () => {
  const { actor } = await signedIn({ province: '68' })
  const elsewhere = await account({ role: 'commune-officer', commune: '00004' })
  const above = await account(boss)
  const beside = await account({ province: '68' })
  const both = await account({ role: 'commune-officer', commune: '24985' })
  await db
    .insertInto('accounts.role_grant')
    .values({
      account_id: both.accountId,
      role_code: 'commune-officer',
      unit_scheme: '2025-',
      unit_code: '00004',
      granted_at: now,
    })
    .execute()
  const suspend = (id: string) => codeOf(run(actor, (m) => suspendAccount(m, { id, reason })))
  expect(await suspend(elsewhere.accountId)).toBe('account-missing')
  expect(await suspend(above.accountId)).toBe('account-above')
  expect(await suspend(beside.accountId)).toBe('account-above')
  expect(await suspend(both.accountId)).toBe('account-above')
  expect(await suspend(actor.accountId)).toBe('account-own')
  expect(await codeOf(run(actor, (m) => endGrant(m, { id: both.accountId, grantId: both.grantId, reason })))).toBe('ok')
})

test('the last ministry administrator stays, also when two remove each other at the same moment', async () => {
  const one = (await signedIn('ministry')).actor
  const two = (await signedIn('ministry')).actor
  await db
    .updateTable('accounts.account')
    .set({ state: 'ended' })
    .where('id', 'not in', [one.accountId, two.accountId])
    .where(
      'id',
      'in',
      db.selectFrom('accounts.role_grant').select('account_id').where('role_code', '=', 'ministry-administrator'),
    )
    .execute()
  const outcomes = await Promise.all([
    codeOf(run(one, (m) => suspendAccount(m, { id: two.accountId, reason }))),
    codeOf(run(two, (m) => endAccount(m, { id: one.accountId, reason }))),
  ])
  expect(outcomes.sort()).toEqual(['last-administrator', 'ok'])
  const left = outcomes[0] === 'ok' ? one : two
  const active = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('state', '=', 'active')
    .where('id', 'in', [one.accountId, two.accountId])
    .execute()
  const survivor = active[0]?.id === one.accountId ? one : two
  expect(active).toHaveLength(1)
  expect(await codeOf(run(survivor, (m) => leave(m, { reason })))).toBe('last-administrator')
  expect(left.roleCode).toBe('ministry-administrator')
})

test('people may leave by themselves, and what they invited to is void', async () => {
  const { actor, token } = await signedIn(boss)
  const { link } = await inTransaction(db, (tx) =>
    inviteAccount({ tx, actor, now, config }, { roleCode: 'inspector', provinceCode: '68' }),
  )
  await run(actor, (m) => leave(m, { reason: 'Nghỉ hưu từ tháng này' }))
  expect((await findActor(db, token, now)).roleCode).toBe('nobody')
  const other = await signedIn(boss)
  const invitation = link.split('/').at(-1) ?? ''
  expect(await codeOf(run(other.actor, (m) => joinRole(m, { token: invitation })))).toBe('invitation-expired')
})

test('a successor takes every role, the old name stays in history, and later domains find the handover', async () => {
  const { actor } = await signedIn(boss)
  const leaver = await account({ role: 'inspector', province: '68' })
  const successor = await account({ province: '68' })
  const input = { id: leaver.accountId, successorId: successor.accountId, reason }
  expect(await codeOf(run(actor, (m) => handOver(m, input)))).toBe('ok')
  expect(await codeOf(run(actor, (m) => handOver(m, input)))).toBe('account-ended')
  const view = await readAccount({ db, actor }, { id: successor.accountId })
  expect(view.grants.map((grant) => grant.role.code).sort()).toEqual(['inspector', 'province-officer'])
  expect(view.events[0]).toMatchObject({ kind: 'took-over', other: 'Vũ Thị Khác' })
  expect(await readAccount({ db, actor }, { id: leaver.accountId })).toMatchObject({
    state: 'ended',
    displayName: 'Vũ Thị Khác',
  })
  expect(await codeOf(run(actor, (m) => handOver(m, { ...input, successorId: actor.accountId })))).toBe('account-own')
  const row = await db.selectFrom('accounts.handover').select(['from_account_id', 'to_account_id']).executeTakeFirst()
  expect(row).toEqual({ from_account_id: leaver.accountId, to_account_id: successor.accountId })
})

test('a stand-in acts in the role of a colleague from the first to the last day of the leave, and not a day longer', async () => {
  const { actor } = await signedIn(boss)
  const absent = await account({ role: 'inspector', province: '68' })
  const officer = await account({ province: '68' })
  const appoint = (startsOn: string, lastDay: string) =>
    codeOf(
      run(actor, (m) =>
        appointStandIn(m, {
          id: absent.accountId,
          grantId: absent.grantId,
          standInId: officer.accountId,
          startsOn,
          lastDay,
          reason,
        }),
      ),
    )
  expect(await appoint('2026-11-30', '2026-11-26')).toBe('days-unusable')
  expect(await appoint('2026-11-01', '2026-11-20')).toBe('days-unusable')
  expect(await appoint('2026-11-26', '2026-11-27')).toBe('ok')
  const opened = await inTransaction(db, (tx) => aSession(tx, { ...officer, now }))
  const grant = (await readAccount({ db, actor }, { id: officer.accountId })).grants.find((each) => each.standsInFor)
  const grantId = grant?.id ?? ''
  expect(grant).toMatchObject({ standsInFor: 'Vũ Thị Khác', startsOn: '2026-11-26', lastDay: '2026-11-27' })
  expect(await codeOf(run(opened.actor, (m) => switchGrant(m, { grantId })))).toBe('grant-missing')
  const during = await inTransaction(db, (tx) => aSession(tx, { ...officer, now: days(2) }))
  const me = await run(during.actor, (m) => switchGrant(m, { grantId }), days(2))
  expect(me).toMatchObject({
    role: { code: 'inspector' },
    grants: expect.arrayContaining([expect.objectContaining({ isActing: true, standsInFor: 'Vũ Thị Khác' })]),
  })
  const late = (moment: string) => findActor(db, during.token, new Date(moment))
  await db
    .updateTable('accounts.session')
    .set({ last_seen_at: new Date('2026-11-27T16:00:00Z') })
    .execute()
  expect((await late('2026-11-27T16:59:59Z')).roleCode).toBe('inspector')
  expect((await late('2026-11-27T17:00:00Z')).roleCode).toBe('nobody')
})

test('one person holds several roles, and the session acts through the one that was chosen', async () => {
  const { actor } = await signedIn(boss)
  const officer = await signedIn({ province: '68' })
  const id = officer.actor.accountId
  const give = (roleCode: string, provinceCode: string) =>
    codeOf(run(actor, (m) => giveRole(m, { id, roleCode, provinceCode, reason })))
  expect(await give('inspector', '01')).toBe('grant-beyond-own')
  expect(await give('inspector', '68')).toBe('ok')
  expect(await give('inspector', '68')).toBe('role-held')
  const grants = (await readAccount({ db, actor }, { id })).grants
  const inspector = grants.find((grant) => grant.role.code === 'inspector')
  const me = await run(officer.actor, (m) => switchGrant(m, { grantId: inspector?.id ?? '' }))
  expect(me).toMatchObject({ role: { code: 'inspector' }, tier: 'province', scope: { provinceCode: '68' } })
  expect((await findActor(db, officer.token, now)).roleCode).toBe('inspector')
  const foreign = await account(boss)
  expect(await codeOf(run(officer.actor, (m) => switchGrant(m, { grantId: foreign.grantId })))).toBe('grant-missing')
  expect(await codeOf(run(actor, (m) => endGrant(m, { id, grantId: inspector?.id ?? '', reason })))).toBe('ok')
  expect((await findActor(db, officer.token, now)).roleCode).toBe('nobody')
})

test('a link adds its role to the account of whoever is signed in, once', async () => {
  const ministry = await signedIn('ministry')
  const invited = await inTransaction(db, (tx) =>
    inviteAccount({ tx, actor: ministry.actor, now, config }, { roleCode: 'council-member', provinceCode: '01' }),
  )
  const officer = await signedIn({ province: '68' })
  const token = invited.link.split('/').at(-1) ?? ''
  const me = await run(officer.actor, (m) => joinRole(m, { token }))
  expect(me.role.code).toBe('council-member')
  expect(me.scope.provinceCode).toBe('01')
  expect(me.grants).toHaveLength(2)
  expect(await codeOf(run(officer.actor, (m) => joinRole(m, { token })))).toBe('invitation-used')
})

test('a list of accounts ends at the reader’s scope, from the ministry to the producer', async () => {
  const owner = await signedIn({ role: 'producer-owner', producerId, province: '68', commune: '24985' })
  const staff = await account(
    { role: 'producer-staff', producerId, province: '68', commune: '24985' },
    owner.actor.accountId,
  )
  const stranger = await account({ role: 'commune-officer', commune: '00004' })
  const ids = async (persona: Persona | Actor) => {
    const actor = typeof persona === 'object' && 'accountId' in persona ? persona : (await signedIn(persona)).actor
    const { items } = await listAccounts({ db, actor }, { limit: 100 })
    return items.map((item) => item.id)
  }
  expect((await ids(owner.actor)).sort()).toEqual([owner.actor.accountId, staff.accountId].sort())
  expect(await ids({ role: 'commune-officer', commune: '24985' })).toEqual(expect.arrayContaining([staff.accountId]))
  expect(await ids({ role: 'commune-officer', commune: '24985' })).not.toContain(stranger.accountId)
  expect(await ids(boss)).toEqual(expect.arrayContaining([staff.accountId, owner.actor.accountId]))
  expect(await ids('ministry')).toEqual(expect.arrayContaining([stranger.accountId, staff.accountId]))
  const view = await readAccount({ db, actor: owner.actor }, { id: staff.accountId })
  expect(view.issuers).toEqual([
    { displayName: 'Hoàng Văn Chủ', role: expect.objectContaining({ code: 'producer-owner' }) },
  ])
  expect(await codeOf(readAccount({ db, actor: owner.actor }, { id: stranger.accountId }))).toBe('account-missing')
})

test('pages of a list hold every account once', async () => {
  const { actor } = await signedIn('ministry')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, next, total } = await listAccounts({ db, actor }, { limit: 3, ...(cursor && { cursor }) })
    seen.push(...items.map((item) => item.id))
    expect(total).toBeGreaterThan(3)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  expect(new Set(seen).size).toBe(seen.length)
  expect(await codeOf(listAccounts({ db, actor }, { limit: 3, cursor: 'x' }))).toBe('list-cursor-unreadable')
})

test('an open invitation is listed and made worthless only by those in whose scope it lies', async () => {
  const { actor } = await signedIn(boss)
  const other = await signedIn({ role: 'province-administrator', province: '01' })
  await inTransaction(db, (tx) =>
    inviteAccount({ tx, actor, now, config }, { roleCode: 'authority', provinceCode: '68', displayName: 'Bà Ký' }),
  )
  const listed = await listInvitations({ db, actor, now }, { limit: 100 })
  const id = listed.items.find((item) => item.displayName === 'Bà Ký')?.id ?? ''
  expect(await codeOf(run(other.actor, (m) => voidInvitation(m, { id })))).toBe('invitation-missing')
  expect(await codeOf(run(actor, (m) => voidInvitation(m, { id })))).toBe('ok')
  expect(await codeOf(run(actor, (m) => voidInvitation(m, { id })))).toBe('invitation-missing')
})
