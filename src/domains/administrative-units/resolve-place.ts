import { type Mention, type PlaceReading, readPlaceText, type TextPart, writtenBetween } from './read-place-text.ts'
import { type Gazetteer, type Level, newSchemeDay, type Unit, type UnitKey, unitOf } from './rules.ts'
import { type PresentPlace, presentCommunesOf, presentPlaceOf, presentProvinceOf } from './succession.ts'
import { type Circumstances, type Claims, claimsOf, isApart, type Weighed, weighClaim } from './weigh-claims.ts'

/** An address as it is found in lists: one text, or columns (any may be missing). A column may hold more than its title says. */
export type PlaceText =
  | string
  | { address?: string | null; commune?: string | null; district?: string | null; province?: string | null }

export interface ResolveOptions {
  /** the day on which the place was written down (`yyyy-mm-dd`): says which of two equal names is meant */
  on?: string | null
  /** the province that a list as a whole is about, for rows that name none; of either scheme */
  province?: UnitKey | null
}

export interface PlaceCandidate {
  unit: Unit
  /** 0 to 1; from 0.5 on, and alone, a candidate becomes `best` */
  confidence: number
}

/** What was read at one level, as written, and whether a unit of that name was found. */
export interface LevelReading {
  text: string
  understood: boolean
}

export interface Resolution {
  /** the unit meant, of any level and either scheme; null where several are equally likely or none is */
  best: PlaceCandidate | null
  /** most likely first, at most ten; `best` is among them */
  candidates: PlaceCandidate[]
  reading: Record<Level, LevelReading | null>
  /** where it lies today; null where not even the province is known */
  place: PresentPlace | null
  /** a person must decide in which present commune it lies */
  undecided: boolean
}

/** Below this a reading is only a candidate. */
const certainEnough = 0.5
/** Candidates nearer to each other than this are equally likely. */
const tieWidth = 0.04
/** Without a province, a namesake elsewhere that is this near makes the name ambiguous. */
const namesakeWidth = 0.15
const faintest = 0.2
/** The share of the first candidate's confidence below which another is noise. */
const worthMentioning = 0.4
const mostCandidates = 10

/** Reads an address and finds the unit it means. Never chooses between equals and never divides a split commune: both are left to a person. */
export function resolvePlace(gazetteer: Gazetteer, text: PlaceText, options: ResolveOptions = {}): Resolution {
  const reading = readPlaceText(gazetteer, partsOf(text))
  const claims = claimsOf(reading)
  const circumstances = {
    on: options.on ?? null,
    assumed: options.province ? (unitOf(gazetteer, options.province) ?? null) : null,
  }
  const weighed = weighAll(gazetteer, claims, circumstances)
  const choice = choose(gazetteer, weighed, circumstances)
  const levels = readingOf(reading, choice.best ?? choice.candidates[0] ?? null)
  const place = placeOf(gazetteer, choice, {
    isMoreWritten: levels.commune !== null || levels.district !== null,
    assumed: circumstances.assumed,
  })
  const worth = (choice.candidates[0]?.confidence ?? 0) * worthMentioning
  return {
    best: choice.best === null ? null : { unit: choice.best.unit, confidence: choice.best.confidence },
    candidates: choice.candidates
      .filter((one) => one.confidence >= worth)
      .slice(0, mostCandidates)
      .map(({ unit, confidence }) => ({ unit, confidence })),
    reading: levels,
    place,
    undecided: place === null || place.state === 'undecided',
  }
}

function partsOf(text: PlaceText): TextPart[] {
  if (typeof text === 'string') return [{ text, level: null }]
  const columns: readonly (readonly [string | null | undefined, Level | null])[] = [
    [text.address, null],
    [text.commune, 'commune'],
    [text.district, 'district'],
    [text.province, 'province'],
  ]
  return columns.flatMap(([part, level]) => (part ? [{ text: part, level }] : []))
}

interface WeighedLevels {
  commune: Weighed[]
  district: Weighed[]
  province: Weighed[]
}

/** The strongest reading of each unit, strongest first. */
function bestFirst(weighed: readonly Weighed[]): Weighed[] {
  const strongest = new Map<Unit, Weighed>()
  for (const one of weighed) {
    const known = strongest.get(one.unit)
    if (known === undefined || known.confidence < one.confidence) strongest.set(one.unit, one)
  }
  return [...strongest.values()]
    .filter((one) => one.confidence >= faintest)
    .sort((left, right) => right.confidence - left.confidence || left.unit.code.localeCompare(right.unit.code))
}

function weighAll(gazetteer: Gazetteer, claims: Claims, circumstances: Circumstances): WeighedLevels {
  const weigh = (level: Level): Weighed[] =>
    claims[level].map((claim) => weighClaim(gazetteer, claim, { claims, circumstances }))
  const province = bestFirst(weigh('province'))
  const district = bestFirst(doubtDistricts(weigh('district'), province))
  const commune = bestFirst(doubtCommunes(weigh('commune'), { district, province, claims, circumstances }))
  return { commune, district, province }
}

function isBare(mention: Mention | null): boolean {
  return mention !== null && mention.typeWord === null && mention.columnLevel === null
}

/** "Trà Vinh" alone is the province, not its city of the same name. */
function doubtDistricts(districts: readonly Weighed[], provinces: readonly Weighed[]): Weighed[] {
  const asProvince = new Set(provinces.map((one) => one.province))
  return districts.map((one) =>
    isBare(one.district) && asProvince.has(one.district) ? { ...one, confidence: one.confidence * 0.4 } : one,
  )
}

/** Words that are better read as a district, a province or a hamlet are doubted as a commune. Since 01/07/2025 there are no districts. */
function doubtCommunes(
  communes: readonly Weighed[],
  others: { district: Weighed[]; province: Weighed[]; claims: Claims; circumstances: Circumstances },
): Weighed[] {
  const { on } = others.circumstances
  const isPresent = on !== null && on >= newSchemeDay
  const asDistrict = new Map(others.district.toReversed().map((one) => [one.district, one.confidence]))
  const asProvince = new Set(others.province.map((one) => one.province))
  const asSupport = new Set(communes.filter((one) => one.confidence >= 0.6).map((one) => one.district))
  const isCommuneUnread = others.claims.reading.unread.some((unread) => unread.level === 'commune')
  return communes.map((one) => {
    let doubt = 1
    const rival = isPresent ? 0 : (asDistrict.get(one.commune) ?? 0)
    if (isBare(one.commune) && rival >= Math.max(certainEnough, one.confidence - 0.1)) doubt *= 0.52
    if (isBare(one.commune) && asProvince.has(one.commune)) doubt *= 0.55
    if (isBare(one.commune) && isCommuneUnread) doubt *= 0.5
    if (asSupport.has(one.commune)) doubt *= 0.8
    return { ...one, confidence: one.confidence * doubt }
  })
}

interface Choice {
  best: Weighed | null
  candidates: Weighed[]
  /** what is equally likely where nothing is best */
  tied: Weighed[]
}

/** The deepest level that is certain enough wins; equals at that level leave it to a person. */
function choose(gazetteer: Gazetteer, weighed: WeighedLevels, circumstances: Circumstances): Choice {
  for (const level of [weighed.commune, weighed.district, weighed.province]) {
    const [top] = level
    if (top === undefined || top.confidence < certainEnough) continue
    const tied = level.filter((one) => isTied(gazetteer, { top, one, circumstances }))
    const lower = level === weighed.commune ? [] : weighed.commune
    if (tied.length === 1)
      return { best: top, candidates: [top, ...level.slice(1), ...lower].sort(byConfidence), tied: [] }
    return { best: null, candidates: [...lower, ...spreadDoubt(level, tied)].sort(byConfidence), tied }
  }
  const candidates = [...weighed.commune, ...weighed.district, ...weighed.province].sort(byConfidence)
  return { best: null, candidates, tied: candidates }
}

const byConfidence = (left: Weighed, right: Weighed): number => right.confidence - left.confidence

function isTied(gazetteer: Gazetteer, pair: { top: Weighed; one: Weighed; circumstances: Circumstances }): boolean {
  const { top, one } = pair
  if (one === top) return true
  if (isSamePlace(gazetteer, top.unit, one.unit)) return false
  const distance = top.confidence - one.confidence
  if (distance < tieWidth) return true
  if (nameOf(top) !== nameOf(one)) return false
  if (top.province !== null || top.district !== null || top.unit.level === 'province' || distance >= namesakeWidth)
    return false
  // Only the list's province is known: without a day nothing says which scheme it was written under.
  if (pair.circumstances.assumed !== null) return pair.circumstances.on === null && top.unit.scheme !== one.unit.scheme
  return presentProvinceOf(gazetteer, one.unit) !== presentProvinceOf(gazetteer, top.unit)
}

/** The words that name the unit itself: namesakes share them, "An Phú" inside "An Phú Tân" does not. */
function nameOf(weighed: Weighed): Mention | null {
  return weighed.commune ?? weighed.district ?? weighed.province
}

/** An old commune and the present one that all of it went into are one place under two schemes: either reading leads there. */
function isSamePlace(gazetteer: Gazetteer, left: Unit, right: Unit): boolean {
  if (left.scheme === right.scheme) return false
  const [leftPlace, rightPlace] = [presentPlaceOf(gazetteer, left), presentPlaceOf(gazetteer, right)]
  return leftPlace.state === 'decided' && rightPlace.state === 'decided' && leftPlace.commune === rightPlace.commune
}

/** Of several equals each is only as likely as its share. */
function spreadDoubt(level: readonly Weighed[], tied: readonly Weighed[]): Weighed[] {
  return level.map((one) =>
    tied.includes(one)
      ? { ...one, confidence: one.confidence / tied.length }
      : { ...one, confidence: one.confidence * 0.3 },
  )
}

function placeOf(
  gazetteer: Gazetteer,
  choice: Choice,
  known: { isMoreWritten: boolean; assumed: Unit | null },
): PresentPlace | null {
  const assumed = known.assumed === null ? null : presentProvinceOf(gazetteer, known.assumed)
  if (choice.best !== null) {
    const place = presentPlaceOf(gazetteer, choice.best.unit)
    return place.state === 'province-only' ? provinceOnly(place.province, known.isMoreWritten) : place
  }
  const provinces = new Set(choice.tied.map((one) => presentProvinceOf(gazetteer, one.unit)))
  const [province = assumed] = provinces
  if (provinces.size > 1 || province === null) return null
  if (choice.tied.length === 0) return provinceOnly(province, known.isMoreWritten)
  const communes = new Set(
    choice.tied.flatMap((one) => (one.unit.level === 'province' ? [] : presentCommunesOf(gazetteer, one.unit))),
  )
  const candidates = [...communes].map((unit) => ({ unit, kind: 'part', population: 'some' }) as const)
  return { state: 'undecided', candidates, suggested: null, province }
}

/** Where more than the province was written but not understood, a person looks at it. */
function provinceOnly(province: Unit, isMoreWritten: boolean): PresentPlace {
  return isMoreWritten
    ? { state: 'undecided', candidates: [], suggested: null, province }
    : { state: 'province-only', province }
}

function readingOf(reading: PlaceReading, chosen: Weighed | null): Record<Level, LevelReading | null> {
  const used = [chosen?.commune, chosen?.district, chosen?.province].filter(
    (mention) => mention !== null && mention !== undefined,
  )
  const written = (mention: Mention): string => writtenBetween(reading.words, mention.from, mention.end)
  const at = (level: Level): LevelReading | null => {
    const mention = chosen?.[level] ?? null
    if (mention !== null) return { text: written(mention), understood: true }
    const unread = reading.unread.find((one) => one.level === level)
    if (unread !== undefined) return { text: unread.text, understood: false }
    const unused = reading.mentions.find((one) => statesLevel(one, level) && used.every((other) => isApart(one, other)))
    return unused === undefined ? null : { text: written(unused), understood: false }
  }
  return { commune: at('commune'), district: at('district'), province: at('province') }
}

function statesLevel(mention: Mention, level: Level): boolean {
  if (mention.typeWord !== null) return mention.typeWord.levels.at(-1) === level
  return mention.columnLevel === level
}
