import { ownPath } from '../sign-in/rules.ts'

/** The room to open after signing in; only an address inside the office is believed. */
export function nextRoom(wanted: string | null): string {
  const path = ownPath(wanted)
  return path.startsWith('/sign-in') || path.startsWith('/enrol') ? '/' : path
}
