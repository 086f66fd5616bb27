import { z } from 'zod'

/** What became of one row of a list. */
export const Judgement = z.enum(['new', 'update', 'same', 'problem', 'skipped'])
export type Judgement = z.infer<typeof Judgement>

export const BatchState = z.enum([
  'received',
  'reading',
  'needs-mapping',
  'judging',
  'staged',
  'applying',
  'applied',
  'undone',
  'failed',
  'discarded',
])
export type BatchState = z.infer<typeof BatchState>

export const Level = z.enum(['A', 'B', 'C'])

/** The list that a person sends with its file. */
export const SendList = z.object({
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  /** a province of before 1/7/2025 that the list is about; the present one follows */
  formerProvinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  level: Level.default('B'),
  sourceTitle: z.string().trim().max(300).optional(),
})

export const BatchKey = z.object({ batchId: z.uuid() })

const MappedColumn = z.object({
  column: z.int(),
  letter: z.string(),
  header: z.string(),
  field: z.string().nullable(),
  confidence: z.number(),
  samples: z.array(z.string()),
})

export const MappingView = z.object({
  headerRows: z.array(z.int()),
  columns: z.array(MappedColumn),
  fields: z.array(z.object({ name: z.string(), vi: z.string(), en: z.string() })),
  remembered: z.boolean(),
})

export const BatchView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  state: BatchState,
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  formerProvinceCode: z.string().nullable(),
  level: Level,
  sourceTitle: z.string(),
  sheetName: z.string().nullable(),
  sheetIndex: z.int(),
  sheets: z.array(z.object({ index: z.int(), name: z.string() })),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  appliedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  progress: z.object({ step: z.enum(['reading', 'judging', 'applying']), done: z.int(), total: z.int() }).nullable(),
  counts: z.object({
    new: z.int(),
    update: z.int(),
    same: z.int(),
    problem: z.int(),
    skipped: z.int(),
    total: z.int(),
  }),
  mapping: MappingView.nullable(),
  questions: z.array(z.object({ code: z.literal('province'), vi: z.string(), en: z.string() })),
  undoable: z.object({ possible: z.boolean(), reason: z.string().nullable() }),
  result: z.object({ producers: z.int(), products: z.int(), recognitions: z.int() }).nullable(),
  /** true when these very bytes had been sent before and nothing new was made */
  sameAsBefore: z.boolean(),
})
export type BatchView = z.infer<typeof BatchView>

export const ListBatches = z.object({
  state: BatchState.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export const BatchList = z.object({ items: z.array(BatchView), total: z.int(), next: z.string().nullable() })

export const SetMapping = BatchKey.extend({
  sheetIndex: z.int().min(0).optional(),
  columns: z
    .array(z.object({ column: z.int().min(1).max(300), field: z.string().nullable() }))
    .max(300)
    .optional(),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .optional(),
  formerProvinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .optional(),
  level: Level.optional(),
})

export const ListRows = BatchKey.extend({
  judgement: Judgement.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

const Suggestion = z.object({ field: z.string(), value: z.string(), label: z.string() })

export const RowProblem = z.object({
  code: z.string(),
  level: z.enum(['error', 'person', 'warning']),
  column: z.int().nullable(),
  letter: z.string(),
  field: z.string().nullable(),
  found: z.string(),
  message: z.string(),
  suggestion: Suggestion.nullable(),
  resolved: z.boolean(),
})

export const RowView = z.object({
  rowNumber: z.int(),
  sheetName: z.string(),
  judgement: Judgement,
  written: z.array(z.object({ column: z.int(), letter: z.string(), header: z.string(), text: z.string() })),
  understood: z.array(z.object({ field: z.string(), labelVi: z.string(), labelEn: z.string(), value: z.string() })),
  problems: z.array(RowProblem),
  subject: z.object({
    producer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    product: z.object({ id: z.uuid(), publicId: z.string(), name: z.string() }).nullable(),
  }),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  decision: z.enum(['apply', 'skip']),
})
export type RowView = z.infer<typeof RowView>

export const RowList = z.object({ items: z.array(RowView), total: z.int(), next: z.string().nullable() })

export const MendRow = BatchKey.extend({
  rowNumber: z.coerce.number().int().min(1),
  values: z.record(z.string(), z.string().max(4000)).default({}),
  decision: z.enum(['apply', 'skip']).optional(),
  accept: z.array(z.string().max(100)).max(50).optional(),
})

export const ApplyBatch = BatchKey.extend({ leaveOutProblems: z.boolean().default(false) })
export const UndoBatch = BatchKey.extend({ reason: z.string().trim().min(3).max(1000) })
