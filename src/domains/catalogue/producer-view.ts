import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { PageOutcome, Read } from '../../platform/http/rows.ts'
import { producerAddress, slugOf } from '../../ui/addresses.ts'
import { unscopedListCards } from './card-queries.ts'
import { nameIn } from './classification.ts'
import { noFilters } from './filters.ts'
import { unscopedFindProducer } from './find-producer.ts'
import type { SubjectPage } from './page-messages.ts'
import { toPlaceView } from './place-view.ts'
import { unscopedProducerAbout } from './producer-queries.ts'
import { mostProducts } from './read-producer.ts'
import { refuse } from './refusals.ts'
import { isDemonstration, tellCards, tellingOf } from './telling.ts'
import { recordedPlaceOf } from './unit-names.ts'
import type { GoneView, ProducerView } from './views.ts'

/** What a producer's address shows: the producer, or that it is no longer there. */
export type ProducerPageView = { shown: 'producer'; producer: ProducerView } | { shown: 'gone'; gone: GoneView }

/** A producer's page; a merged one and another spelling of its address move to the one canonical address. */
export async function showProducer(
  context: Read,
  input: z.infer<typeof SubjectPage>,
): Promise<PageOutcome<ProducerPageView>> {
  const { db, now, locale } = context
  const sought = await unscopedFindProducer(db, input.publicId)
  if (sought.state === 'unknown') throw refuse('producer-unknown')
  if (sought.state === 'gone') {
    const gone = { name: sought.name, reason: 'withdrawn' as const, mergedInto: null, goneOn: today(sought.goneOn) }
    return { status: 410, view: { shown: 'gone', gone } }
  }
  const row = sought.producer
  const canonical = { publicId: row.public_id, slug: slugOf(row.name) }
  const pageAddress = producerAddress(locale, canonical)
  if (input.publicId !== canonical.publicId || input.slug !== canonical.slug) return { movedTo: pageAddress }
  const telling = await tellingOf(db, now, locale)
  const [about, products] = await Promise.all([
    unscopedProducerAbout(db, row.producer_id),
    unscopedListCards(db, {
      filters: noFilters,
      sort: 'star',
      limit: mostProducts,
      producerId: row.producer_id,
      day: telling.day,
    }),
  ])
  const recorded = await recordedPlaceOf(db, about?.unitScheme ?? null, about?.unitCode ?? null)
  const producer = {
    demonstration: await isDemonstration(db),
    publicId: row.public_id,
    name: row.name,
    kindName: nameIn(locale, telling.classification.kinds.get(row.kind_code)),
    // A household's tax number is a person's identity number since 2025, so the public page names none.
    taxNumber: null,
    place: toPlaceView(row, recorded, { placeState: about?.placeState ?? 'undecided', locale }),
    contacts: { phone: about?.phone ?? null, email: about?.email ?? null, website: about?.website ?? null },
    introduction: about?.introduction || null,
    products: await tellCards(db, telling, products),
    pageAddress,
  }
  return { view: { shown: 'producer', producer } }
}
