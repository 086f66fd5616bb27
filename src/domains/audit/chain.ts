import { createHash } from 'node:crypto'

/** The hash before the first entry. */
export const beginning = '00'.repeat(32)

/** A text with its own length, as audit.netstring writes it: no two lists of texts read the same. */
export function netstring(text: string | null): string {
  return text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`
}

/** SHA-256 of an entry after the one before it, in hexadecimal; mirrors audit.seal_entry. */
export function sealOf(previous: string, fields: readonly (string | null)[]): string {
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(fields.map(netstring).join(''), 'utf8')
    .digest('hex')
}

/** SHA-256 over the hashes of an entry's changes in their order; mirrors the watching functions of audit.watch. */
export function changesDigest(changes: readonly (readonly (string | null)[])[]): string {
  const whole = createHash('sha256')
  for (const fields of changes)
    whole.update(createHash('sha256').update(fields.map(netstring).join(''), 'utf8').digest())
  return whole.digest('hex')
}

/** One published line: `<moment> <number> <sha256>`. */
export interface Checkpoint {
  at: string
  number: number
  sha256: string
}

/** A checkpoint as it is published. */
export function writeCheckpoint({ at, number, sha256 }: Checkpoint): string {
  return `${at} ${number} ${sha256}`
}

/** The checkpoints of a published file; throws a sentence for people at a line that is none. */
export function readCheckpoints(text: string): Checkpoint[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, at = '', number = '', sha256 = ''] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? []
      if (at === '') throw new Error(`Không phải dòng mốc nhật ký: “${line}” / not a checkpoint of the audit log`)
      return { at, number: Number(number), sha256 }
    })
}
