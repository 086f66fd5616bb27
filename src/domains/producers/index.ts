export { amendProducer } from './amend-producer.ts'
export { erasePeople, withdrawConsent } from './erase-people.ts'
export { exportProducers } from './export-producers.ts'
export { firstStatements, stateChange } from './field-groups.ts'
export { findProducerMatches, type ProducerLikeness, type ProducerMatch } from './find-producer-matches.ts'
export { lockProducer, lockProducers, type ProducerRow, requireActive, visibleProducer } from './lock-producer.ts'
export { type Merging, mergeProducerRecords } from './merge-producer-records.ts'
export {
  AmendProducer,
  Brief,
  CitedDocument,
  FactView,
  ListProducers,
  listFilter,
  Merged,
  MergeProducers,
  MergerView,
  PlaceEntry,
  PlaceView,
  Revised as RevisedAnswer,
} from './messages.ts'
export { recordOfficerSource } from './officer-source.ts'
export { likePatterns, readCursor, writeCursor } from './paging.ts'
export { candidatesOf, decided, type PlaceColumns, placeColumns, placeOf, toPlace } from './place.ts'
export { authorOf, requirePlaceInScope, withinScope } from './policy.ts'
export { changeProducer as checkProducerChange, type ProducerEntry } from './prepare-producer.ts'
export { toFactView } from './read-producer.ts'
export { registerProducer, registerProducers, type SourcedProducer, type Writing } from './register-producer.ts'
export { type ProducerRevision, type Revised, reviseProducer } from './revise-producer.ts'
export { routes } from './routes.ts'
export {
  isTaxNumberValid,
  type ProducerKind,
  type ProducerMatchReason,
  producerKinds,
  type TaxNumberState,
  writeTaxNumber,
} from './rules.ts'
export { staleFacts } from './stale-facts.ts'
export { undecidedProducers } from './undecided-producers.ts'
export { reviveProducer, withdrawProducer } from './withdraw-producer.ts'
