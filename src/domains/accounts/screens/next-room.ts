/** The room to open after signing in; only an address inside the office is believed. */
export function nextRoom(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted) || wanted.startsWith('/sign-in')) return '/'
  return wanted
}
