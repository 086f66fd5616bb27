import { z } from 'zod'
import { genders, producerKinds, producerLimits } from './rules.ts'

const Kind = z.enum(producerKinds)
const Gender = z.enum(genders)
const Province = z
  .string()
  .regex(/^\d{2}$/)
  .describe('Code of one of the 34 present provinces')
const Commune = z
  .string()
  .regex(/^\d{5}$/)
  .describe('Code of a present commune')
const Reason = z.string().trim().min(1).max(producerLimits.reason).describe('Why; kept with the change')
const optionalText = (limit: number) => z.string().max(limit).nullable().optional()

/** Yes or no as a query or a form field writes it. */
export const Yes = z.union([z.boolean(), z.stringbool()])

export const PlaceEntry = z.object({
  addressText: z.string().max(producerLimits.address).default(''),
  unit: z
    .object({ scheme: z.enum(['2004', '2025']), code: z.string().regex(/^(\d{2}|\d{3}|\d{5})$/) })
    .nullable()
    .optional()
    .describe('The unit as recorded, of either scheme; without it the address is read'),
  communeCode: Commune.nullable().optional().describe('The present commune where a person chose among candidates'),
})

/** A document that the officer cites; without one the edit stands on their own word (level B). */
export const CitedDocument = z
  .object({
    level: z.enum(['A', 'B']).describe('A: a signed decision; B: a government publication'),
    title: z.string().trim().min(1).max(300),
    reference: optionalText(100),
    page: optionalText(40),
    statedOn: z.iso.date().nullable().optional(),
  })
  .refine((document) => document.level === 'B' || Boolean(document.reference?.trim()), {
    path: ['reference'],
    message: 'Cần số quyết định. / The number of the decision is needed.',
  })

const fields = {
  taxNumber: optionalText(producerLimits.taxNumber),
  isTaxNumberConfirmed: z.boolean().optional().describe('The papers really say so, although the check digit fails'),
  introduction: z.string().max(producerLimits.introduction).optional(),
  representative: optionalText(producerLimits.representative),
  representativeGender: Gender.nullable().optional(),
  representativeEthnicity: optionalText(producerLimits.ethnicity),
  phone: optionalText(producerLimits.phone),
  email: optionalText(producerLimits.email),
  website: optionalText(producerLimits.website),
  contactsPublic: z.boolean().optional().describe('The producer consented to contacts being published'),
}

export const EnterProducer = z.object({
  kindCode: Kind,
  name: z.string().trim().min(1).max(producerLimits.name),
  ...fields,
  place: PlaceEntry,
  reason: Reason,
  document: CitedDocument.nullable().optional(),
  confirmedDistinct: z.boolean().default(false).describe('A person looked at the candidates and says it is another'),
})

export const AmendProducer = z.object({
  id: z.uuid(),
  version: z.int().min(1).optional().describe('The version at hand, unless If-Match names it'),
  kindCode: Kind.optional(),
  name: z.string().trim().min(1).max(producerLimits.name).optional(),
  ...fields,
  place: PlaceEntry.optional(),
  reason: Reason,
  document: CitedDocument.nullable().optional(),
})

export const MergeProducers = z.object({ id: z.uuid(), mergedId: z.uuid(), reason: Reason })
export const Merged = z.object({ id: z.uuid(), publicId: z.string() })
export const ById = z.object({ id: z.uuid() })
export const Registered = z.object({ id: z.uuid(), publicId: z.string() })
export const Revised = z.object({
  version: z.int(),
  contradicting: z
    .array(z.string())
    .describe('Field groups in which a better source says otherwise: kept, not applied'),
})

const filter = {
  q: z.string().trim().max(200).optional(),
  province: Province.optional(),
  commune: Commune.optional(),
  placeState: z.enum(['decided', 'undecided', 'province-only']).optional(),
  state: z.enum(['active', 'merged', 'withdrawn']).default('active'),
  sort: z.enum(['name', 'updated']).default('name'),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}

export const ListProducers = z.object({
  ...filter,
  kind: Kind.optional(),
  taxNumberState: z.enum(['missing', 'valid', 'flagged']).optional(),
})

/** The filters that every list of the register shares. */
export const listFilter = filter

export const PlaceView = z.object({
  addressText: z.string(),
  recorded: z.object({ scheme: z.enum(['2004', '2025']), code: z.string(), name: z.string() }).nullable(),
  provinceCode: z.string(),
  provinceName: z.string(),
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  placeState: z.enum(['decided', 'undecided', 'province-only']),
})

const State = z.enum(['active', 'merged', 'withdrawn'])
const TaxNumberState = z.enum(['missing', 'valid', 'flagged'])

export const ProducerLines = z.object({
  items: z.array(
    PlaceView.extend({
      id: z.uuid(),
      publicId: z.string(),
      name: z.string(),
      kindCode: Kind,
      taxNumber: z.string().nullable(),
      taxNumberState: TaxNumberState,
      state: State,
      version: z.int(),
      updatedAt: z.string(),
    }),
  ),
  total: z.int(),
  next: z.string().nullable().describe('The cursor of the next page'),
})

export const FactView = z.object({
  fieldGroup: z.string(),
  state: z.enum(['current', 'contradicting']),
  content: z.json(),
  recordedAt: z.string(),
  source: z.object({
    kind: z.string(),
    level: z.enum(['A', 'B', 'C']),
    title: z.string(),
    reference: z.string().nullable(),
    page: z.string().nullable(),
    importRow: z.int().nullable(),
    statedOn: z.string().nullable(),
    checkedOn: z.string(),
  }),
})

export const Brief = z.object({ id: z.uuid(), publicId: z.string(), name: z.string() })
export const MergerView = Brief.extend({ reason: z.string(), mergedAt: z.string() })

export const ProducerView = z.object({
  id: z.uuid(),
  publicId: z.string(),
  kindCode: Kind,
  name: z.string(),
  taxNumber: z.string().nullable(),
  taxNumberState: TaxNumberState,
  introduction: z.string(),
  representative: z.string().nullable(),
  representativeGender: Gender.nullable(),
  representativeEthnicity: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  contactsPublic: z.boolean(),
  contactsConsentedAt: z.string().nullable(),
  place: PlaceView.extend({ candidates: z.array(z.object({ code: z.string(), name: z.string() })) }),
  state: State,
  mergedInto: Brief.nullable(),
  mergers: z.array(MergerView),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  facts: z.array(FactView),
  abilities: z.object({ edit: z.boolean(), propose: z.boolean(), merge: z.boolean() }),
})

export const FindMatches = z.object({
  name: z.string().trim().min(1).max(producerLimits.name),
  taxNumber: z.string().max(producerLimits.taxNumber).optional(),
  province: Province,
  commune: Commune.optional(),
  except: z.uuid().optional().describe('The producer at hand'),
})

export const ProducerMatches = z.object({
  items: z.array(
    Brief.extend({
      provinceName: z.string(),
      communeName: z.string().nullable(),
      reasons: z.array(z.enum(['tax-number', 'name-and-place', 'similar-name'])),
      score: z.number(),
    }),
  ),
})

export const ProducerKinds = z.object({
  items: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
})
