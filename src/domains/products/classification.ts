import type { Db } from '../../platform/db/database.ts'

/** Which group each set belongs to, and which groups there are. */
export interface Classification {
  groupOfSet: ReadonlyMap<string, string>
  groups: ReadonlySet<string>
}

/** Reads the classification that products are checked against. */
export async function readClassification(db: Db): Promise<Classification> {
  const [sets, groups] = await Promise.all([
    db.selectFrom('products.product_set').select(['code', 'group_code']).execute(),
    db.selectFrom('products.product_group').select(['code']).execute(),
  ])
  return {
    groupOfSet: new Map(sets.map((set) => [set.code, set.group_code])),
    groups: new Set(groups.map((group) => group.code)),
  }
}
