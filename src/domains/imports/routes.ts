import { command, download, query, type RouteRow, upload, type Write, withHeaders } from '../../platform/http/rows.ts'
import { applyBatch } from './apply-batch.ts'
import { discardBatch } from './discard-batch.ts'
import { exportProblems } from './export-problems.ts'
import { listRows } from './list-rows.ts'
import { mendRow } from './mend-row.ts'
import {
  ApplyBatch,
  BatchKey,
  BatchList,
  BatchView,
  ListBatches,
  ListRows,
  MendRow,
  RowList,
  RowView,
  SendList,
  SetMapping,
  UndoBatch,
} from './messages.ts'
import { listBatches, readBatch } from './read-batch.ts'
import { readOriginal } from './read-original.ts'
import { receiveList } from './receive-list.ts'
import { setMapping } from './set-mapping.ts'
import { undoBatch } from './undo-batch.ts'

const path = '/api/v1/office/imports'
const tag = 'imports'
/** A list larger than this is no list of a province: 20 MB. */
const listLimitBytes = 20 * 1024 * 1024

function viewOf({ tx, actor, locale }: Write, batchId: string): Promise<BatchView> {
  return readBatch({ db: tx, actor, locale }, { batchId })
}

export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path,
    access: 'imports.read',
    tag,
    summary: 'Import batches in scope, newest first',
    input: ListBatches,
    output: BatchList,
    run: listBatches,
  }),
  upload({
    method: 'POST',
    path,
    access: 'imports.run',
    tag,
    summary: 'Send a list (.xlsx or .csv); the same bytes again answer the earlier batch',
    limitBytes: listLimitBytes,
    input: SendList,
    output: BatchView,
    run: async (context, sent, file) => {
      const { batchId, isEarlier } = await receiveList(context, sent, file)
      const view = { ...(await viewOf(context, batchId)), sameAsBefore: isEarlier }
      return isEarlier ? withHeaders(view, { status: 200 }) : view
    },
  }),
  query({
    method: 'GET',
    path: `${path}/:batchId`,
    access: 'imports.read',
    tag,
    summary: 'One batch',
    input: BatchKey,
    output: BatchView,
    run: readBatch,
  }),
  command({
    method: 'PUT',
    path: `${path}/:batchId/mapping`,
    access: 'imports.run',
    tag,
    summary: 'Answer what the columns mean, which sheet, which province, which level of source',
    input: SetMapping,
    output: BatchView,
    run: async (context, input) => viewOf(context, (await setMapping(context, input)).batchId),
  }),
  query({
    method: 'GET',
    path: `${path}/:batchId/rows`,
    audited: 'reading',
    access: 'imports.read',
    tag,
    summary: 'Rows as written beside what was understood',
    input: ListRows,
    output: RowList,
    run: listRows,
  }),
  command({
    method: 'PUT',
    path: `${path}/:batchId/rows/:rowNumber`,
    access: 'imports.run',
    tag,
    summary: 'Mend a row in place',
    input: MendRow,
    output: RowView,
    run: mendRow,
  }),
  command({
    method: 'POST',
    path: `${path}/:batchId/application`,
    access: 'imports.run',
    tag,
    summary: 'Apply a judged list in one transaction',
    input: ApplyBatch,
    output: BatchView,
    run: async (context, input) =>
      withHeaders(await viewOf(context, (await applyBatch(context, input)).batchId), { status: 202 }),
  }),
  command({
    method: 'POST',
    path: `${path}/:batchId/undoing`,
    access: 'imports.run',
    confirmed: true,
    tag,
    summary: 'Undo an applied batch whole',
    input: UndoBatch,
    output: BatchView,
    run: async (context, input) => viewOf(context, (await undoBatch(context, input)).batchId),
  }),
  command({
    method: 'POST',
    path: `${path}/:batchId/discarding`,
    access: 'imports.run',
    tag,
    summary: 'Give a list up before applying it',
    input: BatchKey,
    output: BatchView,
    run: async (context, input) => viewOf(context, (await discardBatch(context, input)).batchId),
  }),
  download({
    method: 'GET',
    path: `${path}/:batchId/original`,
    audited: 'export',
    access: 'imports.read',
    tag,
    summary: 'The file as it was sent',
    input: BatchKey,
    run: readOriginal,
  }),
  download({
    method: 'GET',
    path: `${path}/:batchId/problems.xlsx`,
    audited: 'export',
    access: 'imports.read',
    tag,
    summary: 'Every problem as a spreadsheet',
    input: BatchKey,
    run: exportProblems,
  }),
]
