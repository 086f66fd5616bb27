import type { Db } from '../../platform/db/database.ts'
import { readClassification } from './classification.ts'
import type { ProductRow } from './lock-product.ts'
import { changeProduct, type ProductChange } from './prepare-product.ts'
import type { ProductFields } from './rules.ts'

/** What a product would be after a change, cleaned; refuses with every wrong field named and writes nothing. */
export async function checkProductChange(db: Db, row: ProductRow, change: ProductChange): Promise<ProductFields> {
  return changeProduct(row, change, await readClassification(db))
}
