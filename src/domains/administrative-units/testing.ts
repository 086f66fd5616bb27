import { join } from 'node:path'
import { buildGazetteer } from './build-gazetteer.ts'
import { openReferenceFiles, parseReferenceFiles } from './reference-files.ts'
import { type Gazetteer, type Scheme, type Unit, unitOf } from './rules.ts'

/** Where the project's own reference files lie. */
export const referenceDirectory = join(import.meta.dirname, '../../../data/reference/administrative-units')

/** The gazetteer of the real reference, without a database. */
export async function aGazetteer(): Promise<Gazetteer> {
  return buildGazetteer(parseReferenceFiles(await openReferenceFiles(referenceDirectory)))
}

/** The unit of a scheme and code; throws where there is none, so that a test fails at its cause. */
export function aUnit(gazetteer: Gazetteer, scheme: Scheme, code: string): Unit {
  const unit = unitOf(gazetteer, { scheme, code })
  if (unit === undefined) throw new Error(`no unit ${scheme}/${code}`)
  return unit
}
