/** The 1-based column of `AB12`; 0 when the letters are missing. */
export function columnOf(address: string): number {
  let column = 0
  for (let i = 0; i < address.length; i += 1) {
    const code = address.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

/** The letters of a 1-based column, as spreadsheet programs show them: 28 → `AB`. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** `A5:C9` as numbers, or nothing when it is not a range of at least two cells. */
export function parseRange(range: string): CellRange | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(range)
  if (!match) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  const found = { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
  const isOrdered = found.top >= 1 && found.bottom >= found.top && found.right >= found.left
  return isOrdered && (found.bottom > found.top || found.right > found.left) ? found : undefined
}
