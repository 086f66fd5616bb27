/** What public pages show: plain values, no formatting. Days are ISO 'YYYY-MM-DD'; money is đồng; addresses are hrefs made by the queries. */
export type Standing = 'valid' | 'expiring' | 'lapsed' | 'suspended' | 'revoked' | 'replaced' | 'not-recognised'
export type SourceLevel = 'A' | 'B' | 'C'
export type Link = { label: string; address: string }
export type PictureView = {
  address: string
  width: number
  height: number
  alt: string
  author: string | null
  licence: string | null
}
/** Roman numeral of the group, and the subgroup's code within it when known. */
export type GroupMark = { group: 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI'; subgroup: number | null; name: string }
export type PlaceView = { asRecorded: string; commune: Link | null; province: Link | null; isDecided: boolean }
export type ProductCardView = {
  publicId: string
  address: string
  name: string
  producerName: string
  placeName: string
  star: number | null
  standing: Standing
  expiresOn: string | null
  mark: GroupMark
  picture: PictureView | null
}
export type StandingView = {
  standing: Standing
  /** False while only the year of recognition is known and the exact day is not. */
  isCertain: boolean
  star: number | null
  expiresOn: string | null
  decidedOn: string | null
  decidedYear: number | null
  decisionNumber: string | null
  authorityName: string | null
  heldFrom: string | null
  heldUntil: string | null
  reason: string | null
  today: string
}
export type SourceView = {
  id: string
  level: SourceLevel
  title: string
  reference: string | null
  page: string | null
  checkedOn: string | null
  address: string | null
}
export type RecognitionView = {
  kind: 'first' | 'upgrade' | 're-evaluation' | 'historical'
  star: number
  standing: Standing
  decisionNumber: string | null
  decidedOn: string | null
  decidedYear: number | null
  authorityName: string | null
  expiresOn: string | null
  source: SourceView | null
}
export type FactGroupView = {
  fieldGroup: 'identity' | 'place' | 'description' | 'price' | 'recognition' | 'contact'
  sources: SourceView[]
  /** Two or more statements that contradict each other, side by side; empty when the sources agree. */
  contradictions: { field: string; statements: { text: string; source: SourceView }[] }[]
}
export type PriceView = { lowest: number | null; highest: number | null; unit: string | null }
export type ProductView = {
  demonstration?: boolean
  publicId: string
  legalCodes: string[]
  gtin: string | null
  name: string
  mark: GroupMark
  setName: string
  groupAddress: string
  pictures: PictureView[]
  standing: StandingView
  producer: { name: string; kindName: string; address: string; otherProducts: ProductCardView[] }
  place: PlaceView
  story: string | null
  description: string | null
  ingredients: string | null
  usage: string | null
  storage: string | null
  packaging: string | null
  price: PriceView | null
  seasonMonths: number[]
  recognitions: RecognitionView[]
  facts: FactGroupView[]
  qrAddress: string
  pageAddress: string
  reportAddress: string | null
  updatedOn: string
}
export type ProducerView = {
  demonstration?: boolean
  publicId: string
  name: string
  kindName: string
  taxNumber: string | null
  place: PlaceView
  /** Only what the producer agreed to publish. */
  contacts: { phone: string | null; email: string | null; website: string | null }
  introduction: string | null
  products: ProductCardView[]
  pageAddress: string
}
export type ProvinceCountView = { code: string; name: string; address: string; products: number }
export type GroupCountView = GroupMark & { address: string; products: number }
export type HomeView = {
  demonstration?: boolean
  today: string
  counts: { products: number; producers: number; validToday: number; fiveStar: number }
  groups: GroupCountView[]
  provinces: ProvinceCountView[]
  newest: (ProductCardView & { decidedOn: string | null })[]
}
export type FacetName = 'province' | 'commune' | 'group' | 'set' | 'star' | 'standing' | 'producer-kind'
export type FacetOptionView = { value: string; label: string; count: number; isChosen: boolean }
/** A value of 'star' is a digit and of 'standing' a Standing; pages word those themselves and ignore the label. */
export type FacetView = { name: FacetName; options: FacetOptionView[]; isTruncated: boolean }
export type SortName = 'relevance' | 'newest' | 'star' | 'name' | 'expiry'
export type SearchView = {
  question: string
  scheme: 'present' | 'former'
  total: number
  isTotalExact: boolean
  page: number
  pages: number
  pageSize: number
  sort: SortName
  products: ProductCardView[]
  facets: FacetView[]
  chosen: { facet: FacetName; value: string; label: string; removeAddress: string }[]
  /** the query as it was understood or could have been meant, each with its search */
  spelling: Link[]
  /** how much of the query each product holds */
  matching?: 'all' | 'most' | 'some'
  /** true where the register holds generated products; the page then says so. Absent: false. */
  demonstration?: boolean
  /** Addresses of neighbouring pages, null at the ends. */
  previousAddress: string | null
  nextAddress: string | null
  clearAddress: string
}
export type ProvinceView = {
  demonstration?: boolean
  code: string
  name: string
  fullName: string
  formerProvinces: { name: string; address: string; products: number }[]
  counts: { products: number; producers: number; validToday: number; byStar: { star: number; products: number }[] }
  communes: { name: string; address: string; products: number }[]
  groups: GroupCountView[]
  products: ProductCardView[]
  allAddress: string
  provinces: ProvinceCountView[]
}
export type VerifyView = { question: string; matches: ProductCardView[]; isAsked: boolean }
export type UnknownCodeView = { code: string; reportAddress: string | null; similar: ProductCardView[] }
export type GoneView = { name: string; reason: 'merged' | 'withdrawn'; mergedInto: Link | null; goneOn: string | null }
export type FailureView = { reference: string; status: number }
export type ApiView = { products: number }
