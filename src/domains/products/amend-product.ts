import type { z } from 'zod'
import { placeOf, type Revised, recordOfficerSource, type Writing } from '../producers/index.ts'
import { addCodeAlias } from './add-code-alias.ts'
import type { AmendProduct } from './messages.ts'
import { reviseProduct } from './revise-product.ts'
import type { ProductGroup } from './rules.ts'

/** An officer changes a product, saying why; fields that are left out stay, codes are only ever added. */
export async function amendProduct(
  write: Writing,
  { place, reason, document, codes, ...changes }: z.infer<typeof AmendProduct> & { version: number },
): Promise<Revised<ProductGroup>> {
  const columns = place === undefined ? undefined : await placeOf(write.tx, place)
  const sourceId = await recordOfficerSource(write, reason, document ?? null)
  const revised = await reviseProduct(write, { ...changes, place: columns, sourceId })
  for (const code of codes) {
    await addCodeAlias(write.tx, { ...code, productId: changes.id, sourceId, now: write.now })
  }
  return revised
}
