import type { FileAnswer, Locale, Read } from '../../platform/http/rows.ts'
import { streamWorkbook } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { listRows } from './list-rows.ts'
import type { RowView } from './messages.ts'

const headings: Record<Locale, string[]> = {
  vi: ['Dòng', 'Cột', 'Mục', 'Đã ghi', 'Vấn đề', 'Gợi ý', 'Đã xử lý'],
  en: ['Row', 'Column', 'Field', 'Written', 'Problem', 'Suggestion', 'Settled'],
}

async function* problemRows(context: Read, batchId: string): AsyncGenerator<(string | number)[]> {
  yield headings[context.locale]
  let cursor: string | undefined
  do {
    const page: { items: RowView[]; next: string | null } = await listRows(context, { batchId, cursor, limit: 200 })
    for (const row of page.items) {
      for (const problem of row.problems) {
        const settled = problem.resolved ? (context.locale === 'vi' ? 'rồi' : 'yes') : ''
        yield [
          row.rowNumber,
          problem.letter,
          problem.field ?? '',
          problem.found,
          problem.message,
          problem.suggestion?.value ?? '',
          settled,
        ]
      }
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

/** Every problem of a batch as a spreadsheet, to send to whoever can answer it. */
export async function exportProblems(context: Read, { batchId }: { batchId: string }): Promise<FileAnswer> {
  const first = await listRows(context, { batchId, limit: 1 })
  return {
    body: streamWorkbook([
      {
        name: context.locale === 'vi' ? `Vấn đề (${first.total} dòng)` : `Problems (${first.total} rows)`,
        rows: problemRows(context, batchId),
      },
    ]),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    downloadName: 'van-de-danh-sach.xlsx',
  }
}
