import type { Db } from '../../platform/db/database.ts'

export interface Named {
  code: string
  nameVi: string
  nameEn: string
}

/** Names of groups, sets and kinds of producer by code. */
export interface Classification {
  groups: ReadonlyMap<string, Named>
  sets: ReadonlyMap<string, Named & { groupCode: string; subgroupCode: string }>
  kinds: ReadonlyMap<string, Named>
}

const ofConnection = new WeakMap<Db, Promise<Classification>>()

async function readClassification(db: Db): Promise<Classification> {
  const named = ['code', 'name_vi as nameVi', 'name_en as nameEn'] as const
  const [groups, sets, kinds] = await Promise.all([
    db.selectFrom('products.product_group').select(named).orderBy('position').execute(),
    db
      .selectFrom('products.product_set')
      .select([...named, 'group_code as groupCode', 'subgroup_code as subgroupCode'])
      .orderBy('code')
      .execute(),
    db.selectFrom('producers.kind').select(named).orderBy('position').execute(),
  ])
  const byCode = <Line extends Named>(lines: Line[]) => new Map(lines.map((line) => [line.code, line]))
  return { groups: byCode(groups), sets: byCode(sets), kinds: byCode(kinds) }
}

/** The classification in force, read once a process: it changes only with a release, which starts a new one. */
export function classificationOf(db: Db): Promise<Classification> {
  const known = ofConnection.get(db)
  if (known !== undefined) return known
  const found = readClassification(db)
  ofConnection.set(db, found)
  found.catch(() => ofConnection.delete(db))
  return found
}

/** The name in the reader's language. */
export function nameIn(language: 'vi' | 'en', named: Named | undefined): string {
  if (named === undefined) return ''
  return language === 'vi' ? named.nameVi : named.nameEn
}
