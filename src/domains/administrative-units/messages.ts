import { z } from 'zod'

/** `2004` is the scheme until 30/06/2025, `2025` the one since. */
export const SchemeWord = z
  .enum(['2004', '2025'])
  .describe('2004: the 63 provinces until 30/06/2025; 2025: the 34 since 01/07/2025')
export const LevelWord = z.enum(['province', 'district', 'commune'])
const Day = z.iso.date().describe('yyyy-mm-dd')
const Code = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/)

export const UnitBrief = z.object({
  scheme: SchemeWord,
  code: z.string(),
  level: LevelWord,
  name: z.string(),
  fullName: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
  provinceCode: z.string(),
  provinceName: z.string(),
  label: z.string().describe('Name and parents in Vietnamese, as a picker shows them'),
  labelEn: z.string(),
})

export const ListUnits = z.object({
  q: z.string().trim().max(200).optional().describe('What a person typed, with or without accents'),
  scheme: SchemeWord.optional(),
  level: LevelWord.optional(),
  parent: Code.optional().describe('Only units within this one, at any depth; needs scheme'),
  on: Day.optional().describe('Units and names as of this day'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: Code.optional().describe('The last code of the page before'),
})

export const UnitList = z.object({ items: z.array(UnitBrief), total: z.number(), nextCursor: z.string().nullable() })

export const ReadUnit = z.object({ scheme: SchemeWord, code: Code, on: Day.optional() })

const SuccessionView = z.object({
  unit: UnitBrief,
  kind: z.enum(['whole', 'part']),
  population: z.enum(['all', 'some', 'none']).describe('How many of the old unit’s people went along'),
})

export const PlaceView = z.object({
  state: z.enum(['decided', 'undecided', 'province-only']),
  province: UnitBrief,
  commune: UnitBrief.nullable(),
  candidates: z.array(UnitBrief).describe('Present communes among which a person decides'),
  suggested: UnitBrief.nullable().describe('The one that took all the people of a divided commune'),
})

export const UnitDetail = UnitBrief.extend({
  onDay: Day.nullable().describe('The day that name, type and parents are stated for; null: the last state'),
  ancestors: z.array(UnitBrief),
  history: z.array(
    z.object({ fullName: z.string(), type: z.string(), validFrom: Day.nullable(), validTo: Day.nullable() }),
  ),
  successors: z.array(SuccessionView),
  predecessors: z.array(SuccessionView),
  presentCommunes: z.array(UnitBrief),
  place: PlaceView,
  oldProvince: UnitBrief.nullable().describe('Of the 63, the province in which it lies'),
  otherNames: z.array(z.object({ name: z.string(), kind: z.enum(['former', 'spelling']) })),
})

export const ResolveText = z.object({
  text: z.string().trim().min(1).max(500),
  on: Day.optional().describe('The day on which the place was written down'),
  scheme: SchemeWord.optional().describe('Scheme of `province`'),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('The province to assume where the text names none'),
})

const Candidate = z.object({ unit: UnitBrief, confidence: z.number() })
const LevelReading = z.object({ text: z.string(), understood: z.boolean() }).nullable()

export const ResolutionView = z.object({
  best: Candidate.nullable(),
  candidates: z.array(Candidate),
  reading: z.object({ commune: LevelReading, district: LevelReading, province: LevelReading }),
  place: PlaceView.nullable(),
  undecided: z.boolean(),
})
