import { z } from 'zod'
import { refuse } from './refusals.ts'

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
    throw refuse('list-cursor-unreadable')
  }
}
