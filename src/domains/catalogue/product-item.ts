import { pictureAddress, producerAddress, productAddress, slugOf } from '../../ui/addresses.ts'
import type { CardRow } from './card-queries.ts'
import { toStanding } from './card-view.ts'
import type { ProductItem } from './messages.ts'

const placeStates = ['decided', 'undecided', 'province-only'] as const

function isCertain(row: CardRow, day: string): boolean {
  const isLastYear = day > row.expires_on && day <= row.expires_by
  return !isLastYear && !(row.decided_on === null && day.slice(0, 4) === String(row.decided_year))
}

function priceOf(row: CardRow): ProductItem['price'] {
  if (row.price_min === null && row.price_max === null) return null
  return { min: row.price_min, max: row.price_max, unit: row.price_unit }
}

/** A card as the API answers it. */
export function toProductItem(row: CardRow, day: string): ProductItem {
  return {
    publicId: row.public_id,
    name: row.name,
    address: productAddress('vi', { publicId: row.public_id, slug: slugOf(row.name) }),
    producer: {
      publicId: row.producer_public_id,
      name: row.producer_name,
      kind: row.producer_kind,
      address: producerAddress('vi', { publicId: row.producer_public_id, slug: slugOf(row.producer_name) }),
    },
    group: row.group_code,
    set: row.set_code,
    place: {
      province: { code: row.province_code, name: row.province_name },
      commune:
        row.commune_code === null || row.commune_name === null
          ? null
          : { code: row.commune_code, name: row.commune_name },
      recordedAs: row.recorded_place,
      state: placeStates.find((state) => state === row.place_state) ?? 'undecided',
    },
    star: row.star,
    standing: toStanding(row.standing),
    isCertain: isCertain(row, day),
    decidedOn: row.decided_on,
    decidedYear: row.decided_year,
    decisionNumber: row.decision_number,
    authorityName: row.authority_name,
    expiresOn: row.expires_on,
    expiresBy: row.expires_by,
    picture: row.picture_id === null ? null : pictureAddress(row.picture_id, 800),
    price: priceOf(row),
    demonstration: row.demonstration,
    updatedAt: row.updated_at.toISOString(),
  }
}
