import type { Db } from '../../platform/db/database.ts'

/** The kinds of producer in their usual order. */
export async function listKinds({ db }: { db: Db }) {
  const items = await db
    .selectFrom('producers.kind')
    .select(['code', 'name_vi as nameVi', 'name_en as nameEn'])
    .orderBy('position')
    .execute()
  return { items }
}
