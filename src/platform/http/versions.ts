import { refuse } from '../errors/refusals.ts'

/** A record's version as an entity tag. */
export function etagOfVersion(version: number): string {
  return `"${version}"`
}

/**
 * The version that a change starts from: of `If-Match: "3"`, of the body, or of both when they agree. Refuses a change that names none,
 * because it could overwrite what its author never saw; `*` and weak tags name none either.
 */
export function versionOf(ifMatch: string | null | undefined, inBody: number | undefined): number {
  const header = ifMatch?.trim() || null
  if (header === null) {
    if (inBody === undefined) throw refuse('version-needed', {}, [versionField])
    return inBody
  }
  const named = Number(/^"(\d{1,9})"$/.exec(header)?.[1] ?? Number.NaN)
  if (!Number.isInteger(named) || named < 1) throw refuse('if-match-unreadable', { header: header.slice(0, 60) })
  if (inBody !== undefined && inBody !== named) throw refuse('versions-disagree', { header: named, body: inBody })
  return named
}

const versionField = {
  path: 'version',
  vi: 'Cần số bản đang sửa.',
  en: 'The version at hand is needed.',
}
