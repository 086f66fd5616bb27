/** The filters that stand in an address: those named, without empty ones, so that one list has one address. */
export function readFilters<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const filters: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search.get(name)?.trim()
    if (value) filters[name] = value
  }
  return filters
}

/** The address's search after some filters changed: empty ones disappear, and the list starts from its first page. */
export function withFilters(search: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value.trim() === '') next.delete(name)
    else next.set(name, value)
  }
  next.sort()
  return next
}

/** How many filters narrow the list, apart from the words and the order. */
export function countFilters(filters: Record<string, string | undefined>): number {
  return Object.entries(filters).filter(([name, value]) => value && !['q', 'sort', 'cursor'].includes(name)).length
}
