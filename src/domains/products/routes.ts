import { command, download, nothing, query, type RouteRow, upload, withHeaders } from '../../platform/http/rows.ts'
import { etagOfVersion, versionOf } from '../../platform/http/versions.ts'
import { pictureLimitBytes } from '../../platform/images/make-variants.ts'
import { AmendProducer, Merged, MergeProducers, RevisedAnswer, visibleProducer } from '../producers/index.ts'
import { addPicture } from './add-picture.ts'
import { amendProducer } from './amend-producer.ts'
import { amendProduct } from './amend-product.ts'
import { decidePlaces } from './decide-places.ts'
import { enterProduct } from './enter-product.ts'
import { exportProducts } from './export-products.ts'
import { findMatches } from './find-matches.ts'
import { listClassification } from './list-classification.ts'
import { countProducts, listProducts } from './list-products.ts'
import { listUndecidedPlaces } from './list-undecided-places.ts'
import { visibleProduct } from './lock-product.ts'
import { mergeProducers } from './merge-producers.ts'
import { mergeProducts } from './merge-products.ts'
import {
  AddPicture,
  AmendProduct,
  ById,
  Changed,
  Classification,
  Decided,
  DecidePlaces,
  EnterProduct,
  FindProductMatches,
  ListProducts,
  ListUndecided,
  MergeProducts,
  ProductLines,
  ProductMatches,
  ProductView,
  Registered,
  RemovePicture,
  RevisePicture,
  ShowPicture,
  UndecidedPlaces,
  WithReason,
} from './messages.ts'
import { readProduct } from './read-product.ts'
import { removePicture, revisePicture } from './revise-picture.ts'
import { showPicture } from './show-picture.ts'
import { reviveProduct, withdrawProduct } from './withdraw-product.ts'

const tag = 'products'
const path = '/api/v1/office/products'

const productRows: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/classification',
    access: 'anyone',
    tag,
    summary: 'The six groups with their subgroups and 26 sets (Annex I of 26/2026/QĐ-TTg)',
    cache: { seconds: 3600 },
    input: nothing,
    output: Classification,
    run: listClassification,
  }),
  query({
    method: 'GET',
    path,
    access: 'products.read',
    tag,
    summary: 'Products in the caller’s scope, filtered, a page at a time',
    input: ListProducts,
    output: ProductLines,
    run: listProducts,
  }),
  query({
    method: 'GET',
    path: `${path}/matches`,
    access: 'products.read',
    tag,
    summary: 'Products of a producer that may be the one about to be entered',
    input: FindProductMatches,
    output: ProductMatches,
    run: findMatches,
  }),
  download({
    method: 'GET',
    path: `${path}/export.xlsx`,
    audited: 'export',
    access: 'exports.run',
    tag,
    summary: 'The filtered list of products as a workbook',
    input: ListProducts,
    run: async (context, input) => ({
      ...exportProducts(context, input),
      rows: await countProducts(context, input),
    }),
  }),
  query({
    method: 'GET',
    path: `${path}/:id`,
    access: 'products.read',
    tag,
    summary: 'One product with its codes, pictures and the sources behind its fields',
    input: ById,
    output: ProductView,
    run: async (context, input) => {
      const product = await readProduct(context, input)
      return withHeaders(product, { headers: { etag: etagOfVersion(product.version) } })
    },
  }),
]

const productChangeRows: RouteRow[] = [
  command({
    method: 'POST',
    path,
    access: 'products.edit',
    tag,
    summary: 'Enter a product; 409 names those that may be it unless confirmedDistinct',
    input: EnterProduct,
    output: Registered,
    run: enterProduct,
  }),
  command({
    method: 'PUT',
    path: `${path}/:id`,
    access: 'products.edit',
    tag,
    summary:
      'Change a product of a given version (If-Match: "3", or version in the body); 412 when somebody was quicker',
    input: AmendProduct,
    output: RevisedAnswer,
    run: async (context, input) => {
      const revised = await amendProduct(context, { ...input, version: versionOf(context.ifMatch, input.version) })
      return withHeaders(revised, { headers: { etag: etagOfVersion(revised.version) } })
    },
  }),
  command({
    method: 'POST',
    path: `${path}/:id/merger`,
    access: 'products.merge',
    confirmed: true,
    tag,
    summary: 'Merge another product into this one; both codes lead here from then on',
    input: MergeProducts,
    output: Merged,
    run: async (context, { id, mergedId, reason }) => {
      await mergeProducts(context, { keptId: id, mergedId, reason })
      const { publicId } = await visibleProduct(context.tx, context.actor, id)
      return { id, publicId }
    },
  }),
  command({
    method: 'POST',
    path: `${path}/:id/withdrawal`,
    access: 'products.edit',
    tag,
    summary: 'Take a product out of the public register, with a reason',
    input: WithReason,
    output: Changed,
    run: async (context, input) => {
      await withdrawProduct(context, input)
      return { id: input.id }
    },
  }),
  command({
    method: 'POST',
    path: `${path}/:id/revival`,
    access: 'products.edit',
    tag,
    summary: 'Bring a withdrawn product back, with a reason',
    input: WithReason,
    output: Changed,
    run: async (context, input) => {
      await reviveProduct(context, input)
      return { id: input.id }
    },
  }),
]

const pictureRows: RouteRow[] = [
  upload({
    method: 'POST',
    path: `${path}/:id/pictures`,
    access: 'products.edit',
    tag,
    summary: 'Add a picture (JPEG, PNG or WebP, at most 15 MB) with its author and licence',
    limitBytes: pictureLimitBytes,
    input: AddPicture,
    output: Changed,
    run: (context, { id, ...entry }, file) => addPicture(context, { ...entry, productId: id }, file),
  }),
  command({
    method: 'PUT',
    path: `${path}/:id/pictures/:pictureId`,
    access: 'products.edit',
    tag,
    summary: 'Change a picture’s caption, author, licence or place in the order',
    input: RevisePicture,
    output: Changed,
    run: (context, { id, ...revision }) => revisePicture(context, { ...revision, productId: id }),
  }),
  command({
    method: 'DELETE',
    path: `${path}/:id/pictures/:pictureId`,
    access: 'products.edit',
    tag,
    summary: 'Take a picture away; its address answers 404 from then on',
    input: RemovePicture,
    output: Changed,
    run: (context, { id, pictureId, reason }) => removePicture(context, { productId: id, pictureId, reason }),
  }),
  download({
    method: 'GET',
    path: '/pictures/:pictureId/:width.webp',
    access: 'anyone',
    tag,
    summary: 'A picture, 320, 800 or 1600 pixels wide',
    input: ShowPicture,
    run: showPicture,
  }),
]

/** What changes about a producer changes the pages of its products, which producers do not know: so these rows are here. */
const producerChangeRows: RouteRow[] = [
  command({
    method: 'PUT',
    path: '/api/v1/office/producers/:id',
    access: 'producers.edit',
    tag: 'producers',
    summary:
      'Change a producer of a given version (If-Match: "3", or version in the body); 412 when somebody was quicker',
    input: AmendProducer,
    output: RevisedAnswer,
    run: async (context, input) => {
      const revised = await amendProducer(context, { ...input, version: versionOf(context.ifMatch, input.version) })
      return withHeaders(revised, { headers: { etag: etagOfVersion(revised.version) } })
    },
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/producers/:id/merger',
    access: 'producers.merge',
    confirmed: true,
    tag: 'producers',
    summary: 'Merge another producer into this one, with its products',
    input: MergeProducers,
    output: Merged,
    run: async (context, { id, mergedId, reason }) => {
      await mergeProducers(context, { keptId: id, mergedId, reason })
      const { publicId } = await visibleProducer(context.tx, context.actor, id)
      return { id, publicId }
    },
  }),
]

const placeRows: RouteRow[] = [
  query({
    method: 'GET',
    path: '/api/v1/office/undecided-places',
    access: 'places.decide',
    tag: 'undecided places',
    summary: 'Producers and products whose present commune a person must choose, grouped by the unit as recorded',
    input: ListUndecided,
    output: UndecidedPlaces,
    run: listUndecidedPlaces,
  }),
  command({
    method: 'POST',
    path: '/api/v1/office/undecided-places/decisions',
    access: 'places.decide',
    tag: 'undecided places',
    summary: 'Say in which present commune these producers and products lie, with the reason',
    input: DecidePlaces,
    output: Decided,
    run: decidePlaces,
  }),
]

export const routes: RouteRow[] = [
  ...productRows,
  ...productChangeRows,
  ...pictureRows,
  ...producerChangeRows,
  ...placeRows,
]
