import { today } from '../../platform/clock/clock.ts'
import type { Read } from '../../platform/http/rows.ts'
import { unscopedListCards } from './card-queries.ts'
import { classificationOf } from './classification.ts'
import { noFilters } from './filters.ts'
import { unscopedFindProducer } from './find-producer.ts'
import { toProducerItem } from './list-producers.ts'
import type { Producer } from './messages.ts'
import { unscopedProducerAbout } from './producer-queries.ts'
import { toProductItem } from './product-item.ts'
import { refuse } from './refusals.ts'
import { recordedPlaceOf } from './unit-names.ts'

/** A producer with at most this many of its products; more are found by the list of products. */
export const mostProducts = 200

/** One public producer with its products. Gone: 410; never known: 404. */
export async function readProducer(
  { db, now }: Pick<Read, 'db' | 'now'>,
  input: { publicId: string },
): Promise<Producer> {
  const day = today(now)
  const sought = await unscopedFindProducer(db, input.publicId)
  if (sought.state === 'gone') throw refuse('producer-gone')
  if (sought.state === 'unknown') throw refuse('producer-unknown')
  const { producer } = sought
  const [about, rows, { kinds }] = await Promise.all([
    unscopedProducerAbout(db, producer.producer_id),
    unscopedListCards(db, {
      filters: noFilters,
      sort: 'name',
      limit: mostProducts,
      producerId: producer.producer_id,
      day,
    }),
    classificationOf(db),
  ])
  if (about === undefined) throw refuse('producer-unknown')
  const kind = kinds.get(producer.kind_code)
  return {
    ...toProducerItem(producer),
    kindName: { code: producer.kind_code, nameVi: kind?.nameVi ?? '', nameEn: kind?.nameEn ?? '' },
    introduction: about.introduction ?? '',
    recordedAs: await recordedPlaceOf(db, about.unitScheme, about.unitCode),
    contacts: {
      phone: about.phone,
      email: about.email,
      website: about.website,
      postalAddress: about.postalAddress,
    },
    productItems: rows.map((row) => toProductItem(row, day)),
  }
}
