export { buildGazetteer } from './build-gazetteer.ts'
export { type LoadedCounts, loadAdministrativeUnits } from './load-reference.ts'
export { gazetteerOf } from './queries.ts'
export {
  type LevelReading,
  type PlaceCandidate,
  type PlaceText,
  type Resolution,
  type ResolveOptions,
  resolvePlace,
} from './resolve-place.ts'
export { routes } from './routes.ts'
export {
  ancestorsOf,
  ancestorsOn,
  type Gazetteer,
  type Level,
  newSchemeDay,
  placeNameOf,
  type Scheme,
  type SchemeWord,
  type Succession,
  schemeOn,
  schemeWordOf,
  schemeWords,
  termOn,
  type Unit,
  type UnitKey,
  type UnitTerm,
  unitOf,
  unitsOn,
} from './rules.ts'
export { type FoundUnit, type SearchOptions, searchUnits, toFoundUnit } from './search-units.ts'
export {
  belongsTo,
  oldProvinceOf,
  oldProvincesOf,
  type PresentPlace,
  predecessorsOf,
  presentCommunesOf,
  presentPlaceOf,
  presentProvinceOf,
  provinceKeysOf,
  successorsOf,
} from './succession.ts'
