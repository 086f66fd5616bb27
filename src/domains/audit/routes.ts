import { download, query, type RouteRow } from '../../platform/http/rows.ts'
import { exportEntries } from './export-entries.ts'
import { listEntries } from './list-entries.ts'
import { EntryLines, HistoryLines, ListEntries, ReadHistory } from './messages.ts'
import { readHistory } from './read-history.ts'

const tag = 'audit'

export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/office/audit',
    access: 'audit.read',
    tag,
    summary: 'The audit log: all of it for the ministry, what concerns their scope or their people for a province',
    input: ListEntries,
    output: EntryLines,
    run: listEntries,
  }),
  download({
    method: 'GET',
    path: '/api/v1/office/audit/export.xlsx',
    access: 'audit.read',
    audited: 'export',
    tag,
    summary: 'The filtered audit log as a workbook',
    input: ListEntries,
    run: exportEntries,
  }),
  query({
    method: 'GET',
    path: '/api/v1/office/history/:kind/:id',
    access: 'signed-in',
    tag,
    summary: 'What happened to a product or producer, in sentences, for whoever may see it',
    input: ReadHistory,
    output: HistoryLines,
    run: readHistory,
  }),
]
