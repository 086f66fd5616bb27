import { z } from 'zod'
import type { Scope } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { type JudgedRow, judgeRows } from './judge-rows.ts'
import { readKnownRegister } from './match-register.ts'
import type { ListProvince } from './province.ts'
import type { MendedValues } from './rules/field-cells.ts'
import { isImportField } from './rules/fields.ts'
import { StoredHeader } from './stored.ts'
import { type RowToUnderstand, type Understood, understandRows } from './understand-rows.ts'

const StoredCells = z.array(
  z.object({
    column: z.int(),
    text: z.string(),
    mergedFrom: z.string().optional(),
    formula: z.literal(true).optional(),
    error: z.string().optional(),
    decodedFrom: z.enum(['tcvn3', 'vni']).optional(),
  }),
)

const StoredMended = z.record(z.string(), z.string())

/** Reads what a person mended; fields that are no longer known are ignored. */
export function readMended(stored: unknown): MendedValues {
  const entries = Object.entries(StoredMended.parse(stored)).filter(([field]) => isImportField(field))
  return Object.fromEntries(entries)
}

/** Reads stored cells; the raw value of the file is in the file itself. */
export function readCells(stored: unknown): RowToUnderstand['cells'] {
  return StoredCells.parse(stored).map(({ mergedFrom, formula, error, decodedFrom, ...cell }) => ({
    ...cell,
    raw: cell.text,
    ...(mergedFrom !== undefined && { mergedFrom }),
    ...(formula !== undefined && { formula }),
    ...(error !== undefined && { error }),
    ...(decodedFrom !== undefined && { decodedFrom }),
  }))
}

/** A batch read, understood and held against the register as it is now. */
export interface LoadedBatch {
  understood: Understood[]
  judged: JudgedRow[]
}

/** What a batch is read with. */
export interface BatchToLoad {
  id: string
  header: unknown
  province: ListProvince
  level: 'A' | 'B' | 'C'
  scope: Scope
}

const rowsAtOnce = 1000

interface StoredRow extends RowToUnderstand {
  accepted: string[]
}

/** All rows of a batch, fetched in parts: the answer of one statement over a long list would be in memory three times over. */
async function storedRows(db: Db, batchId: string): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  let after = -1
  while (true) {
    const part = await db
      .selectFrom('imports.batch_row')
      .select(['row_number', 'written', 'mended', 'accepted'])
      .where('batch_id', '=', batchId)
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(rowsAtOnce)
      .execute()
    for (const { row_number, written, mended, accepted } of part)
      rows.push({ rowNumber: row_number, cells: readCells(written), mended: readMended(mended), accepted })
    if (part.length < rowsAtOnce) return rows
    after = rows.at(-1)?.rowNumber ?? after
  }
}

/** Reads all rows of a batch and judges them against the register; nothing is written. */
export async function loadBatch(db: Db, batch: BatchToLoad, now: Date): Promise<LoadedBatch> {
  const rows = await storedRows(db, batch.id)
  const accepted = new Map(
    rows.flatMap((row) => (row.accepted.length === 0 ? [] : [[row.rowNumber, new Set(row.accepted)] as const])),
  )
  const understood = understandRows(rows, {
    gazetteer: await gazetteerOf(db),
    header: StoredHeader.parse(batch.header),
    province: batch.province,
    scope: batch.scope,
    day: today(now),
  })
  const register = await readKnownRegister(db, understood)
  return { understood, judged: judgeRows(understood, { register, level: batch.level, accepted }) }
}
