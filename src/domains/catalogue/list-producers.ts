import type { z } from 'zod'
import type { Read } from '../../platform/http/rows.ts'
import { producerAddress, slugOf } from '../../ui/addresses.ts'
import { readCursor, writeCursor } from './cursors.ts'
import { matchAll } from './match-concepts.ts'
import type { ListProducers, ProducerItem, ProducerList } from './messages.ts'
import { type ProducerRow, unscopedCountProducers, unscopedListProducers } from './producer-queries.ts'
import { readFilters } from './read-filters.ts'
import { refuse } from './refusals.ts'
import { understand } from './understand.ts'

/** A producer as the API lists it. */
export function toProducerItem(row: ProducerRow): z.infer<typeof ProducerItem> {
  return {
    publicId: row.public_id,
    name: row.name,
    address: producerAddress('vi', { publicId: row.public_id, slug: slugOf(row.name) }),
    kind: row.kind_code,
    province: { code: row.province_code, name: row.province_name },
    commune:
      row.commune_code === null || row.commune_name === null
        ? null
        : { code: row.commune_code, name: row.commune_name },
    products: row.products,
    bestStar: row.best_star,
    updatedAt: row.updated_at.toISOString(),
  }
}

function readAfter(cursor: string | undefined): { name: string; id: string } | null {
  if (cursor === undefined) return null
  const [name = '', id = ''] = readCursor(cursor, 2)
  if (!/^[0-9a-f-]{36}$/.test(id)) throw refuse('cursor-unreadable')
  return { name, id }
}

/** Producers that have public products, by name, narrowed by words, province and kind. */
export async function listProducers(
  { db }: Read,
  input: z.infer<typeof ListProducers>,
): Promise<z.infer<typeof ProducerList>> {
  const { province, kinds } = readFilters(input)
  const concepts = (await understand(db, input.q ?? '')).concepts
  const tsquery = concepts.length === 0 ? null : matchAll(concepts).tsquery
  const page = { tsquery, province, kinds }
  const [rows, total] = await Promise.all([
    unscopedListProducers(db, { ...page, after: readAfter(input.cursor), limit: input.limit + 1 }),
    unscopedCountProducers(db, page),
  ])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(toProducerItem),
    total,
    next: last === undefined ? null : writeCursor([last.sort_name, last.producer_id]),
  }
}
