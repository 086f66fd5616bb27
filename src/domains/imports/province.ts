import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf, presentProvinceOf, type UnitKey, unitOf } from '../administrative-units/index.ts'
import { provinceForList } from './policy.ts'
import { refuse } from './refusals.ts'

/** The present provinces' names by code. */
export async function presentProvinces(db: Db): Promise<ReadonlyMap<string, string>> {
  const gazetteer = await gazetteerOf(db)
  return new Map(gazetteer.provinces.present.map((province) => [province.code, province.fullName]))
}

/** Which province a list is about: a present one, or one of before 1/7/2025 with the present one that it went into. */
export interface ListProvince {
  provinceCode: string | null
  formerProvinceCode: string | null
}

/** Settles the province of a list from what its sender says and may; a former province brings its present one along. */
export async function settleProvince(
  db: Db,
  actor: Actor,
  said: { provinceCode?: string | undefined; formerProvinceCode?: string | null | undefined },
): Promise<ListProvince> {
  const gazetteer = await gazetteerOf(db)
  const former = said.formerProvinceCode ?? null
  const old = former === null ? undefined : unitOf(gazetteer, { scheme: '2004-2025', code: former })
  if (former !== null && old?.level !== 'province') throw refuse('province-unknown', { code: former })
  const named = old === undefined ? said.provinceCode : presentProvinceOf(gazetteer, old).code
  const provinceCode = provinceForList(actor, named)
  if (provinceCode !== null && unitOf(gazetteer, { scheme: '2025-', code: provinceCode })?.level !== 'province')
    throw refuse('province-unknown', { code: provinceCode })
  return { provinceCode, formerProvinceCode: former }
}

/** The unit that rows without a province are read in. */
export function assumedProvince({ provinceCode, formerProvinceCode }: ListProvince): UnitKey | null {
  if (formerProvinceCode !== null) return { scheme: '2004-2025', code: formerProvinceCode }
  return provinceCode === null ? null : { scheme: '2025-', code: provinceCode }
}
