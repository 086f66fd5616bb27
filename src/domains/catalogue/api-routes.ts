import { nothing, query, type Read, type RouteRow, withHeaders } from '../../platform/http/rows.ts'
import { countRegister } from './count-register.ts'
import { nextLink } from './cursors.ts'
import { listProducers } from './list-producers.ts'
import { listProducts } from './list-products.ts'
import { listRecognitions } from './list-recognitions.ts'
import {
  ByCode,
  ByPublicId,
  ListProducers,
  ListProducts,
  ListRecognitions,
  Producer,
  ProducerList,
  Product,
  ProductList,
  RecognitionList,
  SearchAnswer,
  SearchProducts,
  Statistics,
  Suggest,
  Suggestions,
} from './messages.ts'
import { readProducer } from './read-producer.ts'
import { readProduct } from './read-product.ts'
import { searchRegister } from './search-register.ts'
import { suggest } from './suggest.ts'

const base = '/api/v1'
const common = { method: 'GET', access: 'anyone', tag: 'public', cache: { seconds: 60 } } as const

/** A list whose next page is told in its body and in a Link header. */
function paged<Input extends Record<string, unknown>, Output extends { next: string | null }>(
  path: string,
  run: (context: Read, input: Input) => Promise<Output>,
) {
  return async (context: Read, input: Input) => {
    const answer = await run(context, input)
    return withHeaders(answer, { headers: nextLink(context.config.publicUrl, path, input, answer.next) })
  }
}

/** The public API: the same facts as the public pages. */
export const apiRoutes: RouteRow[] = [
  query({
    ...common,
    path: `${base}/products`,
    summary: 'Public products with their star and standing today; by cursor, up to 1,000 at once',
    input: ListProducts,
    output: ProductList,
    run: paged(`${base}/products`, listProducts),
  }),
  query({
    ...common,
    path: `${base}/products/:code`,
    summary: 'One product by its public identifier, a legal code or a GTIN, with every recognition',
    input: ByCode,
    output: Product,
    run: readProduct,
  }),
  query({
    ...common,
    path: `${base}/producers`,
    summary: 'Producers that have public products',
    input: ListProducers,
    output: ProducerList,
    run: paged(`${base}/producers`, listProducers),
  }),
  query({
    ...common,
    path: `${base}/producers/:publicId`,
    summary: 'One producer with its products and the contacts that it agreed to publish',
    input: ByPublicId,
    output: Producer,
    run: readProducer,
  }),
  query({
    ...common,
    path: `${base}/recognitions`,
    summary: 'Recognitions of public products, by product, decision or year, newest first',
    input: ListRecognitions,
    output: RecognitionList,
    run: paged(`${base}/recognitions`, listRecognitions),
  }),
  query({
    ...common,
    path: `${base}/search`,
    summary:
      'Search as on the public site: with or without accents, forgiving typing slips, with facets and exact total',
    input: SearchProducts,
    output: SearchAnswer,
    run: searchRegister,
  }),
  query({
    ...common,
    path: `${base}/suggestions`,
    summary: 'Products, producers, places and words that a beginning may mean',
    input: Suggest,
    output: Suggestions,
    run: suggest,
  }),
  query({
    ...common,
    path: `${base}/statistics`,
    summary: 'The register in numbers, as of today in Vietnam',
    input: nothing,
    output: Statistics,
    run: countRegister,
  }),
]
