import type { Cell, SheetRow } from '../../../platform/spreadsheets/workbook.ts'
import type { ImportField } from './fields.ts'
import { type Problem, type ProblemCode, problem, type Suggestion } from './problems.ts'
import type { MappedColumn } from './recognise-header.ts'

/** The cells of a row by their meaning. */
export interface FieldCells {
  /** One line of text, or as mended by a person; '' when the cell is empty or holds an error. */
  text(field: ImportField): string
  /** As written, with its line ends. */
  written(field: ImportField): string
  cell(field: ImportField): Cell | undefined
  column(field: ImportField): number | undefined
  has(field: ImportField): boolean
  problem(code: ProblemCode, field: ImportField, suggestion?: Suggestion): Problem
}

export type MendedValues = Partial<Record<ImportField, string>>

/** Looks cells up by field; what a person mended stands before what the file says, and `fallbacks` behind both. */
export function fieldCells(
  row: SheetRow,
  columns: readonly MappedColumn[],
  mended: MendedValues = {},
  fallbacks: MendedValues = {},
): FieldCells {
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]))
  const columnOf = new Map(columns.map(({ field, column }) => [field, column]))
  const cell = (field: ImportField) => byColumn.get(columnOf.get(field) ?? 0)
  const written = (field: ImportField) => {
    const found = cell(field)
    return mended[field] ?? (found?.error ? '' : found?.text || (fallbacks[field] ?? ''))
  }
  return {
    text: (field) => written(field).replace(/\s+/g, ' ').trim(),
    written,
    cell,
    column: (field) => columnOf.get(field),
    has: (field) => columnOf.has(field) || mended[field] !== undefined || fallbacks[field] !== undefined,
    problem: (code, field, suggestion) =>
      problem(code, {
        field,
        column: columnOf.get(field),
        found: mended[field] ?? cell(field)?.text ?? fallbacks[field] ?? '',
        suggestion,
      }),
  }
}
