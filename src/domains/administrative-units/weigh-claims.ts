import { type Mention, type PlaceReading, spellingFit } from './read-place-text.ts'
import { type Gazetteer, type Level, type NameEntry, type Scheme, schemeOn, type Unit } from './rules.ts'
import { oldProvinceOf, predecessorsOf, presentProvinceOf } from './succession.ts'

/** One unit read off one mention. */
export interface Claim {
  unit: Unit
  mention: Mention
  /** spelling, type word, clarity and kind of name together, 0 to 1 */
  fit: number
}

/** A unit with everything in the text that speaks for it. */
export interface Weighed {
  unit: Unit
  confidence: number
  commune: Mention | null
  district: Mention | null
  province: Mention | null
}

/** What is known besides the text. */
export interface Circumstances {
  on: string | null
  assumed: Unit | null
}

/** All claims of a text, by level, and those of them that a person stated outright. */
export interface Claims {
  commune: readonly Claim[]
  district: readonly Claim[]
  province: readonly Claim[]
  reading: PlaceReading
}

/** How much each kind of name is worth: merged communes and half names are further from the list than the name itself. */
const sourceWorth: Record<NameEntry['source'], number> = {
  name: 1,
  spelling: 0.98,
  usual: 0.99,
  former: 0.9,
  short: 0.82,
}

/*
 * Weights of the evidence. Chosen so that: what is written outright beats what is guessed; a named district speaks for the old scheme;
 * a wrong type word costs more than the other scheme; and whatever contradicts the text never reaches `certainEnough`.
 */
const weights = {
  otherType: { commune: 0.74, district: 0.9, province: 0.97 },
  noDistrict: 0.93,
  lingeringDistrict: 0.82,
  otherDistrict: 0.45,
  unreadDistrict: 0.9,
  otherScheme: 0.85,
  assumedProvince: 0.97,
  assumedOtherScheme: 0.95,
  notLastProvince: 0.85,
  noProvince: 0.8,
  otherProvince: 0.3,
  otherEra: 0.86,
  oldWithoutDay: 0.95,
} as const

/** Turns the mentions of a text into claims; a unit may be claimed by several mentions. */
export function claimsOf(reading: PlaceReading): Claims {
  const claims = reading.mentions.flatMap((mention) => mention.entries.map((entry) => claimOf(reading, mention, entry)))
  const of = (level: Level): Claim[] => claims.filter((claim) => claim.unit.level === level)
  return { commune: of('commune'), district: of('district'), province: of('province'), reading }
}

function claimOf(reading: PlaceReading, mention: Mention, entry: NameEntry): Claim {
  const { unit, source } = entry
  const types: readonly string[] = mention.typeWord?.types ?? []
  const isSameType = types.length === 0 || source === 'former' || unit.terms.some((term) => types.includes(term.type))
  // "Thành phố" may mean either level, so "Tỉnh Bắc Ninh" beside it is the surer word for the province.
  const isAmbiguousType = (mention.typeWord?.levels.length ?? 1) > 1
  const type = (isSameType ? 1 : weights.otherType[unit.level]) * (isAmbiguousType ? 0.99 : 1)
  return { unit, mention, fit: mention.clarity * spellingFit(reading, mention, entry) * sourceWorth[source] * type }
}

/** Tells whether two mentions share no word. */
export function isApart(left: Mention, right: Mention): boolean {
  return left.end <= right.from || right.end <= left.from
}

function isOutright(claim: Claim): boolean {
  return claim.mention.typeWord !== null || claim.mention.columnLevel !== null
}

function strongest(claims: readonly Claim[]): Claim | undefined {
  return claims.reduce<Claim | undefined>(
    (best, claim) => (best === undefined || claim.fit > best.fit ? claim : best),
    undefined,
  )
}

interface Support {
  factor: number
  mention: Mention | null
}

/** What the stated, or else the assumed, province says of a unit. */
function weighProvince(
  gazetteer: Gazetteer,
  claim: Claim,
  among: { claims: Claims; circumstances: Circumstances },
): Support {
  const stated = among.claims.province.filter((other) => isApart(other.mention, claim.mention))
  const own = strongest(stated.filter((other) => other.unit === claim.unit.province))
  const counterpart = counterpartProvince(gazetteer, claim.unit)
  const isOvertaken = (support: Claim): boolean =>
    among.claims.province.some((other) => other.mention.start > support.mention.start && other.mention.clarity > 0.9) &&
    !stated.some(
      (other) => other.mention.start > support.mention.start && [claim.unit.province, counterpart].includes(other.unit),
    )
  if (own !== undefined) {
    return { factor: (0.9 + 0.1 * own.fit) * (isOvertaken(own) ? weights.notLastProvince : 1), mention: own.mention }
  }
  const crossing = strongest(stated.filter((other) => other.unit === counterpart))
  if (crossing !== undefined)
    return { factor: weights.otherScheme * (0.9 + 0.1 * crossing.fit), mention: crossing.mention }
  if (stated.some((other) => isOutright(other) || other.fit >= 0.85))
    return { factor: weights.otherProvince, mention: null }
  const { assumed } = among.circumstances
  if (assumed === null) return { factor: weights.noProvince, mention: null }
  if (assumed === claim.unit.province) return { factor: weights.assumedProvince, mention: null }
  return { factor: assumed === counterpart ? weights.assumedOtherScheme : weights.otherProvince, mention: null }
}

/** The province of the other scheme in which the unit lies. */
function counterpartProvince(gazetteer: Gazetteer, unit: Unit): Unit | null {
  return unit.scheme === '2025-' ? oldProvinceOf(gazetteer, unit) : presentProvinceOf(gazetteer, unit)
}

/** What a stated district says of a commune: it belongs to the old scheme, but people go on writing it before new communes. */
function weighDistrict(
  gazetteer: Gazetteer,
  claim: Claim,
  among: { claims: Claims; province: Mention | null },
): Support {
  const { claims, province } = among
  const stated = claims.district.filter((other) => isApart(other.mention, claim.mention) && other.mention !== province)
  const parents =
    claim.unit.scheme === '2004-2025'
      ? [claim.unit.parent]
      : predecessorsOf(gazetteer, claim.unit).map((before) => before.unit.parent)
  const own = strongest(stated.filter((other) => parents.includes(other.unit)))
  const isOld = claim.unit.scheme === '2004-2025'
  if (own !== undefined) {
    if (isOld) return { factor: 0.9 + 0.1 * own.fit, mention: own.mention }
    return { factor: isOutright(own) ? weights.lingeringDistrict : 0.97, mention: own.mention }
  }
  if (stated.some(isOutright)) return { factor: weights.otherDistrict, mention: null }
  if (claims.reading.unread.some((unread) => unread.level === 'district'))
    return { factor: weights.unreadDistrict, mention: null }
  return { factor: isOld ? weights.noDistrict : 1, mention: null }
}

/** A named district speaks for the old scheme on any day: people go on writing it, and it existed before. */
function weighEra(scheme: Scheme, circumstances: Circumstances, isDistrictStated: boolean): number {
  if (scheme === '2004-2025' && isDistrictStated) return 1
  if (circumstances.on !== null) return scheme === schemeOn(circumstances.on) ? 1 : weights.otherEra
  return scheme === '2025-' ? 1 : weights.oldWithoutDay
}

/** Weighs everything the text and the circumstances say for one claim. */
export function weighClaim(
  gazetteer: Gazetteer,
  claim: Claim,
  among: { claims: Claims; circumstances: Circumstances },
): Weighed {
  const { unit, mention, fit } = claim
  if (unit.level === 'province') {
    const confidence = fit * weighEra(unit.scheme, among.circumstances, false)
    return { unit, confidence, commune: null, district: null, province: mention }
  }
  const province = weighProvince(gazetteer, claim, among)
  if (unit.level === 'district') {
    return { unit, confidence: fit * province.factor, commune: null, district: mention, province: province.mention }
  }
  const district = weighDistrict(gazetteer, claim, { claims: among.claims, province: province.mention })
  const era = weighEra(unit.scheme, among.circumstances, district.mention !== null)
  const confidence = fit * province.factor * district.factor * era
  return { unit, confidence, commune: mention, district: district.mention, province: province.mention }
}
