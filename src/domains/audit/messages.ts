import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const entryId = z.string().regex(/^\d{1,18}$/)

export const entryKinds = ['change', 'export', 'reading'] as const

const filters = {
  /** an account */
  actor: z.uuid().optional(),
  role: z.string().max(60).optional(),
  subjectKind: z.string().max(60).optional(),
  subject: z.uuid().optional(),
  route: z.string().max(200).optional(),
  kind: z.enum(entryKinds).optional(),
  from: day.optional(),
  to: day.optional(),
}

/** Filters of the auditor's list; `from` and `to` are days in Vietnam, both included. */
export const ListEntries = z.object({
  ...filters,
  cursor: entryId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListEntries = z.infer<typeof ListEntries>

const Who = z.object({
  by: z.enum(['account', 'nobody', 'command-line', 'program']),
  accountId: z.string().nullable(),
  name: z.string(),
  role: z.string(),
})

export const EntryLine = z.object({
  id: z.string(),
  /** its place in the chain */
  number: z.number().nullable(),
  at: z.iso.datetime(),
  kind: z.enum(entryKinds),
  who: Who,
  route: z.string().nullable(),
  requestId: z.string().nullable(),
  reason: z.string().nullable(),
  table: z.string().nullable(),
  rows: z.number().nullable(),
  /** what was done, in the reader's language; the first few where it were many */
  does: z.array(
    z.object({
      subjectKind: z.string(),
      subjectId: z.string().nullable(),
      name: z.string().nullable(),
      text: z.string(),
    }),
  ),
})
export type EntryLine = z.infer<typeof EntryLine>

/** A page of the log; `total` is counted up to 10,000. */
export const EntryLines = z.object({ items: z.array(EntryLine), total: z.number(), next: z.string().nullable() })
export type EntryLines = z.infer<typeof EntryLines>

export const historyKinds = ['product', 'producer'] as const

export const ReadHistory = z.object({ kind: z.enum(historyKinds), id: z.uuid(), cursor: entryId.optional() })

export const HistoryLines = z.object({
  items: z.array(
    z.object({ id: z.string(), at: z.iso.datetime(), who: Who, reason: z.string().nullable(), sentence: z.string() }),
  ),
  next: z.string().nullable(),
})
export type HistoryLines = z.infer<typeof HistoryLines>
