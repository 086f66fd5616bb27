import type { PageSetting } from '../../../platform/http/rows.ts'
import type { ProducerView, ProductView } from '../views.ts'

function offerOf({ price }: ProductView) {
  const [low, high] = [price?.lowest ?? price?.highest ?? null, price?.highest ?? price?.lowest ?? null]
  if (low === null || high === null) return undefined
  return { '@type': 'AggregateOffer', priceCurrency: 'VND', lowPrice: low, highPrice: high }
}

/** The product in schema.org's words, saying no more than its page: stars only while they may be used. */
export function productLinkedData(view: ProductView, setting: PageSetting, placeName: string) {
  const { standing } = view
  const isRunning = standing.standing === 'valid' || standing.standing === 'expiring'
  const certification =
    isRunning && standing.star !== null
      ? {
          '@type': 'Certification',
          name: `OCOP ${standing.star}★`,
          certificationStatus: 'https://schema.org/CertificationActive',
          ...(standing.decisionNumber !== null && { certificationIdentification: standing.decisionNumber }),
          ...(standing.decidedOn !== null && { datePublished: standing.decidedOn }),
          ...(standing.expiresOn !== null && standing.isCertain && { expires: standing.expiresOn }),
          ...(standing.authorityName !== null && {
            issuedBy: { '@type': 'GovernmentOrganization', name: standing.authorityName },
          }),
        }
      : undefined
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': setting.publicUrl + view.pageAddress,
    url: setting.publicUrl + view.pageAddress,
    name: view.name,
    productID: view.publicId,
    category: view.setName || view.mark.name,
    ...(view.description !== null && { description: view.description }),
    ...(view.gtin !== null && { gtin: view.gtin }),
    ...(view.pictures.length > 0 && { image: view.pictures.map(({ address }) => setting.publicUrl + address) }),
    manufacturer: {
      '@type': 'Organization',
      name: view.producer.name,
      url: setting.publicUrl + view.producer.address,
    },
    countryOfOrigin: { '@type': 'Country', name: 'VN' },
    ...(placeName !== '' && { productionPlace: placeName }),
    hasCertification: certification,
    offers: offerOf(view),
  }
}

/** The producer in schema.org's words, contacts only where it agreed to publish them. */
export function producerLinkedData(view: ProducerView, setting: PageSetting, placeName: string) {
  const { contacts } = view
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': setting.publicUrl + view.pageAddress,
    url: setting.publicUrl + view.pageAddress,
    name: view.name,
    ...(view.taxNumber !== null && { taxID: view.taxNumber }),
    address: { '@type': 'PostalAddress', addressCountry: 'VN', addressLocality: placeName },
    ...(contacts.phone !== null && { telephone: contacts.phone }),
    ...(contacts.email !== null && { email: contacts.email }),
    ...(contacts.website !== null && { sameAs: contacts.website }),
  }
}
