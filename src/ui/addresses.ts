import { slugify } from '../platform/text/fold.ts'

export type Language = 'vi' | 'en'

const prefix = { vi: '', en: '/en' } as const satisfies Record<Language, string>

/** The front page. */
export function homeAddress(language: Language): string {
  return language === 'vi' ? '/' : '/en'
}

/** A product's canonical page; the slug is only for people, another one is moved here. */
export function productAddress(language: Language, product: { publicId: string; slug: string }): string {
  return `${prefix[language]}/san-pham/${product.publicId}/${product.slug}`
}

/** A producer's canonical page. */
export function producerAddress(language: Language, producer: { publicId: string; slug: string }): string {
  return `${prefix[language]}/chu-the/${producer.publicId}/${producer.slug}`
}

/** A present province's page. */
export function provinceAddress(language: Language, province: { code: string; slug: string }): string {
  return `${prefix[language]}/tinh/${province.code}/${province.slug}`
}

/** The page that tells how to check a product; its form sends the code as `q`. */
export function verifyAddress(language: Language): string {
  return `${prefix[language]}/kiem-tra`
}

/** The page about the public API. */
export function apiAddress(language: Language): string {
  return `${prefix[language]}/api`
}

/** Names of the query's parameters, in the order in which a canonical address has them. */
export const facetParameters = [
  'province',
  'commune',
  'oldProvince',
  'oldDistrict',
  'oldCommune',
  'group',
  'set',
  'star',
  'standing',
  'kind',
] as const
export type FacetParameter = (typeof facetParameters)[number]

interface Query {
  q: string
  filters: Partial<Record<FacetParameter, string[]>>
  sort?: string
  page?: number
}

const defaultSorts = ['relevance', 'newest']

/** The search page for a query; lists are joined by commas, and what is the default is left out, so one query has one address. */
export function searchAddress(language: Language, query: Query): string {
  const parameters: [string, string][] = []
  if (query.q !== '') parameters.push(['q', query.q])
  for (const name of facetParameters) {
    const values = query.filters[name] ?? []
    if (values.length > 0) parameters.push([name, values.map(encodeURIComponent).join(',')])
  }
  const isDefaultSort = query.sort === undefined || query.sort === defaultSorts[query.q === '' ? 1 : 0]
  if (!isDefaultSort && query.sort !== undefined) parameters.push(['sort', query.sort])
  if (query.page !== undefined && query.page > 1) parameters.push(['page', String(query.page)])
  const search = parameters.map(([name, value]) => `${name}=${name === 'q' ? encodeURIComponent(value) : value}`)
  return `${prefix[language]}/tim-kiem${search.length > 0 ? `?${search.join('&')}` : ''}`
}

/** The QR code of a product's page, as SVG. */
export function qrAddress(product: { publicId: string }): string {
  return `/san-pham/${product.publicId}/qr.svg`
}

/** A picture in one of the widths that are kept: 320, 800, 1600. */
export function pictureAddress(pictureId: string, width: 320 | 800 | 1600): string {
  return `/pictures/${pictureId}/${width}.webp`
}

/** The same page in another language, from the path of either (query included). */
export function inLanguage(language: Language, path: string): string {
  const bare = path === '/en' ? '/' : path.startsWith('/en/') || path.startsWith('/en?') ? path.slice(3) : path
  if (language === 'vi') return bare.startsWith('/') ? bare : `/${bare}`
  return bare === '/' ? '/en' : bare.startsWith('/?') ? `/en${bare.slice(1)}` : `/en${bare}`
}

/** The readable part of an address. */
export function slugOf(name: string): string {
  return slugify(name) || '-'
}
