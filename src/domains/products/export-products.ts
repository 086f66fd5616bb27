import type { Read } from '../../platform/http/rows.ts'
import type { OutgoingValue } from '../../platform/spreadsheets/outgoing-sheet.ts'
import { streamWorkbook } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { toPlace, writeCursor } from '../producers/index.ts'
import { listClassification } from './list-classification.ts'
import {
  everyProduct,
  type ListedProduct,
  type Narrowing,
  type ProductFilter,
  visibleProducts,
} from './list-products.ts'

const header = {
  vi: [
    'Mã định danh',
    'Sản phẩm',
    'Chủ thể',
    'Mã chủ thể',
    'Nhóm',
    'Bộ sản phẩm',
    'Mã sản phẩm',
    'GTIN',
    'Địa bàn đã ghi',
    'Xã, phường hiện nay',
    'Tỉnh, thành phố',
    'Giá thấp nhất',
    'Giá cao nhất',
    'Đơn vị giá',
    'Mùa vụ',
    'Sản lượng',
  ],
  en: [
    'Identifier',
    'Product',
    'Producer',
    'Producer identifier',
    'Group',
    'Set',
    'Product codes',
    'GTIN',
    'Unit as recorded',
    'Present commune',
    'Province',
    'Lowest price',
    'Highest price',
    'Price unit',
    'Season',
    'Capacity',
  ],
} as const
const rowsAtOnce = 500

/** What a higher domain adds to the workbook: which products, and further cells of each. */
export interface MoreColumns {
  narrowing: Narrowing
  header: { vi: readonly string[]; en: readonly string[] }
  cellsOf: (productIds: string[]) => Promise<ReadonlyMap<string, readonly OutgoingValue[]>>
}

const noMore: MoreColumns = { narrowing: everyProduct, header: { vi: [], en: [] }, cellsOf: async () => new Map() }

type Reading = Pick<Read, 'db' | 'actor' | 'locale'>

/** A workbook of exactly the products that the list shows under this filter, read a page at a time while it is sent. */
export function exportProducts(reading: Reading, filter: ProductFilter, more: MoreColumns = noMore) {
  return {
    body: streamWorkbook([
      {
        name: reading.locale === 'vi' ? 'Sản phẩm' : 'Products',
        hasHeader: true,
        widths: [14, 44, 44, 14, 24, 36, 26, 16, 44, 28, 18, 14, 14, 14, 24, 24],
        rows: productRows(reading, filter, more),
      },
    ]),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    downloadName: reading.locale === 'vi' ? 'san-pham.xlsx' : 'products.xlsx',
  }
}

async function* productRows(
  { db, actor, locale }: Reading,
  filter: ProductFilter,
  more: MoreColumns,
): AsyncIterable<readonly OutgoingValue[]> {
  yield [...header[locale], ...more.header[locale]]
  const [gazetteer, names] = await Promise.all([gazetteerOf(db), classNames(db, locale)])
  let cursor = filter.cursor
  for (;;) {
    const found = await visibleProducts(
      { db, actor, narrowing: more.narrowing },
      { ...filter, cursor, limit: rowsAtOnce },
    )
    const page = found.slice(0, rowsAtOnce)
    const added = await more.cellsOf(page.map((row) => row.id))
    for (const row of page) yield [...toCells(row, names, toPlace(gazetteer, row)), ...(added.get(row.id) ?? [])]
    const last = found[rowsAtOnce - 1]
    if (found.length <= rowsAtOnce || last === undefined) return
    cursor = writeCursor(last.sortValue, last.id)
  }
}

function toCells(row: ListedProduct, names: ReadonlyMap<string, string>, place: ReturnType<typeof toPlace>) {
  return [
    row.publicId,
    row.name,
    row.producerName,
    row.producerPublicId,
    names.get(row.groupCode ?? '') ?? null,
    names.get(row.setCode ?? '') ?? null,
    row.codes.join('; '),
    row.gtin,
    place.recorded?.name,
    place.communeName,
    place.provinceName,
    row.priceMin,
    row.priceMax,
    row.priceUnit,
    row.season,
    row.capacity,
  ]
}

async function classNames(db: Read['db'], locale: Read['locale']): Promise<Map<string, string>> {
  const { groups } = await listClassification({ db })
  const sets = groups.flatMap((group) => group.subgroups.flatMap((subgroup) => subgroup.sets))
  return new Map([...groups, ...sets].map((named) => [named.code, locale === 'vi' ? named.nameVi : named.nameEn]))
}
