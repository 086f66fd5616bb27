/** Folds text for comparison: lower case, no accents, đ→d. Mirrors SQL `public.fold` (db/migrations/0001) so both sides find alike. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}

/** A folded text reduced to words joined by hyphens, for readable addresses; at most 80 characters. */
export function slugify(text: string): string {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 80).replace(/-$/, '')
}
