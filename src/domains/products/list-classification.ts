import type { Db } from '../../platform/db/database.ts'

/** The six groups with their subgroups and sets, in the order of the law. */
export async function listClassification({ db }: { db: Db }) {
  const named = ['code', 'name_vi as nameVi', 'name_en as nameEn'] as const
  const [groups, subgroups, sets] = await Promise.all([
    db.selectFrom('products.product_group').select(named).orderBy('position').execute(),
    db
      .selectFrom('products.product_subgroup')
      .select([...named, 'group_code'])
      .orderBy('code')
      .execute(),
    db
      .selectFrom('products.product_set')
      .select([...named, 'subgroup_code'])
      .orderBy('code')
      .execute(),
  ])
  return {
    groups: groups.map((group) => ({
      ...group,
      subgroups: subgroups
        .filter((subgroup) => subgroup.group_code === group.code)
        .map(({ group_code: _group, ...subgroup }) => ({
          ...subgroup,
          sets: sets
            .filter((set) => set.subgroup_code === subgroup.code)
            .map(({ subgroup_code: _subgroup, ...set }) => set),
        })),
    })),
  }
}
