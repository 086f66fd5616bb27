import type { Read } from '../../platform/http/rows.ts'
import type { OutgoingValue } from '../../platform/spreadsheets/outgoing-sheet.ts'
import { streamWorkbook } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { listEntries } from './list-entries.ts'
import type { ListEntries } from './messages.ts'

const header = {
  vi: ['Số', 'Thời điểm', 'Ai', 'Vai trò', 'Loại', 'Việc', 'Số bản ghi', 'Lý do', 'Đường dẫn', 'Mã yêu cầu'],
  en: ['Number', 'Moment', 'Who', 'Role', 'Kind', 'What', 'Records', 'Reason', 'Route', 'Request'],
} as const

type Reading = Pick<Read, 'db' | 'actor' | 'locale'>

/** The filtered log as a workbook, read a page at a time while it is sent. */
export async function exportEntries(reading: Reading, filter: ListEntries) {
  const { total } = await listEntries(reading, { ...filter, limit: 1 })
  return {
    body: streamWorkbook([
      {
        name: reading.locale === 'vi' ? 'Nhật ký' : 'Audit log',
        hasHeader: true,
        widths: [10, 18, 28, 26, 10, 80, 12, 40, 44, 38],
        rows: entryRows(reading, filter),
      },
    ]),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    downloadName: reading.locale === 'vi' ? 'nhat-ky.xlsx' : 'audit-log.xlsx',
    rows: total,
  }
}

async function* entryRows(reading: Reading, filter: ListEntries): AsyncIterable<readonly OutgoingValue[]> {
  yield header[reading.locale]
  let cursor: string | null | undefined = filter.cursor
  do {
    const page = await listEntries(reading, { ...filter, limit: 200, ...(cursor && { cursor }) })
    for (const line of page.items) {
      const what = line.does.map(({ name, text }) => (name === null ? text : `${name}: ${text}`)).join('\n')
      yield [
        line.number,
        line.at,
        line.who.name,
        line.who.role,
        line.kind,
        what,
        line.rows,
        line.reason,
        line.route,
        line.requestId,
      ]
    }
    cursor = page.next
  } while (cursor)
}
