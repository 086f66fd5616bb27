/** Bounds that keep a hostile or careless file from exhausting the machine; each can be set by the caller. */
export interface SpreadsheetLimits {
  fileBytes: number
  rowsPerSheet: number
  columns: number
  cellCharacters: number
  sheets: number
  merges: number
  zipEntries: number
  inflatedBytes: number
  /** How many times larger than its packed form one part may be. Ordinary sheets reach 60, DEFLATE's ceiling is 1,032. */
  inflationRatio: number
}

export const defaultLimits = {
  fileBytes: 20 * 1024 * 1024,
  rowsPerSheet: 50_000,
  columns: 300,
  cellCharacters: 32_767,
  sheets: 200,
  merges: 300_000,
  zipEntries: 2_000,
  inflatedBytes: 300 * 1024 * 1024,
  inflationRatio: 250,
} as const satisfies SpreadsheetLimits

/** A cell that holds something; empty cells are left out of a row. */
export interface Cell {
  /** 1-based. */
  column: number
  /** What a person reads: NFC, trimmed at the ends; dates as `2024-03-12`, numbers without exponent. */
  text: string
  /** What the file holds, before decoding and trimming. */
  raw: string | number | boolean | Date | null
  /** Address of the top-left cell of the merged range whose value is repeated here. */
  mergedFrom?: string
  /** The value is a formula's cached result; formulas are never evaluated. */
  formula?: true
  /** `#REF!`, `#N/A` … as the file cached it. */
  error?: string
  /** The text was typed in a legacy font or code page and decoded to Unicode. */
  decodedFrom?: 'tcvn3' | 'vni'
}

export interface SheetRow {
  /** 1-based, as the spreadsheet program shows it. */
  row: number
  cells: Cell[]
}

export interface SheetSummary {
  name: string
  hidden: boolean
}

export interface OpenedSpreadsheet {
  kind: 'xlsx' | 'csv'
  /** Encoding of a CSV file; always `utf-8` for .xlsx. */
  encoding: string
  sheets: SheetSummary[]
  /** Rows that hold at least one value, in order; reads the file again at each call. */
  rows(sheetIndex: number): AsyncIterable<SheetRow>
  close(): Promise<void>
}

export interface OpenOptions {
  limits?: Partial<SpreadsheetLimits>
  signal?: AbortSignal
}

/** What the readers pass among themselves. */
export interface Reading {
  limits: SpreadsheetLimits
  signal: AbortSignal | undefined
}
