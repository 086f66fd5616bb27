import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { ReferenceRows } from './rules.ts'

const scheme = z.enum(['2004-2025', '2025-'])
const orNull = z.string().transform((text) => (text === '' ? null : text))

const unitLine = z
  .object({
    code: z.string(),
    name: z.string(),
    full_name: z.string(),
    level: z.enum(['province', 'district', 'commune']),
    type: z.string(),
    parent_code: orNull,
    scheme,
    valid_from: orNull,
    valid_to: orNull,
  })
  .transform(({ full_name, parent_code, valid_from, valid_to, ...rest }) => ({
    ...rest,
    fullName: full_name,
    parentCode: parent_code,
    validFrom: valid_from,
    validTo: valid_to,
  }))

const successorLine = z
  .object({
    old_code: z.string(),
    new_code: z.string(),
    kind: z.enum(['whole', 'part']),
    population: z.enum(['all', 'some', 'none']),
  })
  .transform(({ old_code, new_code, ...rest }) => ({ ...rest, oldCode: old_code, newCode: new_code }))

const aliasLine = z
  .object({ old_code: z.string(), alias: z.string(), former_code: orNull, kind: z.enum(['former', 'spelling']) })
  .transform(({ old_code, former_code, ...rest }) => ({ ...rest, oldCode: old_code, formerCode: former_code }))

export const referenceFileNames = ['units.csv', 'successors.csv', 'aliases.csv'] as const

/** The bytes of the three reference files and one digest over them, so that an unchanged load can be told without parsing. */
export async function openReferenceFiles(directory: string) {
  const [units, successors, aliases] = await Promise.all(
    referenceFileNames.map((name) => readFile(join(directory, name), 'utf8')),
  )
  const sha256 = createHash('sha256')
  for (const text of [units, successors, aliases]) sha256.update(`${text?.length}\n${text}`)
  return { units: units ?? '', successors: successors ?? '', aliases: aliases ?? '', sha256: sha256.digest('hex') }
}

/** Reads the rows of the reference files; throws at the first line that has another shape. */
export function parseReferenceFiles(texts: { units: string; successors: string; aliases: string }): ReferenceRows {
  return {
    units: z.array(unitLine).parse(parse(texts.units, { columns: true })),
    successors: z.array(successorLine).parse(parse(texts.successors, { columns: true })),
    aliases: z.array(aliasLine).parse(parse(texts.aliases, { columns: true })),
  }
}
