import { expect, test } from 'vitest'
import { nobody } from '../../platform/access/actor.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteAccount } from './invite-account.ts'
import { inviteAdministrator, inviteFirstAdministrator } from './invite-administrator.ts'
import { listRoles } from './list-roles.ts'
import { readInvitation } from './read-invitation.ts'
import { aSignedInActor } from './testing.ts'

const database = await testDatabase()
const { db } = database
const now = new Date('2026-11-24T02:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3600 * 1000)
const connection = { networkAddress: '203.0.113.7', device: 'test' }
const config = { publicUrl: 'https://ocop.example' }
const password = 'ba con vịt lội qua sông'

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown === null) return 'ok'
  if (!isRefusal(thrown)) throw new Error(`expected a refusal, got ${String(thrown)}`)
  return [thrown.refusal.code, ...thrown.refusal.fields.map((field) => field.path)].join(' ')
}

function tokenOf(link: string): string {
  expect(link).toMatch(/^\/office\/invitation\/[A-Za-z0-9_-]{43}$/)
  return link.slice('/office/invitation/'.length)
}

function accept(token: string, login: string, wish: { password?: string; now?: Date } = {}) {
  return inTransaction(db, (tx) =>
    acceptInvitation(
      { tx, actor: nobody, now: wish.now ?? now, connection },
      { token, login, displayName: 'Nguyễn Thị Lan', password: wish.password ?? password },
    ),
  )
}

async function invited(roleCode = 'province-officer', provinceCode: string | null = '68') {
  const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, 'ministry', now))
  return await inTransaction(db, (tx) => inviteAccount({ tx, actor, now, config }, { roleCode, provinceCode }))
}

test('the first start prints a link that makes the first administrator, the second start prints none', async () => {
  const first = await inTransaction(db, (tx) => inviteFirstAdministrator(tx, now))
  const second = await inTransaction(db, (tx) => inviteFirstAdministrator(tx, now))
  expect(await codeOf(readInvitation({ db, actor: nobody, now }, { token: tokenOf(first?.link ?? '') }))).toBe(
    'invitation-expired',
  )
  const token = tokenOf(second?.link ?? '')
  expect(await readInvitation({ db, actor: nobody, now }, { token })).toMatchObject({
    role: { code: 'ministry-administrator' },
    provinceCode: null,
  })
  const opened = await accept(token, 'quan.tri')
  expect(opened.me.scope).toMatchObject({ country: true, provinceCode: null, provinceName: null, producerName: null })
  expect(opened.me).toMatchObject({ mustEnrol: true, permissions: [] })
  expect(await inTransaction(db, (tx) => inviteFirstAdministrator(tx, now))).toBeNull()
})

test("an administrator's link lives for a day, a colleague's for a week", async () => {
  const printed = await inTransaction(db, (tx) => inviteAdministrator(tx, now))
  expect(printed.expiresAt).toBe(hours(24).toISOString())
  expect(await codeOf(accept(tokenOf(printed.link), 'muon.mot.ngay', { now: hours(24) }))).toBe('invitation-expired')
  const { link, expiresAt } = await invited()
  expect(expiresAt).toBe(hours(7 * 24).toISOString())
  await accept(tokenOf(link), 'can.bo.1', { now: hours(7 * 24 - 1) })
})

test('a link printed anew does not void the invitations of colleagues', async () => {
  const { link } = await invited('ministry-administrator', null)
  await inTransaction(db, (tx) => inviteAdministrator(tx, now))
  expect((await readInvitation({ db, actor: nobody, now }, { token: tokenOf(link) })).role.code).toBe(
    'ministry-administrator',
  )
})

test('a link works once, also when it is opened twice at the same moment', async () => {
  const { link } = await invited()
  const token = tokenOf(link)
  const outcomes = await Promise.allSettled([accept(token, 'hai.nguoi.1'), accept(token, 'hai.nguoi.2')])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await codeOf(accept(token, 'nguoi.thu.ba'))).toBe('invitation-used')
})

test('a refused acceptance leaves the link usable', async () => {
  const { link } = await invited()
  const token = tokenOf(link)
  expect(await codeOf(accept(token, 'thu.lai', { password: 'ngan qua' }))).toBe('password-refused password')
  await accept(token, 'thu.lai')
})

test('a login is taken whatever its capitals and accents', async () => {
  await accept(tokenOf((await invited()).link), 'Hoà.Bình')
  expect(await codeOf(accept(tokenOf((await invited()).link), 'hoa.binh'))).toBe('login-taken')
})

test('an unknown link says nothing', async () => {
  expect(await codeOf(readInvitation({ db, actor: nobody, now }, { token: 'x'.repeat(43) }))).toBe('invitation-unknown')
  expect(await codeOf(accept('x'.repeat(43), 'ai.do'))).toBe('invitation-unknown')
})

test('the role and the province of an invitation become the rights of the account', async () => {
  const opened = await accept(tokenOf((await invited('province-officer', '01')).link), 'ha.noi')
  expect(opened.me).toMatchObject({ role: { code: 'province-officer' }, scope: { country: false, provinceCode: '01' } })
})

test('a province role needs a present province, a ministry role none', async () => {
  expect(await codeOf(invited('province-officer', null))).toBe('province-needed')
  expect(await codeOf(invited('province-officer', '99'))).toBe('province-needed')
  expect(await codeOf(invited('ministry-administrator', '68'))).toBe('province-superfluous')
  expect(await codeOf(invited('king', null))).toBe('role-unknown')
})

test('nobody hands out a permission or a scope that they do not hold', async () => {
  const persona = { role: 'province-administrator', province: '68' }
  const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, persona, now))
  const invite = (roleCode: string, provinceCode: string | null, by = actor) =>
    inTransaction(db, (tx) => inviteAccount({ tx, actor: by, now, config }, { roleCode, provinceCode }))
  expect(await codeOf(invite('ministry-administrator', null))).toBe('grant-beyond-own')
  expect(await codeOf(invite('province-officer', '01'))).toBe('grant-beyond-own')
  expect((await invite('province-officer', '68')).link).toContain('/office/invitation/')
  const poorer = { ...actor, permissions: new Set(['accounts.invite' as const]) }
  expect(await codeOf(invite('province-officer', '68', poorer))).toBe('grant-beyond-own')
})

test('a role is handed out only by the roles that issue it', async () => {
  const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '68' }, now))
  const invite = (roleCode: string) =>
    inTransaction(db, (tx) =>
      inviteAccount({ tx, actor, now, config }, { roleCode, provinceCode: '68', communeCode: '22918' }),
    )
  expect(await codeOf(invite('province-officer'))).toBe('grant-beyond-own')
  expect(await codeOf(invite('producer-owner'))).toBe('role-not-here')
  expect(await codeOf(invite('commune-officer'))).toBe('ok')
})

test('the list of roles says which the reader may hand out', async () => {
  const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, { province: '68' }, now))
  const { items } = await listRoles({ db, actor })
  expect(items.filter((role) => role.mayGrant).map((role) => role.code)).toEqual([
    'commune-officer',
    'producer-owner',
    'producer-staff',
  ])
})
