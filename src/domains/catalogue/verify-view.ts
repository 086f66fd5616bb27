import type { z } from 'zod'
import type { PageOutcome, Read } from '../../platform/http/rows.ts'
import { productAddress, slugOf } from '../../ui/addresses.ts'
import { noFilters } from './filters.ts'
import { unscopedFindProduct } from './find-product.ts'
import type { CodePage, VerifyPage } from './page-messages.ts'
import { readWords } from './rules.ts'
import { searchProducts } from './search-products.ts'
import { tellCards, tellingOf } from './telling.ts'
import type { UnknownCodeView, VerifyView } from './views.ts'

async function similarTo({ db, now, locale }: Read, text: string, limit: number) {
  if (readWords(text).length === 0) return []
  const telling = await tellingOf(db, now, locale)
  const found = await searchProducts(db, {
    text,
    filters: noFilters,
    sort: 'relevance',
    limit,
    offset: 0,
    day: telling.day,
  })
  return tellCards(db, telling, found.items)
}

async function addressOfCode({ db, locale }: Read, code: string): Promise<string | null> {
  const sought = await unscopedFindProduct(db, code)
  if (sought.state !== 'public') return null
  const card = await db
    .selectFrom('catalogue.product_card')
    .select('name')
    .where('product_id', '=', sought.productId)
    .executeTakeFirst()
  return productAddress(locale, { publicId: sought.publicId, slug: slugOf(card?.name ?? '') })
}

/** Where a label's QR code leads: to the product, or to a page that says plainly that the code is not in the register. */
export async function followCode(
  context: Read,
  { code }: z.infer<typeof CodePage>,
): Promise<PageOutcome<UnknownCodeView>> {
  const address = await addressOfCode(context, code)
  if (address !== null) return { movedTo: address }
  return { status: 404, view: { code, reportAddress: null, similar: [] } }
}

/** How to check a product: a code leads straight to it, words show what may be meant. */
export async function showVerify(context: Read, { q }: z.infer<typeof VerifyPage>): Promise<PageOutcome<VerifyView>> {
  const question = q.trim().slice(0, 200)
  const address = question === '' ? null : await addressOfCode(context, question)
  if (address !== null) return { movedTo: address }
  return { view: { question, matches: await similarTo(context, question, 8), isAsked: question !== '' } }
}
