import { type CellRange, columnLetters } from './cell-addresses.ts'
import type { Cell, SheetRow } from './workbook.ts'

interface OpenMerge {
  range: CellRange
  origin: Cell
}

/** Makes a function that, given the rows of one sheet in order, repeats the top-left value of each merged range down and right. */
export function repeatMergedCells(merges: CellRange[], lastColumn: number): (row: SheetRow) => SheetRow {
  let next = 0
  let open: OpenMerge[] = []
  return (row) => {
    open = open.filter(({ range }) => range.bottom >= row.row)
    for (let merge = merges[next]; merge && merge.top <= row.row; merge = merges[next]) {
      const origin = originIn(row, merge)
      if (origin && !overlapsAny(merge, open)) open.push({ range: merge, origin })
      next += 1
    }
    if (open.length === 0) return row
    const taken = new Set(row.cells.map((cell) => cell.column))
    const repeated = open.flatMap((merge) => repeatInto(taken, merge, lastColumn))
    if (repeated.length === 0) return row
    return { row: row.row, cells: [...row.cells, ...repeated].toSorted((a, b) => a.column - b.column) }
  }
}

/** Merged ranges never overlap in a sound file; in a hostile one they would multiply the work for each row. */
function overlapsAny(merge: CellRange, open: readonly OpenMerge[]): boolean {
  return open.some(({ range }) => range.left <= merge.right && merge.left <= range.right)
}

function originIn(row: SheetRow, merge: CellRange): Cell | undefined {
  return row.row === merge.top ? row.cells.find((cell) => cell.column === merge.left) : undefined
}

function repeatInto(taken: Set<number>, { range, origin }: OpenMerge, lastColumn: number): Cell[] {
  const copies: Cell[] = []
  for (let column = range.left; column <= Math.min(range.right, lastColumn); column += 1) {
    if (taken.has(column)) continue
    taken.add(column)
    copies.push({ ...origin, column, mergedFrom: `${columnLetters(range.left)}${range.top}` })
  }
  return copies
}
