import type { Filters } from './filters.ts'

/** Filters as they stand in an address or a form: one text, comma-separated, or the same field several times. */
export type FilterInput = Partial<Record<keyof typeof patterns, string | readonly string[] | undefined>>

const patterns = {
  province: /^\d{2}$/,
  commune: /^\d{5}$/,
  oldProvince: /^\d{2}$/,
  oldDistrict: /^\d{3}$/,
  oldCommune: /^\d{5}$/,
  group: /^[IV]{1,3}$/,
  set: /^\d{2}$/,
  star: /^[345]$/,
  standing: /^(valid|expiring|lapsed|suspended|revoked)$/,
  kind: /^[a-z-]{1,30}$/,
} as const

function valuesOf(input: FilterInput, name: keyof typeof patterns): string[] {
  const given = input[name]
  const texts = given === undefined ? [] : typeof given === 'string' ? [given] : given
  const values = texts.flatMap((text) => text.split(',')).filter((value) => patterns[name].test(value))
  return [...new Set(values)].slice(0, 30)
}

/** Reads filters, leaving out what cannot be one: an old link or a typing slip narrows less, it never breaks a page. */
export function readFilters(input: FilterInput): Filters {
  const first = (name: keyof typeof patterns) => valuesOf(input, name)[0] ?? null
  return {
    province: first('province'),
    commune: first('commune'),
    oldProvince: first('oldProvince'),
    oldDistrict: first('oldDistrict'),
    oldCommune: first('oldCommune'),
    groups: valuesOf(input, 'group'),
    sets: valuesOf(input, 'set'),
    stars: valuesOf(input, 'star').map(Number),
    standings: valuesOf(input, 'standing'),
    kinds: valuesOf(input, 'kind'),
  }
}

/** The same filters as an address has them. */
export function writeFilters(filters: Filters): Partial<Record<keyof typeof patterns, string[]>> {
  const one = (value: string | null) => (value === null ? [] : [value])
  return {
    province: one(filters.province),
    commune: one(filters.commune),
    oldProvince: one(filters.oldProvince),
    oldDistrict: one(filters.oldDistrict),
    oldCommune: one(filters.oldCommune),
    group: [...filters.groups],
    set: [...filters.sets],
    star: filters.stars.map(String),
    standing: [...filters.standings],
    kind: [...filters.kinds],
  }
}
