// What each public page is told. Days are yyyy-mm-dd in Vietnam's calendar, prices whole đồng, texts plain (never HTML); names of
// groups, kinds and places come in the language of the page. Addresses are made by src/ui/addresses.ts.

export type StandingName = 'valid' | 'expiring' | 'lapsed' | 'suspended' | 'revoked' | 'replaced' | 'not-recognised'

/** A named thing with a code: a group, a set, a province, a kind of producer. */
export interface Named {
  code: string
  name: string
}

/** A product as lists show it. `star` is that of the governing recognition, null where there is none. */
export interface ProductCardView {
  publicId: string
  slug: string
  name: string
  producerName: string
  /** present commune and province, "Xã Ninh Gia, Lâm Đồng"; the province alone where no more is decided */
  placeName: string
  star: number | null
  standing: StandingName
  /** I … VI */
  groupCode: string | null
  /** I.1 … VI.1 */
  subgroupCode: string | null
  pictureId: string | null
}

export interface GroupCount extends Named {
  products: number
}

export interface ProvinceCount extends Named {
  slug: string
  products: number
}

export interface Counters {
  products: number
  producers: number
  /** provinces that have at least one product */
  provinces: number
  valid: number
  fiveStar: number
}

export interface HomeView {
  /** the day of the counts */
  today: string
  counters: Counters
  /** the six groups in their legal order */
  groups: GroupCount[]
  /** all 34, zero included, by name */
  provinces: ProvinceCount[]
  /** newest recognitions first */
  newest: ProductCardView[]
  demonstration: boolean
}

/** A search's facets in the order shown; the names are also the query's parameters. */
export type FacetName =
  | 'province'
  | 'commune'
  | 'oldProvince'
  | 'oldDistrict'
  | 'oldCommune'
  | 'group'
  | 'set'
  | 'star'
  | 'standing'
  | 'kind'

export type SortName = 'relevance' | 'name' | 'newest' | 'star' | 'expiring'

/** What the address asks for; lists for what may be chosen several times, all in the order of the address. */
export interface SearchQuery {
  q: string
  filters: Partial<Record<FacetName, string[]>>
  sort: SortName
  page: number
}

export interface FacetValue {
  value: string
  label: string
  /** products that would be shown, were this facet set to this value alone */
  products: number
  isChosen: boolean
}

export interface FacetView {
  name: FacetName
  /** only facets with something to choose; chosen values first, then by count */
  values: FacetValue[]
}

/** A filter in force, to be shown as a chip that removes it. */
export interface ChosenFilter {
  facet: FacetName
  value: string
  label: string
}

export interface SearchView {
  query: SearchQuery
  chosen: ChosenFilter[]
  facets: FacetView[]
  items: ProductCardView[]
  total: number
  page: number
  pageCount: number
  /** sorts that make sense here: relevance only with words */
  sorts: SortName[]
  /** the query as it was understood where that differs, in words to show: "mật ong" for "mat onq" */
  understoodAs: string | null
  /** how much of the query each item holds */
  matching: 'all' | 'most' | 'some'
  today: string
  demonstration: boolean
}

export interface ProvinceView {
  code: string
  slug: string
  name: string
  fullName: string
  /** provinces until 30/06/2025 whose land lies in it now; itself alone if nothing was merged */
  formerly: (Named & { products: number })[]
  counters: { products: number; producers: number; valid: number; stars: { star: number; products: number }[] }
  groups: GroupCount[]
  /** communes with products, by count; `units` communes and wards in all */
  communes: GroupCount[]
  units: number
  newest: ProductCardView[]
  today: string
  demonstration: boolean
}

export interface ProducerView {
  publicId: string
  slug: string
  name: string
  kindName: string
  introduction: string
  /** as recorded, and where that is now */
  place: PlaceView
  /** only what its owner consented to publish */
  contact: { phone: string | null; email: string | null; website: string | null }
  products: ProductCardView[]
  today: string
  demonstration: boolean
}

export interface PictureView {
  id: string
  caption: string
  author: string
  licence: string
  width: number
  height: number
}

export interface PlaceView {
  /** in full as it was when recorded: "xã Ninh Gia, huyện Đức Trọng, tỉnh Lâm Đồng" */
  recorded: string
  /** in full today; null where a person has still to decide which commune */
  present: string | null
  province: ProvinceCount | Omit<ProvinceCount, 'products'>
  communeName: string | null
  /** house number and street as written, where publishing it is allowed */
  addressText: string | null
}

export interface StandingView {
  standing: StandingName
  since: string | null
  /** last day on which it holds if nothing happens; null: open */
  until: string | null
  /** last day of the certificate of the governing recognition; differs from `until` while valid. The two differ where only the year is known. */
  expiresOn: string | null
  expiresBy: string | null
  /** false where only the year of the decision is known and the day decides */
  isCertain: boolean
  decisionNumber: string | null
  decidedOn: string | null
  decidedYear: number | null
  authorityName: string | null
}

export type RecognitionKindName = 'first' | 'upgrade' | 're-evaluation' | 'historical'
export type StandingEventName = 'suspension' | 'suspension-lifted' | 'revocation'

export interface StandingEventView {
  kind: StandingEventName
  effectiveOn: string
  decisionNumber: string | null
  authorityName: string | null
  reason: string
}

export interface RecognitionView {
  kind: RecognitionKindName
  star: number
  standing: StandingName
  decisionNumber: string | null
  decidedOn: string | null
  decidedYear: number
  authorityName: string
  expiresOn: string
  expiresBy: string
  /** A signed decision · B government publication */
  level: 'A' | 'B'
  /** number or year of the decision that took its place */
  replacedBy: string | null
  events: StandingEventView[]
}

export interface ProducerCardView {
  publicId: string
  slug: string
  name: string
  kindName: string
  placeName: string
  /** public products in all */
  products: number
}

export type TextName =
  | 'description'
  | 'story'
  | 'ingredients'
  | 'usage'
  | 'storage'
  | 'packaging'
  | 'season'
  | 'capacity'

export interface CodeView {
  code: string
  kind: 'four-part' | 'five-part' | 'certificate' | 'other'
}

export interface SourceView {
  /** identity, description, commerce, place, commune, producer, recognition */
  fieldGroup: string
  level: 'A' | 'B' | 'C'
  title: string
  reference: string | null
  checkedOn: string
  state: 'current' | 'contradicting'
  /** what a contradicting source says instead, in a short line */
  says: string | null
}

export interface ProductView {
  publicId: string
  slug: string
  name: string
  group: Named | null
  subgroupCode: string | null
  set: Named | null
  pictures: PictureView[]
  star: number | null
  standing: StandingView
  /** every publishable recognition, newest first */
  recognitions: RecognitionView[]
  place: PlaceView
  producer: ProducerCardView
  /** empty string: nothing is said */
  texts: Record<TextName, string>
  price: { min: number | null; max: number | null; unit: string } | null
  gtin: string | null
  codes: CodeView[]
  sources: SourceView[]
  /** other products of the producer, or of its set in the province; may be empty */
  related: ProductCardView[]
  updatedOn: string
  today: string
  demonstration: boolean
}

/** "How to check a product"; `query` is what was typed into its box, if it named nothing. */
export interface VerifyView {
  query: string
  today: string
  demonstration: boolean
}

/** A code that is not in the register: never a star. */
export interface UnknownCodeView {
  code: string
  /** likely slips of the pen: products whose code differs by little; may be empty */
  near: ProductCardView[]
  demonstration: boolean
}

export interface NotFoundView {
  demonstration: boolean
}

/** A product or producer that was once public. */
export interface GoneView {
  kind: 'product' | 'producer'
  publicId: string
  leftOn: string | null
  demonstration: boolean
}

/** Any other failure, in words already in the reader's language. */
export interface ProblemView {
  status: number
  detail: string
  requestId: string
}

export interface ApiView {
  products: number
  demonstration: boolean
}
