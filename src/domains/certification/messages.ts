import { z } from 'zod'
import { FactView } from '../producers/index.ts'
import { ListProducts, ProductLines } from '../products/index.ts'
import { standings } from './states.ts'

const kinds = ['first', 'upgrade', 're-evaluation', 'historical'] as const
const authorityLevels = ['district', 'province', 'ministry'] as const
const eventKinds = ['suspension', 'suspension-lifted', 'revocation', 'annulment'] as const
const Level = z.enum(['A', 'B', 'C'])
const Standing = z.enum(standings)

/** A field that a form sends empty when it is not filled. */
const optionalText = (limit: number) => z.string().trim().max(limit).nullish()
const optionalDay = z.union([z.literal(''), z.iso.date()]).nullish()
const optionalYear = z.union([z.literal(''), z.coerce.number().int().min(1900).max(2100)]).nullish()

/** One decision as an officer enters it, as JSON or beside its file. Give the day, or the year where the day is unknown. */
export const EnterRecognition = z.object({
  id: z.uuid().describe('The product'),
  kind: z.enum(kinds),
  star: z.coerce.number().int(),
  decisionNumber: optionalText(100),
  decidedOn: optionalDay,
  decidedYear: optionalYear,
  authorityLevel: z.enum(authorityLevels),
  authorityName: z.string().trim().min(1).max(200),
  criteriaVersion: optionalText(40).describe('Only where the decision names it; otherwise it follows from the day'),
  documentPage: optionalText(40),
  verified: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe('no: the officer has not seen a decision or publication; the star is then not published'),
})
export type EnterRecognition = z.infer<typeof EnterRecognition>

export const Warning = z.object({
  code: z.literal('authority-differs'),
  vi: z.string(),
  en: z.string(),
})

export const EnteredRecognition = z.object({
  id: z.uuid(),
  outcome: z
    .enum(['recorded', 'superseded', 'contradicting'])
    .describe('contradicting: the record says otherwise from a better source; kept and shown, not applied'),
  level: Level,
  warnings: z.array(Warning),
})
export type EnteredRecognition = z.infer<typeof EnteredRecognition>

export const EnterEvent = z.object({
  id: z.uuid().describe('The recognition'),
  kind: z.enum(eventKinds),
  effectiveOn: z.iso.date(),
  decisionNumber: optionalText(100),
  decidedOn: optionalDay,
  authorityName: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(2000),
  cause: optionalText(40).describe('For a revocation: a code of revocationCauses'),
})
export type EnterEvent = z.infer<typeof EnterEvent>

export const EnteredEvent = z.object({ id: z.uuid() })

const EventView = z.object({
  id: z.uuid(),
  kind: z.enum(eventKinds),
  effectiveOn: z.string(),
  decisionNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
  authorityName: z.string(),
  reason: z.string(),
  cause: z.string().nullable(),
  recordedAt: z.string(),
})

const DocumentView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  page: z.string().nullable(),
})

const decisionFields = {
  id: z.uuid(),
  kind: z.enum(kinds),
  star: z.number().int(),
  decisionNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedYear: z.number().int(),
  authorityLevel: z.enum(authorityLevels),
  authorityName: z.string(),
  criteriaVersion: z.string().nullable(),
  expiresOn: z.string(),
  expiresBy: z.string(),
  level: Level,
  standing: Standing,
}

export const RecognitionView = z.object({
  ...decisionFields,
  since: z.string().nullable(),
  until: z.string().nullable(),
  isCertain: z.boolean(),
  replacedBy: z.uuid().nullable(),
  isAnnulled: z.boolean(),
  document: DocumentView.nullable(),
  events: z.array(EventView),
  facts: z
    .array(FactView)
    .describe('What sources say of this decision: the current statement and those that contradict it'),
  warnings: z.array(Warning),
  possibleEvents: z.array(z.enum(eventKinds)).describe('What the caller may record next'),
})
export type RecognitionView = z.infer<typeof RecognitionView>

export const ById = z.object({ id: z.uuid() })

/** The recognitions of one product with its standing today, and the choices of the forms beside them. */
export const ProductRecognitions = z.object({
  productId: z.uuid(),
  standing: Standing,
  star: z.number().int().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  isCertain: z.boolean(),
  items: z.array(RecognitionView),
  revocationCauses: z.array(z.object({ code: z.string(), clause: z.string(), nameVi: z.string(), nameEn: z.string() })),
  criteriaVersions: z.array(
    z.object({ code: z.string(), effectiveFrom: z.string(), effectiveTo: z.string().nullable() }),
  ),
  abilities: z.object({ record: z.boolean() }),
})
export type ProductRecognitions = z.infer<typeof ProductRecognitions>

export const ListRecognitions = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Decision number, or words of the product name, or its public identifier'),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  star: z.coerce.number().int().min(3).max(5).optional(),
  standing: Standing.optional().describe('Standing of the recognition today'),
  level: Level.optional(),
  sort: z.enum(['recorded', 'decided', 'expiry']).default('recorded'),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ListRecognitions = z.infer<typeof ListRecognitions>

export const RecognitionLines = z.object({
  items: z.array(
    z.object({
      ...decisionFields,
      hasDocument: z.boolean(),
      recordedAt: z.string(),
      product: z.object({ id: z.uuid(), publicId: z.string(), name: z.string(), provinceCode: z.string() }),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
})
export type RecognitionLines = z.infer<typeof RecognitionLines>

export const DocumentAddress = z.object({ fileId: z.uuid() })

export const ListProductStandings = ListProducts.extend({
  star: z.coerce.number().int().min(3).max(5).optional().describe('The star of the recognition that governs today'),
  standing: Standing.optional(),
})
export type ListProductStandings = z.infer<typeof ListProductStandings>

export const ProductStandingLines = ProductLines.extend({
  items: z.array(ProductLines.shape.items.element.extend({ star: z.int().nullable(), standing: Standing })),
})
export type ProductStandingLines = z.infer<typeof ProductStandingLines>
