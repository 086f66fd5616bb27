import { type CellRange, parseRange } from '../../../platform/spreadsheets/cell-addresses.ts'
import { repeatMergedCells } from '../../../platform/spreadsheets/repeat-merged-cells.ts'
import type { SheetRow } from '../../../platform/spreadsheets/workbook.ts'

/** Rows as the reader would give them, from texts; `merges` such as "B2:B4" repeat their first cell. */
export function sheet(rows: readonly (readonly string[])[], merges: readonly string[] = []): SheetRow[] {
  const ranges = merges
    .map(parseRange)
    .filter((range): range is CellRange => range !== undefined)
    .toSorted((a, b) => a.top - b.top)
  const repeat = repeatMergedCells(ranges, 300)
  return rows
    .map((texts, index) => ({
      row: index + 1,
      cells: texts.flatMap((text, at) =>
        text === '' ? [] : [{ column: at + 1, text, raw: text, ...(/^#[A-Z/0!?]+$/.test(text) && { error: text }) }],
      ),
    }))
    .map(repeat)
    .filter(({ cells }) => cells.length > 0)
}
