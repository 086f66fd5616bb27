import type { Read } from '../../platform/http/rows.ts'
import type { OutgoingValue } from '../../platform/spreadsheets/outgoing-sheet.ts'
import { streamWorkbook } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { listKinds } from './list-kinds.ts'
import { type ProducerFilter, visibleProducers } from './list-producers.ts'
import { writeCursor } from './paging.ts'
import { toPlace } from './place.ts'

const header = {
  vi: [
    'Mã định danh',
    'Chủ thể',
    'Loại hình',
    'Mã số thuế',
    'Tình trạng MST',
    'Địa chỉ',
    'Địa bàn đã ghi',
    'Xã, phường hiện nay',
    'Tỉnh, thành phố',
    'Người đại diện',
    'Điện thoại',
    'Thư điện tử',
    'Trang web',
  ],
  en: [
    'Identifier',
    'Producer',
    'Kind',
    'Tax number',
    'Tax number state',
    'Address',
    'Unit as recorded',
    'Present commune',
    'Province',
    'Representative',
    'Phone',
    'E-mail',
    'Website',
  ],
} as const
const taxStates = {
  vi: { missing: 'chưa có', valid: 'hợp lệ', flagged: 'cần kiểm tra' },
  en: { missing: 'missing', valid: 'valid', flagged: 'to be checked' },
} as const
const rowsAtOnce = 500

type Reading = Pick<Read, 'db' | 'actor' | 'locale'>

/** A workbook of exactly the producers that the list shows under this filter, read a page at a time while it is sent. */
export function exportProducers(reading: Reading, filter: ProducerFilter) {
  return {
    body: streamWorkbook([
      {
        name: reading.locale === 'vi' ? 'Chủ thể' : 'Producers',
        hasHeader: true,
        widths: [14, 44, 22, 16, 16, 44, 44, 28, 18, 24, 16, 28, 28],
        rows: producerRows(reading, filter),
      },
    ]),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    downloadName: reading.locale === 'vi' ? 'chu-the.xlsx' : 'producers.xlsx',
  }
}

async function* producerRows(
  { db, actor, locale }: Reading,
  filter: ProducerFilter,
): AsyncIterable<readonly OutgoingValue[]> {
  yield header[locale]
  const [gazetteer, kinds] = await Promise.all([gazetteerOf(db), listKinds({ db })])
  const kindNames = new Map(kinds.items.map((kind) => [kind.code, locale === 'vi' ? kind.nameVi : kind.nameEn]))
  let cursor = filter.cursor
  for (;;) {
    const found = await visibleProducers(db, actor, { ...filter, cursor, limit: rowsAtOnce })
    for (const row of found.slice(0, rowsAtOnce)) {
      const place = toPlace(gazetteer, row)
      yield [
        row.publicId,
        row.name,
        kindNames.get(row.kindCode) ?? row.kindCode,
        row.taxNumber,
        taxStates[locale][row.taxNumberState],
        row.addressText,
        place.recorded?.name,
        place.communeName,
        place.provinceName,
        row.representative,
        row.phone,
        row.email,
        row.website,
      ]
    }
    const last = found[rowsAtOnce - 1]
    if (found.length <= rowsAtOnce || last === undefined) return
    cursor = writeCursor(last.sortValue, last.id)
  }
}
