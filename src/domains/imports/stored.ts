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
