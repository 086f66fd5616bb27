import { z } from 'zod'
import { refuse } from './refusals.ts'

/** Where a page ended: the sorting value and the id of its last row. */
const Cursor = z.tuple([z.string(), z.uuid()])

/** Writes the place after a row for the caller to bring back; opaque to them. */
export function writeCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** Reads a cursor back; refuses what was not written by writeCursor. */
export function readCursor(cursor: string): { value: string; id: string } {
  try {
    const [value, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { value, id }
  } catch {
    throw refuse('cursor-unreadable')
  }
}

/** The folded words of what a person typed, each as a pattern for `like`. */
export function likePatterns(folded: string): string[] {
  const words = folded.match(/[^\s,;.()"']+/g) ?? []
  return words.slice(0, 10).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
