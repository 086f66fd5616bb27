/** What a cell may hold on the way out. Text stays text, even when it looks like a formula; a `Date` is shown as a date (UTC). */
export type OutgoingValue = string | number | boolean | Date | null | undefined

export interface OutgoingSheet {
  name: string
  /** Widths in characters, by column; columns without one get a usual width. */
  widths?: number[]
  /** The first row is a header: bold, and it stays in sight when scrolling. */
  hasHeader?: boolean
  rows: AsyncIterable<readonly OutgoingValue[]> | Iterable<readonly OutgoingValue[]>
}
