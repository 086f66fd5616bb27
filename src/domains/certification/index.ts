export {
  type EventRow,
  findRevocationCauses,
  type RecognitionHistory,
  type RecognitionRow,
} from './queries.ts'
export { unscopedRecognitionsOf } from './read-public-history.ts'
export { type Outcome, type Recorded, recordRecognition } from './record-recognition.ts'
export { type BulkRecorded, recordRecognitions } from './record-recognitions.ts'
export { recordStandingEvent, type StandingEventInput } from './record-standing-event.ts'
export { routes } from './routes.ts'
export {
  type AuthorityLevel,
  decisionKey,
  expiringDays,
  expiryOf,
  isSameDecision,
  type RecognitionKind,
  repeats,
  validityMonths,
} from './rules.ts'
export type { RecognitionInput } from './statement.ts'
export { type ProductStanding, type Standing, type StandingOf, standingOn, standings } from './states.ts'
