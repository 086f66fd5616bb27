import { z } from 'zod'

/** What a batch remembers of its header: where it was found and what each column was taken for. */
export const StoredHeader = z.object({
  headerRows: z.array(z.int()),
  columns: z.array(
    z.object({
      column: z.int(),
      letter: z.string(),
      header: z.string(),
      field: z.string().nullable(),
      confidence: z.number(),
      samples: z.array(z.string()),
    }),
  ),
})
export type StoredHeader = z.infer<typeof StoredHeader>

/** The scope of whoever sent a list, as it was then. */
export const StoredScope = z.discriminatedUnion('country', [
  z.object({ country: z.literal(true) }),
  z.object({
    country: z.literal(false),
    provinceCodes: z.array(z.string()),
    communeCodes: z.array(z.string()),
    producerIds: z.array(z.string()).default([]),
  }),
])

/** What was understood of a row, as far as views and applying read it back. */
export const StoredUnderstanding = z.object({
  listed: z.record(z.string(), z.json()),
  place: z.record(z.string(), z.json()).nullable(),
})

export const StoredProblems = z.array(
  z.object({
    code: z.string(),
    level: z.enum(['error', 'person', 'warning']),
    column: z.int().optional(),
    field: z.string(),
    found: z.string(),
    vi: z.string(),
    en: z.string(),
    suggestion: z.object({ field: z.string(), value: z.string() }).optional(),
  }),
)

export const StoredChanges = z.array(z.object({ field: z.string(), before: z.string(), after: z.string() }))

/** The fields of a product before a list revised it, under the names that revising takes. */
export const StoredProductBefore = z
  .object({
    group_code: z.string().nullable(),
    set_code: z.string().nullable(),
    gtin: z.string().nullable(),
    price_min: z.number().nullable(),
    price_max: z.number().nullable(),
    price_unit: z.string(),
    description: z.string(),
  })
  .transform((before) => ({
    groupCode: before.group_code,
    setCode: before.set_code,
    gtin: before.gtin,
    priceMin: before.price_min,
    priceMax: before.price_max,
    priceUnit: before.price_unit,
    description: before.description,
  }))
