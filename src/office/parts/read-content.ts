/** What a source states, as lines a person reads: only fields with a name, without empty ones. */
export function readContent(content: unknown, labels: Record<string, string>): { label: string; value: string }[] {
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([field, value]) => {
    const label = labels[field]
    if (label === undefined || value === null || value === '') return []
    return [{ label, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }]
  })
}
