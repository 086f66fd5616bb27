import { type Mention, type PlaceReading, readPlaceText, type TextPart } from './read-place-text.ts'
import { type Gazetteer, type Level, type Unit, type UnitKey, unitOf } from './rules.ts'
import { type PresentPlace, presentCommunesOf, presentPlaceOf, presentProvinceOf } from './succession.ts'
import { type Circumstances, claimsOf, type Claims, weighClaim, type Weighed } from './weigh-claims.ts'

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
const namesakeWidth = 0.12
const faintest = 0.2
const mostCandidates = 10

/** Reads an address and finds the unit it means. Never chooses between equals and never divides a split commune: both are left to a person. */
export function resolvePlace(gazetteer: Gazetteer, text: PlaceText, options: ResolveOptions = {}): Resolution {
  const reading = readPlaceText(gazetteer, partsOf(text))
  const claims = claimsOf(reading)
  const circumstances = { on: options.on ?? null, assumed: options.province ? (unitOf(gazetteer, options.province) ?? null) : null }
  const weighed = weighAll(gazetteer, claims, circumstances)
  const choice = choose(gazetteer, weighed, circumstances)
  const place = placeOf(gazetteer, choice, { reading, assumed: circumstances.assumed })
  return {
    best: choice.best === null ? null : { unit: choice.best.unit, confidence: choice.best.confidence },
    candidates: choice.candidates.slice(0, mostCandidates).map(({ unit, confidence }) => ({ unit, confidence })),
    reading: readingOf(reading, choice.best ?? choice.candidates[0] ?? null),
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
  const among = { claims, circumstances }
  const [commune, district, province] = [claims.commune, claims.district, claims.province].map((level) =>
    level.map((claim) => weighClaim(gazetteer, claim, among)),
  )
  const others = { district: bestFirst(district ?? []), province: bestFirst(province ?? []) }
  return { ...others, commune: bestFirst(doubtCommunes(commune ?? [], { ...others, reading: claims.reading })) }
}

/** Words that are better read as a district, a province or a hamlet are doubted as a commune. */
function doubtCommunes(communes: readonly Weighed[], others: { district: Weighed[]; province: Weighed[]; reading: PlaceReading }): Weighed[] {
  const asDistrict = new Set(others.district.filter((one) => one.confidence >= certainEnough).map((one) => one.district))
  const asProvince = new Set(others.province.map((one) => one.province))
  const asSupport = new Set(communes.filter((one) => one.confidence >= 0.6).map((one) => one.district))
  const isCommuneUnread = others.reading.unread.some((unread) => unread.level === 'commune')
  return communes.map((one) => {
    const isBare = one.commune?.typeWord === null && one.commune.columnLevel === null
    let doubt = 1
    if (isBare && asDistrict.has(one.commune)) doubt *= 0.6
    if (isBare && asProvince.has(one.commune)) doubt *= 0.4
    if (isBare && isCommuneUnread) doubt *= 0.5
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
    if (tied.length === 1) return { best: top, candidates: [top, ...level.slice(1), ...lower].sort(byConfidence), tied: [] }
    return { best: null, candidates: [...lower, ...spreadDoubt(level, tied)].sort(byConfidence), tied }
  }
  const candidates = [...weighed.commune, ...weighed.district, ...weighed.province].sort(byConfidence)
  return { best: null, candidates, tied: candidates }
}

const byConfidence = (left: Weighed, right: Weighed): number => right.confidence - left.confidence

function isTied(gazetteer: Gazetteer, pair: { top: Weighed; one: Weighed; circumstances: Circumstances }): boolean {
  const { top, one } = pair
  if (top.confidence - one.confidence < tieWidth) return true
  const isPlaced = top.province !== null || top.district !== null || pair.circumstances.assumed !== null || top.unit.level === 'province'
  if (isPlaced || top.confidence - one.confidence >= namesakeWidth) return false
  return presentProvinceOf(gazetteer, one.unit) !== presentProvinceOf(gazetteer, top.unit)
}

/** Of several equals each is only as likely as its share. */
function spreadDoubt(level: readonly Weighed[], tied: readonly Weighed[]): Weighed[] {
  return level.map((one) => (tied.includes(one) ? { ...one, confidence: one.confidence / tied.length } : { ...one, confidence: one.confidence * 0.3 }))
}

function placeOf(gazetteer: Gazetteer, choice: Choice, known: { reading: PlaceReading; assumed: Unit | null }): PresentPlace | null {
  const { best } = choice
  if (best !== null) {
    const place = presentPlaceOf(gazetteer, best.unit)
    const isMoreWritten = known.reading.unread.length > 0 || choice.candidates.some((one) => one.unit.level !== 'province')
    if (place.state !== 'province-only' || !isMoreWritten) return place
    return { state: 'undecided', candidates: [], suggested: null, province: place.province }
  }
  const provinces = new Set(choice.tied.map((one) => presentProvinceOf(gazetteer, one.unit)))
  const assumed = known.assumed === null ? undefined : presentProvinceOf(gazetteer, known.assumed)
  const [province = assumed] = provinces
  if (provinces.size > 1 || province === undefined) return null
  if (choice.tied.length === 0) {
    const isMoreWritten = known.reading.unread.length > 0
    return isMoreWritten ? { state: 'undecided', candidates: [], suggested: null, province } : { state: 'province-only', province }
  }
  const communes = new Set(choice.tied.flatMap((one) => (one.unit.level === 'province' ? [] : presentCommunesOf(gazetteer, one.unit))))
  const candidates = [...communes].map((unit) => ({ unit, kind: 'part', population: 'some' }) as const)
  return { state: 'undecided', candidates, suggested: null, province }
}

function readingOf(reading: PlaceReading, chosen: Weighed | null): Record<Level, LevelReading | null> {
  const written = (mention: Mention | null): LevelReading | null => {
    if (mention === null) return null
    const text = reading.words.slice(mention.from, mention.end).map((word) => word.written)
    return { text: text.join(' '), understood: true }
  }
  const unread = (level: Level): LevelReading | null => {
    const found = reading.unread.find((one) => one.level === level)
    return found === undefined ? null : { text: found.text, understood: false }
  }
  return {
    commune: written(chosen?.commune ?? null) ?? unread('commune'),
    district: written(chosen?.district ?? null) ?? unread('district'),
    province: written(chosen?.province ?? null) ?? unread('province'),
  }
}
