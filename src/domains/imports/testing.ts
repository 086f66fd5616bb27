import type { TestServer } from '../../platform/testing/test-server.ts'
import { BatchView, RowList } from './messages.ts'

const path = '/api/v1/office/imports'

/** Sends a list as the wizard does. */
export async function sendList(
  server: TestServer,
  cookie: string,
  list: { name?: string; content: string | Uint8Array<ArrayBuffer>; province?: string; level?: string },
): Promise<Response> {
  const form = new FormData()
  if (list.province !== undefined) form.set('provinceCode', list.province)
  if (list.level !== undefined) form.set('level', list.level)
  form.set('file', new Blob([list.content]), list.name ?? 'danh-sach.csv')
  return server.fetch(path, { method: 'POST', body: form, cookie })
}

/** Sends a list, lets the jobs run, and answers the batch as it then stands. */
export async function stagedList(
  server: TestServer,
  cookie: string,
  list: Parameters<typeof sendList>[2],
): Promise<BatchView> {
  const sent = BatchView.parse(await (await sendList(server, cookie, list)).json())
  await server.runJobs()
  return readBatchView(server, cookie, sent.id)
}

/** The batch as it stands now. */
export async function readBatchView(server: TestServer, cookie: string, batchId: string): Promise<BatchView> {
  return BatchView.parse(await (await server.fetch(`${path}/${batchId}`, { cookie })).json())
}

/** The rows of a batch. */
export async function readBatchRows(server: TestServer, cookie: string, batchId: string) {
  return RowList.parse(await (await server.fetch(`${path}/${batchId}/rows?limit=200`, { cookie })).json())
}

/** One step of a batch: application, undoing, discarding; or PUT mapping, rows. */
export function stepBatch(
  server: TestServer,
  cookie: string,
  step: string,
  body: object = {},
  method = 'POST',
): Promise<Response> {
  return server.fetch(`${path}/${step}`, {
    method,
    cookie,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}
