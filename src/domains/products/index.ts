export { addCodeAlias, type CodeEntry } from './add-code-alias.ts'
export { addPicture, type PictureEntry } from './add-picture.ts'
export { reviseProducer } from './amend-producer.ts'
export { checkProductChange } from './check-product-change.ts'
export { exportProducts, type MoreColumns } from './export-products.ts'
export { findProductMatches, type ProductMatch } from './find-product-matches.ts'
export { listProducts, type Narrowing } from './list-products.ts'
export { loadClassification } from './load-classification.ts'
export { lockProduct, lockProducts, type ProductRow, requireActiveProduct, visibleProduct } from './lock-product.ts'
export { mergeProducers } from './merge-producers.ts'
export { mergeProducts } from './merge-products.ts'
export { AmendProduct, ListProducts, ProductLines } from './messages.ts'
export type { ProductChange, ProductEntry } from './prepare-product.ts'
export { registerProduct, registerProducts, type SourcedProduct } from './register-product.ts'
export { type ResolvedCode, resolveCode } from './resolve-code.ts'
export { type ProductRevision, reviseProduct } from './revise-product.ts'
export { routes } from './routes.ts'
export {
  type CodeKind,
  canonicalCode,
  isGtinValid,
  type ProductMatchReason,
  readLegalCode,
  writeGtin,
} from './rules.ts'
export { reviveProduct, withdrawProduct } from './withdraw-product.ts'
