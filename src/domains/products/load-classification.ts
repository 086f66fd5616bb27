import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'

const Named = z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })
const Classification = z.object({
  groups: z.array(Named.extend({ subgroups: z.array(Named.extend({ sets: z.array(Named) })) })).min(1),
})

/** Loads groups, subgroups and the 26 sets (Annex I of 26/2026/QĐ-TTg); running it again changes nothing but mended names. */
export async function loadClassification(tx: Tx, path: string): Promise<void> {
  const { groups } = Classification.parse(JSON.parse(await readFile(path, 'utf8')))
  const subgroups = groups.flatMap((group) => group.subgroups.map((subgroup) => ({ group, subgroup })))
  const sets = subgroups.flatMap(({ group, subgroup }) => subgroup.sets.map((set) => ({ group, subgroup, set })))
  const names = (row: z.infer<typeof Named>) => ({ code: row.code, name_vi: row.nameVi, name_en: row.nameEn })
  await tx
    .insertInto('products.product_group')
    .values(groups.map((group, index) => ({ ...names(group), position: index + 1 })))
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...named, position: sql`excluded.position` }))
    .execute()
  await tx
    .insertInto('products.product_subgroup')
    .values(subgroups.map(({ group, subgroup }) => ({ ...names(subgroup), group_code: group.code })))
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...named, group_code: sql`excluded.group_code` }))
    .execute()
  await tx
    .insertInto('products.product_set')
    .values(sets.map((row) => ({ ...names(row.set), group_code: row.group.code, subgroup_code: row.subgroup.code })))
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet({
        ...named,
        group_code: sql`excluded.group_code`,
        subgroup_code: sql`excluded.subgroup_code`,
      }),
    )
    .execute()
}

const named = { name_vi: sql<string>`excluded.name_vi`, name_en: sql<string>`excluded.name_en` }
