import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import { aliveAt } from './find-actor.ts'
import type { Me } from './messages.ts'
import { findProvinceName, findProvinceOfCommune, findSession, type SessionRow } from './queries.ts'

async function provinceOf(db: Db, row: SessionRow): Promise<string | null> {
  const [province] = row.provinceCodes
  if (province !== undefined) return province
  const [commune] = row.communeCodes
  return commune === undefined ? null : await findProvinceOfCommune(db, commune)
}

/** What the person behind a session may know of themselves; `provinceName` is the present name. */
export async function meOfSession(db: Db, sessionHash: string, now: Date): Promise<Me> {
  const row = await findSession(db, sessionHash, aliveAt(now))
  if (row === undefined) throw refuse('sign-in-required')
  const provinceCode = await provinceOf(db, row)
  return {
    displayName: row.displayName,
    login: row.login,
    role: { code: row.roleCode, nameVi: row.roleNameVi, nameEn: row.roleNameEn },
    scope: {
      country: row.isCountryWide,
      provinceCode,
      provinceName: provinceCode === null ? null : await findProvinceName(db, provinceCode),
    },
    permissions: row.mustEnrol ? [] : row.permissions,
    mustEnrol: row.mustEnrol,
  }
}

/** Answers "who am I"; refuses with sign-in-required when the session ended meanwhile. */
export async function readMe({ db, actor, now }: { db: Db; actor: Actor; now: Date }): Promise<Me> {
  if (actor.sessionHash === null) throw refuse('sign-in-required')
  return await meOfSession(db, actor.sessionHash, now)
}
