import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import { addDays } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import { aliveAt } from './find-actor.ts'
import type { Me, OwnGrant } from './messages.ts'
import {
  findCommuneName,
  findGrants,
  findProvinceName,
  findProvinceOfCommune,
  findSession,
  type GrantRow,
  isCurrent,
  type SessionRow,
} from './queries.ts'

async function provinceOf(db: Db, row: SessionRow): Promise<string | null> {
  const [province] = row.provinceCodes
  if (province !== undefined) return province
  const [commune] = row.communeCodes
  return commune === undefined ? null : await findProvinceOfCommune(db, commune)
}

function toOwnGrant(row: GrantRow, actingId: string): OwnGrant {
  return {
    id: row.id,
    role: { code: row.roleCode, nameVi: row.roleNameVi, nameEn: row.roleNameEn },
    tier: row.tier,
    provinceName: row.provinceName,
    communeName: row.communeName,
    producerName: row.producerName,
    standsInFor: row.standsInForName,
    lastDay: row.endsBefore === null ? null : addDays(row.endsBefore, -1),
    isActing: row.id === actingId,
  }
}

/** What the person behind a session may know of themselves; names of places are the present ones. */
export async function meOfSession(db: Db, sessionHash: string, now: Date): Promise<Me> {
  const row = await findSession(db, sessionHash, aliveAt(now))
  if (row === undefined) throw refuse('sign-in-required')
  const provinceCode = await provinceOf(db, row)
  const [communeCode] = row.communeCodes
  const grants = await findGrants(db, sql<boolean>`g.account_id = ${row.accountId} and ${isCurrent(now)}`)
  return {
    displayName: row.displayName,
    login: row.login,
    role: { code: row.roleCode, nameVi: row.roleNameVi, nameEn: row.roleNameEn },
    tier: row.tier,
    scope: {
      country: row.isCountryWide,
      provinceCode,
      provinceName: provinceCode === null ? null : await findProvinceName(db, provinceCode),
      communeCode: communeCode ?? null,
      communeName: communeCode === undefined ? null : await findCommuneName(db, communeCode),
      producerId: row.producerId,
      producerName: row.producerName,
    },
    permissions: row.mustEnrol ? [] : row.permissions,
    grants: grants.map((grant) => toOwnGrant(grant, row.grantId)),
    mustEnrol: row.mustEnrol,
  }
}

/** Answers "who am I"; refuses with sign-in-required when the session ended meanwhile. */
export async function readMe({ db, actor, now }: { db: Db; actor: Actor; now: Date }): Promise<Me> {
  if (actor.sessionHash === null) throw refuse('sign-in-required')
  return await meOfSession(db, actor.sessionHash, now)
}
