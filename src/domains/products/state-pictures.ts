import type { Tx } from '../../platform/db/database.ts'
import { stateFact } from '../provenance/index.ts'

/** States which pictures a product shows, whose they are and under what licence. The caller holds the product's lock. */
export async function statePictures(
  tx: Tx,
  statement: { productId: string; sourceId: string; now: Date },
): Promise<void> {
  const pictures = await tx
    .selectFrom('products.picture')
    .select(['id', 'position', 'author', 'licence', 'caption'])
    .where('product_id', '=', statement.productId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  await stateFact(tx, {
    subjectKind: 'product',
    subjectId: statement.productId,
    fieldGroup: 'pictures',
    content: { pictures },
    sourceId: statement.sourceId,
    now: statement.now,
    follows: true,
  })
}
