import type { Tx } from '../../platform/db/database.ts'
import type { SubjectKind } from './rules.ts'

/** Empties what was ever stated of a subject in these groups, current or not: that it was stated stays, what was said does not. */
export async function eraseFacts(
  tx: Tx,
  subject: { kind: SubjectKind; id: string; fieldGroups: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('provenance.fact')
    .set({ content: {} })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('field_group', 'in', [...subject.fieldGroups])
    .execute()
}
