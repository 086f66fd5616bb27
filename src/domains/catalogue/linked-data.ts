import { homeAddress, searchAddress } from '../../ui/addresses.ts'
import type { ProducerView, ProductView, StandingView } from './views.ts'

type Linked = Record<string, unknown>

/** Where a page stands and in which language, for the names and absolute addresses of linked data. */
export interface LinkedSetting {
  locale: 'vi' | 'en'
  publicUrl: string
}

const context = 'https://schema.org'
const words = {
  vi: { home: 'Trang chủ', stars: (star: number) => `OCOP ${star} sao`, certificate: 'Giấy chứng nhận sản phẩm OCOP' },
  en: { home: 'Home', stars: (star: number) => `OCOP ${star} stars`, certificate: 'OCOP product certificate' },
} as const

/** schema.org's trail of pages above this one. */
function trail({ publicUrl }: LinkedSetting, steps: readonly { name: string; address: string }[]): Linked {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: publicUrl + address,
    })),
  }
}

const holds = (standing: StandingView) => standing.standing === 'valid' || standing.standing === 'expiring'

/** The certificate as schema.org has it: a mark given by an authority, not the opinion of buyers, so never an aggregateRating. */
function certificationOf(standing: StandingView, { locale }: LinkedSetting): Linked | null {
  if (standing.star === null) return null
  return {
    '@type': 'Certification',
    name: `${words[locale].certificate}: ${words[locale].stars(standing.star)}`,
    certificationStatus: holds(standing) ? 'CertificationActive' : 'CertificationInactive',
    ...(standing.decisionNumber !== null && { certificationIdentification: standing.decisionNumber }),
    ...(standing.authorityName !== null && {
      issuedBy: { '@type': 'GovernmentOrganization', name: standing.authorityName },
    }),
    ...(standing.decidedOn !== null && { validFrom: standing.decidedOn }),
    ...(standing.expiresOn !== null && { expires: standing.expiresOn }),
    certificationRating: { '@type': 'Rating', ratingValue: standing.star, bestRating: 5, worstRating: 1 },
  }
}

/** What a product's page says, in schema.org's words; an award is named only while the certificate is valid. */
export function productLinkedData(view: ProductView, setting: LinkedSetting): Linked[] {
  const { publicUrl, locale } = setting
  const { standing } = view
  const certification = certificationOf(standing, setting)
  const product = {
    '@context': context,
    '@type': 'Product',
    '@id': publicUrl + view.pageAddress,
    url: publicUrl + view.pageAddress,
    name: view.name,
    sku: view.publicId,
    category: view.setName || view.mark.name,
    countryOfOrigin: { '@type': 'Country', name: 'VN' },
    manufacturer: { '@type': 'Organization', name: view.producer.name, url: publicUrl + view.producer.address },
    ...(view.description !== null && { description: view.description }),
    ...(view.gtin !== null && { gtin: view.gtin }),
    ...(view.pictures.length > 0 && { image: view.pictures.map((picture) => publicUrl + picture.address) }),
    ...(standing.star !== null && holds(standing) && { award: words[locale].stars(standing.star) }),
    ...(certification !== null && { hasCertification: certification }),
  }
  const steps = [
    { name: words[locale].home, address: homeAddress(locale) },
    { name: view.mark.name, address: view.groupAddress },
    { name: view.name, address: view.pageAddress },
  ]
  return [product, trail(setting, steps)]
}

/** What a producer's page says, in schema.org's words. */
export function producerLinkedData(view: ProducerView, setting: LinkedSetting): Linked[] {
  const { publicUrl, locale } = setting
  const { contacts, place } = view
  const organization = {
    '@context': context,
    '@type': 'Organization',
    '@id': publicUrl + view.pageAddress,
    url: publicUrl + view.pageAddress,
    name: view.name,
    identifier: view.publicId,
    ...(view.introduction !== null && { description: view.introduction }),
    ...(place.province !== null && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'VN',
        addressRegion: place.province.label,
        ...(place.commune !== null && { addressLocality: place.commune.label }),
      },
    }),
    ...(contacts.phone !== null && { telephone: contacts.phone }),
    ...(contacts.email !== null && { email: contacts.email }),
    ...(contacts.website !== null && { sameAs: contacts.website }),
  }
  const steps = [
    { name: words[locale].home, address: homeAddress(locale) },
    ...(place.province === null ? [] : [{ name: place.province.label, address: place.province.address }]),
    { name: view.name, address: view.pageAddress },
  ]
  return [organization, trail(setting, steps)]
}

/** The site itself with its search box, for the front page. */
export function siteLinkedData({ publicUrl, locale }: LinkedSetting): Linked[] {
  return [
    {
      '@context': context,
      '@type': 'WebSite',
      url: publicUrl + homeAddress(locale),
      name: 'OCOP',
      inLanguage: locale,
      potentialAction: {
        '@type': 'SearchAction',
        target: `${publicUrl}${searchAddress(locale, { q: '', filters: {} })}?q={search_term_string}`,
        'query-input': 'required name=search_term_string',
      },
    },
  ]
}

/** JSON that may stand inside a script element: nothing in it can end the element. */
export function linkedDataText(linked: Linked): string {
  return JSON.stringify(linked).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
}
