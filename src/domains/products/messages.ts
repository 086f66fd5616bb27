import { z } from 'zod'
import { Brief, CitedDocument, FactView, listFilter, MergerView, PlaceEntry, PlaceView } from '../producers/index.ts'
import { highestPrice, productLimits } from './rules.ts'

const Reason = z.string().trim().min(1).max(productLimits.reason).describe('Why; kept with the change')
const Price = z.int().min(0).max(highestPrice).nullable().describe('Whole đồng')
const SetCode = z
  .string()
  .regex(/^\d{2}$/)
  .describe('One of the 26 sets, 01–26')
const GroupCode = z.string().max(10)
const text = (limit: number) => z.string().max(limit).optional()

export const CodeEntry = z.object({
  code: z.string().trim().min(1).max(productLimits.code),
  kind: z.enum(['four-part', 'five-part', 'certificate', 'other']),
})

const fields = {
  setCode: SetCode.nullable().optional().describe('Decides group and subgroup'),
  groupCode: GroupCode.nullable().optional().describe('While the set is unknown'),
  gtin: z.string().max(20).nullable().optional(),
  description: text(productLimits.description),
  story: text(productLimits.story),
  ingredients: text(productLimits.ingredients),
  usage: text(productLimits.usage),
  storage: text(productLimits.storage),
  packaging: text(productLimits.packaging),
  season: text(productLimits.season),
  capacity: text(productLimits.capacity),
  priceMin: Price.optional(),
  priceMax: Price.optional(),
  priceUnit: text(productLimits.priceUnit),
  place: PlaceEntry.optional().describe('Without it the producer’s place'),
  codes: z.array(CodeEntry).max(20).default([]).describe('Legal codes and certificate numbers to add'),
  reason: Reason,
  document: CitedDocument.nullable().optional(),
}

export const EnterProduct = z.object({
  producerId: z.uuid(),
  name: z.string().trim().min(1).max(productLimits.name),
  ...fields,
  confirmedDistinct: z.boolean().default(false).describe('A person looked at the candidates and says it is another'),
})

export const AmendProduct = z.object({
  id: z.uuid(),
  version: z.int().min(1).optional().describe('The version at hand, unless If-Match names it'),
  producerId: z.uuid().optional(),
  name: z.string().trim().min(1).max(productLimits.name).optional(),
  ...fields,
})

export const MergeProducts = z.object({ id: z.uuid(), mergedId: z.uuid(), reason: Reason })
export const ById = z.object({ id: z.uuid() })
export const WithReason = z.object({ id: z.uuid(), reason: Reason })
export const Registered = z.object({ id: z.uuid(), publicId: z.string() })
export const Changed = z.object({ id: z.uuid() })

export const ListProducts = z.object({
  ...listFilter,
  producer: z.uuid().optional(),
  group: GroupCode.optional(),
  set: SetCode.optional(),
  lacks: z.enum(['set', 'picture']).optional().describe('set: none of the 26 sets is chosen; picture: there is none'),
})

const State = z.enum(['active', 'merged', 'withdrawn'])

export const ProductLines = z.object({
  items: z.array(
    PlaceView.extend({
      id: z.uuid(),
      publicId: z.string(),
      name: z.string(),
      producer: Brief,
      groupCode: z.string().nullable(),
      setCode: z.string().nullable(),
      codes: z.array(z.string()),
      pictures: z.int().describe('How many pictures there are'),
      state: State,
      demonstration: z.boolean(),
      version: z.int(),
      updatedAt: z.string(),
    }),
  ),
  total: z.int(),
  next: z.string().nullable().describe('The cursor of the next page'),
})

export const ProductView = z.object({
  id: z.uuid(),
  publicId: z.string(),
  name: z.string(),
  producer: Brief,
  groupCode: z.string().nullable(),
  setCode: z.string().nullable(),
  gtin: z.string().nullable(),
  gtinNote: z.enum(['foreign-prefix']).nullable().describe('foreign-prefix: another country’s prefix than 893'),
  description: z.string(),
  story: z.string(),
  ingredients: z.string(),
  usage: z.string(),
  storage: z.string(),
  packaging: z.string(),
  season: z.string(),
  capacity: z.string(),
  priceMin: z.number().nullable(),
  priceMax: z.number().nullable(),
  priceUnit: z.string(),
  place: PlaceView.extend({ candidates: z.array(z.object({ code: z.string(), name: z.string() })) }),
  codes: z.array(CodeEntry.extend({ written: z.string() })),
  pictures: z.array(
    z.object({
      id: z.uuid(),
      width: z.int(),
      height: z.int(),
      caption: z.string(),
      author: z.string(),
      licence: z.string(),
      addresses: z.array(z.string()).describe('320, 800 and 1600 pixels wide'),
    }),
  ),
  state: State,
  mergedInto: Brief.nullable(),
  mergers: z.array(MergerView),
  demonstration: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  facts: z.array(FactView),
  abilities: z.object({
    edit: z.boolean(),
    propose: z.boolean(),
    merge: z.boolean(),
    withdraw: z.boolean(),
    revive: z.boolean(),
  }),
})

export const FindProductMatches = z.object({
  producer: z.uuid(),
  name: z.string().trim().min(1).max(productLimits.name),
  except: z.uuid().optional().describe('The product at hand'),
})

export const ProductMatches = z.object({
  items: z.array(Brief.extend({ reasons: z.array(z.enum(['same-name', 'similar-name'])), score: z.number() })),
})

export const AddPicture = z.object({
  id: z.uuid(),
  author: z.string().trim().min(1).max(productLimits.author),
  licence: z.string().trim().min(1).max(productLimits.licence),
  caption: z.string().max(productLimits.caption).default(''),
})

export const RevisePicture = z.object({
  id: z.uuid(),
  pictureId: z.uuid(),
  caption: z.string().max(productLimits.caption).optional(),
  author: z.string().trim().min(1).max(productLimits.author).optional(),
  licence: z.string().trim().min(1).max(productLimits.licence).optional(),
  position: z.int().min(1).max(100).optional().describe('1 is shown first'),
})

export const RemovePicture = z.object({
  id: z.uuid(),
  pictureId: z.uuid(),
  reason: Reason.default('Gỡ ảnh'),
})

export const ShowPicture = z.object({
  pictureId: z.uuid(),
  width: z.coerce.number().int().describe('320, 800 or 1600'),
})

const Named = z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })
export const Classification = z.object({
  groups: z.array(Named.extend({ subgroups: z.array(Named.extend({ sets: z.array(Named) })) })),
})

const SubjectKind = z.enum(['producer', 'product'])
const Commune = z.string().regex(/^\d{5}$/)

export const ListUndecided = z.object({
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const UndecidedPlaces = z.object({
  items: z.array(
    z.object({
      recorded: PlaceView.shape.recorded,
      provinceCode: z.string(),
      provinceName: z.string(),
      candidates: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          isDefault: z
            .boolean()
            .describe('The one that took all the people: likely for a street address, but a person decides'),
        }),
      ),
      subjects: z.array(
        z.object({
          kind: SubjectKind,
          id: z.uuid(),
          publicId: z.string(),
          name: z.string(),
          addressText: z.string(),
        }),
      ),
    }),
  ),
  total: z.int().describe('How many producers and products wait, in all groups'),
  next: z.string().nullable(),
})

export const DecidePlaces = z.object({
  subjects: z
    .array(z.object({ kind: SubjectKind, id: z.uuid() }))
    .min(1)
    .max(500),
  communeCode: Commune,
  reason: Reason,
})

export const Decided = z.object({ decided: z.int() })
