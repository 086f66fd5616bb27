/** Writes an ISO day ('2026-11-24') as 24/11/2026, in both languages; anything else is returned as it came. */
export function formatDate(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (!parts) return day
  return `${parts[3]}/${parts[2]}/${parts[1]}`
}
