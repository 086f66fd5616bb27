import { z } from 'zod'
import { refuse } from './refusals.ts'

/** Writes where a page ended; opaque to callers. */
export function writeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads a cursor of so many parts back; refuses what writeCursor did not write. */
export function readCursor(cursor: string, parts: number): string[] {
  try {
    return z
      .array(z.string().max(400))
      .length(parts)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw refuse('cursor-unreadable')
  }
}

/** The Link header (RFC 8288) to the next page of a list at this path. */
export function nextLink(
  publicUrl: string,
  path: string,
  query: Record<string, unknown>,
  next: string | null,
): Record<string, string> {
  if (next === null) return {}
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, cursor: next })) {
    if (value !== undefined && value !== null) parameters.set(name, String(value))
  }
  return { link: `<${publicUrl}${path}?${parameters}>; rel="next"` }
}
