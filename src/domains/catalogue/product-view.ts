import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { PageOutcome, Read } from '../../platform/http/rows.ts'
import { producerAddress, productAddress, qrAddress, searchAddress, slugOf } from '../../ui/addresses.ts'
import { unscopedListCards } from './card-queries.ts'
import { type Telling, toMark, toPictureView } from './card-view.ts'
import { nameIn } from './classification.ts'
import { factGroupsOf } from './fact-groups.ts'
import { noFilters } from './filters.ts'
import { unscopedFindProduct } from './find-product.ts'
import type { SubjectPage } from './page-messages.ts'
import { toPlaceView } from './place-view.ts'
import { type ProductDetail, unscopedProductDetail } from './product-detail.ts'
import { refuse } from './refusals.ts'
import { readSeasonMonths } from './rules.ts'
import { toRecognitionViews, toStandingView } from './standing-view.ts'
import { tellCards, tellingOf } from './telling.ts'
import type { GoneView, ProductView } from './views.ts'

/** What a product's address shows: the product, or that it is no longer there. */
export type ProductPageView = { shown: 'product'; product: ProductView } | { shown: 'gone'; gone: GoneView }

const otherProducts = 6

/** A product's page; another spelling of its address, an older code and a merged product move to the one canonical address. */
export async function showProduct(
  context: Read,
  input: z.infer<typeof SubjectPage>,
): Promise<PageOutcome<ProductPageView>> {
  const { db, now, locale } = context
  const telling = await tellingOf(db, now, locale)
  const sought = await unscopedFindProduct(db, input.publicId)
  if (sought.state === 'unknown') throw refuse('product-unknown')
  if (sought.state === 'gone') {
    const goneOn = sought.goneOn === null ? null : today(sought.goneOn)
    return {
      status: 410,
      view: { shown: 'gone', gone: { name: sought.name, reason: 'withdrawn', mergedInto: null, goneOn } },
    }
  }
  const detail = await unscopedProductDetail(db, sought.productId, telling.day)
  if (detail === undefined) throw refuse('product-unknown')
  const canonical = { publicId: detail.card.public_id, slug: slugOf(detail.card.name) }
  if (input.publicId !== canonical.publicId || input.slug !== canonical.slug)
    return { movedTo: productAddress(locale, canonical) }
  return { view: { shown: 'product', product: await tellProduct(context, telling, detail) } }
}

async function tellProduct({ db }: Read, telling: Telling, detail: ProductDetail): Promise<ProductView> {
  const { card, about } = detail
  const { language, day } = telling
  const [kin, facts] = await Promise.all([
    unscopedListCards(db, {
      filters: noFilters,
      sort: 'star',
      limit: otherProducts + 1,
      producerId: card.producer_id,
      day,
    }),
    factGroupsOf(db, card.product_id),
  ])
  const others = kin.filter((row) => row.product_id !== card.product_id).slice(0, otherProducts)
  return {
    demonstration: card.demonstration,
    publicId: card.public_id,
    legalCodes: detail.codes,
    gtin: about.gtin,
    name: card.name,
    mark: toMark(telling, card.group_code, card.set_code),
    setName: nameIn(language, telling.classification.sets.get(card.set_code ?? '')),
    groupAddress: searchAddress(language, {
      q: '',
      filters: card.group_code === null ? {} : { group: [card.group_code] },
    }),
    pictures: detail.pictures.map((picture) => toPictureView(picture, 800, card.name)),
    standing: toStandingView(detail, day),
    producer: {
      name: card.producer_name,
      kindName: nameIn(language, telling.classification.kinds.get(card.producer_kind)),
      address: producerAddress(language, { publicId: card.producer_public_id, slug: slugOf(card.producer_name) }),
      otherProducts: await tellCards(db, telling, others),
    },
    place: toPlaceView(card, card.recorded_place, { placeState: card.place_state, locale: language }),
    ...textsOf(detail),
    price: priceOf(detail),
    seasonMonths: readSeasonMonths(about.season),
    recognitions: toRecognitionViews(detail),
    facts,
    qrAddress: qrAddress({ publicId: card.public_id }),
    pageAddress: productAddress(language, { publicId: card.public_id, slug: slugOf(card.name) }),
    reportAddress: null,
    updatedOn: today(card.updated_at),
  }
}

function textsOf({ about }: ProductDetail) {
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  return {
    story: orNull(about.story),
    description: orNull(about.description),
    ingredients: orNull(about.ingredients),
    usage: orNull(about.usage),
    storage: orNull(about.storage),
    packaging: orNull(about.packaging),
  }
}

function priceOf({ card }: ProductDetail): ProductView['price'] {
  if (card.price_min === null && card.price_max === null) return null
  return { lowest: card.price_min, highest: card.price_max, unit: card.price_unit || null }
}
