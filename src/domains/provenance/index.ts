export { type FactSource, type SourceCard, type StatedFact, unscopedFactsOf, unscopedSourcesOf } from './queries.ts'
export { recordSource, recordSources, type SourceEntry } from './record-source.ts'
export type { SourceKind, SourceLevel, SubjectKind } from './rules.ts'
export { type FactContent, type Stated, type Statement, stateFact, stateFirstFacts } from './state-fact.ts'
