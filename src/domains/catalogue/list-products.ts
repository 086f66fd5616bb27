import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Read } from '../../platform/http/rows.ts'
import { type Keyset, keysetOf, type ListSort, listSorts, unscopedListCards } from './card-queries.ts'
import { countFacets } from './count-facets.ts'
import { readCursor, writeCursor } from './cursors.ts'
import type { ListProducts, ProductList } from './messages.ts'
import { toProductItem } from './product-item.ts'
import { readFilters } from './read-filters.ts'
import { refuse } from './refusals.ts'

function readKeyset(cursor: string | undefined, sort: ListSort): Keyset | null {
  if (cursor === undefined) return null
  const [given = '', key = '', name = '', id = ''] = readCursor(cursor, 4)
  const isOfSort = listSorts.some((one) => one === given) && given === sort
  const isKey = sort === 'name' ? true : sort === 'star' ? /^[345]$/.test(key) : /^\d{4}-\d{2}-\d{2}$/.test(key)
  if (!isOfSort || !isKey || !/^[0-9a-f-]{36}$/.test(id)) throw refuse('cursor-unreadable')
  return { sort, key, name, id }
}

/** Public products, narrowed and in order; the cursor walks through all of them, each once. */
export async function listProducts(
  { db, now }: Read,
  input: z.infer<typeof ListProducts>,
): Promise<z.infer<typeof ProductList>> {
  const day = today(now)
  const filters = readFilters(input)
  const { sort, limit } = input
  const after = readKeyset(input.cursor, sort)
  const [rows, { total }] = await Promise.all([
    unscopedListCards(db, { filters, sort, limit: limit + 1, after, day }),
    countFacets(db, filters, day),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const keyset = last === undefined || rows.length <= limit ? null : keysetOf(sort, last)
  return {
    items: shown.map((row) => toProductItem(row, day)),
    total,
    next: keyset === null ? null : writeCursor([keyset.sort, keyset.key, keyset.name, keyset.id]),
  }
}
