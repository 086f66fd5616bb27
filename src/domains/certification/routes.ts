import { command, download, query, type RouteRow, upload } from '../../platform/http/rows.ts'
import { decisionFileLimitBytes } from './check-decision-file.ts'
import { enterEvent } from './enter-event.ts'
import { enterRecognition, enterSignedDecision } from './enter-recognition.ts'
import { listProductRecognitions } from './list-product-recognitions.ts'
import { exportProductStandings, listProductStandings } from './list-product-standings.ts'
import { listRecognitions } from './list-recognitions.ts'
import {
  ById,
  DocumentAddress,
  EnterEvent,
  EnteredEvent,
  EnteredRecognition,
  EnterRecognition,
  ListProductStandings,
  ListRecognitions,
  ProductRecognitions,
  ProductStandingLines,
  RecognitionLines,
} from './messages.ts'
import { readDocument } from './read-document.ts'

const tag = 'recognitions'

export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/office/recognitions',
    access: 'recognitions.read',
    tag,
    summary: 'Recognitions of the products in scope, each with its standing today',
    input: ListRecognitions,
    output: RecognitionLines,
    run: listRecognitions,
  }),
  query({
    method: 'GET',
    path: '/api/v1/office/product-standings',
    access: 'recognitions.read',
    tag,
    summary: 'Products in the caller’s scope with star and standing today, filtered by both, a page at a time',
    input: ListProductStandings,
    output: ProductStandingLines,
    run: listProductStandings,
  }),
  download({
    method: 'GET',
    path: '/api/v1/office/product-standings/export.xlsx',
    audited: 'export',
    access: 'exports.run',
    tag,
    summary: 'The filtered list of products with star and standing as a workbook',
    input: ListProductStandings,
    run: async (context, input) => ({
      ...(await exportProductStandings(context, input)),
      rows: (await listProductStandings(context, { ...input, limit: 1 })).total,
    }),
  }),
  query({
    method: 'GET',
    path: '/api/v1/office/products/:id/recognitions',
    access: 'recognitions.read',
    tag,
    summary: 'Every recognition of a product with its sources, its events and what may happen next',
    input: ById,
    output: ProductRecognitions,
    run: listProductRecognitions,
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/products/:id/recognitions',
    access: 'recognitions.record',
    tag,
    summary: 'Record a recognition without its file: level B with a decision number, else C',
    input: EnterRecognition,
    output: EnteredRecognition,
    run: enterRecognition,
  }),
  upload({
    method: 'POST',
    path: '/api/v1/office/products/:id/recognitions/signed-decision',
    access: 'recognitions.record',
    tag,
    summary: 'Record a recognition with the file of its signed decision (PDF, JPEG or PNG up to 25 MB): level A',
    input: EnterRecognition,
    output: EnteredRecognition,
    limitBytes: decisionFileLimitBytes,
    run: enterSignedDecision,
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/recognitions/:id/events',
    access: 'recognitions.record',
    confirmed: true,
    tag,
    summary: 'Record a suspension, its lifting, a revocation, or the annulment of a wrong row',
    input: EnterEvent,
    output: EnteredEvent,
    run: enterEvent,
  }),
  download({
    method: 'GET',
    path: '/api/v1/office/documents/:fileId',
    audited: 'export',
    access: 'recognitions.read',
    tag,
    summary: 'The file of a decision',
    input: DocumentAddress,
    run: readDocument,
  }),
]
