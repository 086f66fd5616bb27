import { z } from 'zod'
import { Brief } from '../producers/index.ts'

const kinds = ['access', 'correction', 'erasure', 'consent-withdrawal'] as const
const states = ['open', 'done', 'refused'] as const

export const RecordRequest = z.object({
  producerId: z.uuid(),
  kind: z.enum(kinds),
  requester: z.string().trim().min(1).max(200).describe('Who asks'),
  contact: z.string().trim().max(200).default('').describe('Where the answer goes'),
  detail: z.string().trim().max(4000).default(''),
  receivedOn: z.iso.date(),
})

export const ListRequests = z.object({
  state: z.enum(states).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export const ById = z.object({ id: z.uuid() })

export const AnswerRequest = z.object({
  id: z.uuid(),
  outcome: z.enum(['done', 'refused']),
  answer: z.string().trim().min(1).max(4000).describe('What was done, or why it is refused'),
})

export const RequestView = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  producer: Brief,
  requester: z.string(),
  contact: z.string(),
  detail: z.string(),
  receivedOn: z.string(),
  dueOn: z.string().describe('Two working days after receipt'),
  isLate: z.boolean(),
  state: z.enum(states),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
export type RequestView = z.infer<typeof RequestView>

export const RequestLines = z.object({ items: z.array(RequestView), total: z.int() })

/** Everything that the register holds of the people behind a producer, to be handed to them. */
export const HeldView = z.object({
  producer: Brief,
  representative: z.string().nullable(),
  representativeGender: z.string().nullable(),
  representativeEthnicity: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  address: z.string(),
  contactsPublic: z.boolean(),
  contactsConsentedAt: z.string().nullable(),
  statements: z.array(
    z.object({
      fieldGroup: z.string(),
      content: z.json(),
      recordedAt: z.string(),
      source: z.object({ kind: z.string(), title: z.string() }),
    }),
  ),
})
