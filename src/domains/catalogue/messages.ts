import { z } from 'zod'
import { standings } from '../certification/index.ts'
import { listSorts } from './card-queries.ts'
import { facetNames } from './facets.ts'
import { searchSorts } from './search-products.ts'

const codes = (pattern: RegExp, about: string) => z.string().regex(pattern).optional().describe(about)

/** How lists are narrowed; several values are separated by commas. */
export const FilterFields = {
  province: codes(/^\d{2}$/, 'province in force since 01/07/2025, e.g. 68'),
  commune: codes(/^\d{5}$/, 'commune in force since 01/07/2025, e.g. 24988'),
  oldProvince: codes(/^\d{2}$/, 'province until 30/06/2025, e.g. 67 for the former Đắk Nông'),
  oldDistrict: codes(/^\d{3}$/, 'district until 30/06/2025, for products recorded there'),
  oldCommune: codes(/^\d{5}$/, 'commune until 30/06/2025, for products recorded there'),
  group: codes(/^[IV]+(,[IV]+)*$/, 'product group I to VI of Decision 26/2026/QĐ-TTg'),
  set: codes(/^\d{2}(,\d{2})*$/, 'product set 01 to 26'),
  star: codes(/^[345](,[345])*$/, 'stars 3 to 5, e.g. 4,5'),
  standing: codes(/^[a-z-]+(,[a-z-]+)*$/, 'valid, expiring, lapsed, suspended or revoked, as of today in Vietnam'),
  kind: codes(/^[a-z-]+(,[a-z-]+)*$/, 'kind of producer, see /api/v1/producer-kinds'),
}

const text = z.string().max(200).optional()
const wholeNumber = (most: number, fallback: number) => z.coerce.number().int().min(1).max(most).default(fallback)

export const ListProducts = z.object({
  ...FilterFields,
  sort: z.enum(listSorts).default('name'),
  limit: wholeNumber(1000, 50),
  cursor: z.string().max(600).optional().describe('where the last page ended, from `next` or the Link header'),
})
export const SearchProducts = z.object({
  q: text.describe('words, a producer, a place, or a code on the label'),
  ...FilterFields,
  sort: z.enum(searchSorts).default('relevance'),
  limit: wholeNumber(100, 20),
  page: wholeNumber(500, 1),
})
export const ByCode = z.object({
  code: z.string().min(1).max(200).describe('public identifier, legal code of four or five parts, or GTIN'),
})
export const ByPublicId = z.object({ publicId: z.string().min(1).max(40) })
export const ListProducers = z.object({
  q: text,
  province: FilterFields.province,
  kind: FilterFields.kind,
  limit: wholeNumber(1000, 50),
  cursor: z.string().max(600).optional(),
})
export const ListRecognitions = z.object({
  product: z.string().max(40).optional().describe("a product's public identifier"),
  decision: z.string().max(100).optional().describe('number of the decision, as written'),
  year: z.coerce.number().int().min(2018).max(2100).optional(),
  limit: wholeNumber(1000, 50),
  cursor: z.string().max(600).optional(),
})
export const Suggest = z.object({ q: z.string().max(200).default('') })

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Standing = z.enum(standings)
const Star = z.int().min(3).max(5)
const Named = z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })
const Unit = z.object({ code: z.string(), name: z.string() })

export const ProductItem = z.object({
  publicId: z.string(),
  name: z.string(),
  address: z.string(),
  producer: z.object({ publicId: z.string(), name: z.string(), kind: z.string(), address: z.string() }),
  group: z.string().nullable(),
  set: z.string().nullable(),
  place: z.object({
    province: Unit,
    commune: Unit.nullable(),
    recordedAs: z.string().nullable(),
    state: z.enum(['decided', 'undecided', 'province-only']),
  }),
  star: Star,
  standing: Standing,
  isCertain: z.boolean(),
  decidedOn: day.nullable(),
  decidedYear: z.int(),
  decisionNumber: z.string().nullable(),
  authorityName: z.string(),
  expiresOn: day,
  expiresBy: day,
  picture: z.string().nullable(),
  price: z.object({ min: z.number().nullable(), max: z.number().nullable(), unit: z.string() }).nullable(),
  demonstration: z.boolean(),
  updatedAt: z.string(),
})
export type ProductItem = z.infer<typeof ProductItem>

const Page = { total: z.int(), next: z.string().nullable() }
export const ProductList = z.object({ items: z.array(ProductItem), ...Page })

export const FacetCounts = z.array(
  z.object({ facet: z.enum(facetNames), value: z.string(), nameVi: z.string(), nameEn: z.string(), products: z.int() }),
)
export const SearchAnswer = z.object({
  items: z.array(ProductItem),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  matching: z.enum(['all', 'most', 'some']),
  corrected: z.string().nullable(),
  facets: FacetCounts,
})

const EventItem = z.object({
  kind: z.enum(['suspension', 'suspension-lifted', 'revocation']),
  effectiveOn: day,
  decisionNumber: z.string().nullable(),
  authorityName: z.string(),
  reason: z.string(),
})
const RecognitionFields = {
  id: z.string(),
  kind: z.enum(['first', 'upgrade', 're-evaluation', 'historical']),
  star: Star,
  decisionNumber: z.string().nullable(),
  decidedOn: day.nullable(),
  decidedYear: z.int(),
  authorityName: z.string(),
  expiresOn: day,
  expiresBy: day,
  level: z.enum(['A', 'B']),
}
export const RecognitionOfProduct = z.object({
  ...RecognitionFields,
  standing: Standing,
  since: day.nullable(),
  until: day.nullable(),
  isCertain: z.boolean(),
  sourceTitle: z.string(),
  checkedOn: day,
  events: z.array(EventItem),
})
export const RecognitionItem = z.object({
  ...RecognitionFields,
  product: z.object({ publicId: z.string(), name: z.string(), address: z.string() }),
})
export const RecognitionList = z.object({ items: z.array(RecognitionItem), next: z.string().nullable() })

const Picture = z.object({
  address: z.string(),
  widths: z.array(z.int()),
  width: z.int(),
  height: z.int(),
  caption: z.string(),
  author: z.string(),
  licence: z.string(),
})
export const Product = ProductItem.extend({
  groupName: Named.nullable(),
  setName: Named.nullable(),
  since: day.nullable(),
  until: day.nullable(),
  description: z.string(),
  story: z.string(),
  ingredients: z.string(),
  usage: z.string(),
  storage: z.string(),
  packaging: z.string(),
  season: z.string(),
  capacity: z.string(),
  gtin: z.string().nullable(),
  codes: z.array(z.string()),
  pictures: z.array(Picture),
  recognitions: z.array(RecognitionOfProduct),
})
export type Product = z.infer<typeof Product>

export const ProducerItem = z.object({
  publicId: z.string(),
  name: z.string(),
  address: z.string(),
  kind: z.string(),
  province: Unit,
  commune: Unit.nullable(),
  products: z.int(),
  bestStar: Star,
  updatedAt: z.string(),
})
export const ProducerList = z.object({ items: z.array(ProducerItem), ...Page })
export const Producer = ProducerItem.extend({
  kindName: Named,
  introduction: z.string(),
  recordedAs: z.string().nullable(),
  contacts: z
    .object({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      website: z.string().nullable(),
      postalAddress: z.string().nullable(),
    })
    .describe('only what the producer agreed to publish'),
  productItems: z.array(ProductItem),
})
export type Producer = z.infer<typeof Producer>

export const Suggestions = z.object({
  suggestions: z.array(
    z.object({
      kind: z.enum(['product', 'producer', 'place', 'word']),
      label: z.string(),
      detail: z.string(),
      address: z.string(),
    }),
  ),
})
export type Suggestion = z.infer<typeof Suggestions>['suggestions'][number]

export const Statistics = z.object({
  products: z.int(),
  producers: z.int(),
  provinces: z.int(),
  stars: z.record(z.string(), z.int()),
  standings: z.record(z.string(), z.int()),
  groups: z.array(Named.extend({ products: z.int() })),
  day,
})
