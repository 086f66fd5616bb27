import { useSearchParams } from 'react-router'
import { readFilters, withFilters } from '../format/filters.ts'

/** The list's filters as they stand in the address, and how to change them: Back undoes a filter, a link shares it. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  return {
    filters: readFilters(search, names),
    cursor: search.get('cursor'),
    change: (changes: Partial<Record<Name, string | null>>, replace = false) => {
      const entries = Object.entries<string | null | undefined>(changes).map(([name, value]) => [name, value ?? null])
      setSearch((now) => withFilters(now, Object.fromEntries(entries)), { replace })
    },
    clear: () => setSearch(new URLSearchParams()),
  }
}
