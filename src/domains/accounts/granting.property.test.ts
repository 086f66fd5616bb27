import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { findActor } from './find-actor.ts'
import { inviteAccount } from './invite-account.ts'
import { inviteToProducer } from './invite-to-producer.ts'
import { hashPassword } from './passwords.ts'
import { coversPlace } from './policy.ts'
import { findGrants, findRoles } from './queries.ts'
import { aSignedInActor } from './testing.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const config = { publicUrl: 'https://ocop.example' }
const roles = (await findRoles(db)).filter((role) => role.tier !== 'partner' && role.tier !== 'system')
const communes: Record<string, readonly string[]> = { '68': ['24985', '22918'], '01': ['00004', '00008'] }
const producers = [
  { id: '11111111-1111-4111-8111-111111111111', name: 'HTX Một', provinceCode: '68', communeCode: '24985' },
  { id: '22222222-2222-4222-8222-222222222222', name: 'HTX Hai', provinceCode: '01', communeCode: null },
]

const role = fc.constantFrom(...roles)
const place = fc.record({
  provinceCode: fc.constantFrom('68', '01'),
  at: fc.nat(1),
  producer: fc.constantFrom(...producers),
})

function personaOf(
  wanted: (typeof roles)[number],
  at: { provinceCode: string; at: number; producer: (typeof producers)[number] },
) {
  const code = wanted.code
  if (wanted.tier === 'ministry') return { role: code }
  if (wanted.tier === 'province') return { role: code, province: at.provinceCode }
  if (wanted.tier === 'commune') return { role: code, commune: communes[at.provinceCode]?.[at.at] ?? '' }
  return { role: code, producerId: at.producer.id, province: at.producer.provinceCode }
}

test('whoever invites whomever to whatever wherever: what comes of it lies within what the issuer holds', async () => {
  let issued = 0
  const property = fc.asyncProperty(role, place, role, place, async (ownRole, ownPlace, wantedRole, wantedPlace) => {
    const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, personaOf(ownRole, ownPlace), now))
    const work = inTransaction(db, async (tx) => {
      const issuing = { tx, actor, now, config }
      if (wantedRole.tier === 'producer')
        return await inviteToProducer(issuing, wantedPlace.producer, { roleCode: wantedRole.code })
      return await inviteAccount(issuing, {
        roleCode: wantedRole.code,
        provinceCode: wantedRole.tier === 'ministry' ? null : wantedPlace.provinceCode,
        communeCode: wantedRole.tier === 'commune' ? communes[wantedPlace.provinceCode]?.[wantedPlace.at] : null,
      })
    })
    const made = await work.catch((thrown: unknown) => {
      if (!isRefusal(thrown)) throw thrown
      expect(thrown.refusal.code).toBe('grant-beyond-own')
      return null
    })
    if (made === null) return
    issued += 1
    expect(wantedRole.issuers).toContain(ownRole.code)
    for (const permission of wantedRole.permissions) expect([...actor.permissions]).toContain(permission)
    const [invitation] = await db
      .selectFrom('accounts.invitation')
      .select(['province_code as provinceCode', 'commune_code as communeCode', 'producer_id as producerId'])
      .where('issued_by', '=', actor.accountId)
      .execute()
    expect(invitation && coversPlace(actor.scope, invitation)).toBe(true)
    if (wantedRole.tier !== 'ministry') expect(invitation?.provinceCode).not.toBeNull()
  })
  await fc.assert(property, { numRuns: 200 })
  expect(issued).toBeGreaterThan(5)
}, 120_000)

test('an accepted invitation makes exactly the grant that was issued, for every role that anybody can issue', async () => {
  expect(await hashPassword('một mật khẩu đủ dài')).toContain('argon2id')
  for (const wanted of roles) {
    const issuer = roles.find((each) => each.code === wanted.issuers[0])
    if (issuer === undefined) continue
    const at = {
      provinceCode: '68',
      at: 0,
      producer: producers[0] ?? { id: '', name: '', provinceCode: '', communeCode: null },
    }
    const { actor } = await inTransaction(db, (tx) => aSignedInActor(tx, personaOf(issuer, at), now))
    const issuing = { actor, now, config }
    const made = await inTransaction(db, (tx) =>
      wanted.tier === 'producer'
        ? inviteToProducer({ tx, ...issuing }, at.producer, { roleCode: wanted.code })
        : inviteAccount(
            { tx, ...issuing },
            {
              roleCode: wanted.code,
              provinceCode: wanted.tier === 'ministry' ? null : '68',
              communeCode: wanted.tier === 'commune' ? '24985' : null,
            },
          ),
    )
    const arrival = {
      now,
      connection: { networkAddress: '203.0.113.7', device: 'test' },
      actor: await findActor(db, null, now),
    }
    const opened = await inTransaction(db, (tx) =>
      acceptInvitation(
        { tx, ...arrival },
        {
          token: made.link.split('/').at(-1) ?? '',
          login: `vai-${wanted.code}`,
          displayName: 'Lan',
          password: 'ba con vịt lội qua sông',
        },
      ),
    )
    const grantee = await findActor(db, opened.token, now)
    expect(grantee.roleCode).toBe(wanted.code)
    const [grant] = await findGrants(db, sql<boolean>`g.account_id = ${grantee.accountId}`)
    expect(grant && coversPlace(actor.scope, grant)).toBe(true)
    expect(opened.me.scope.country).toBe(wanted.tier === 'ministry')
    if (wanted.tier === 'producer')
      expect(opened.me.scope).toMatchObject({ producerId: at.producer.id, producerName: 'HTX Một' })
  }
}, 60_000)
