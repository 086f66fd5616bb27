import { join } from 'node:path'
import { loadAdministrativeUnits } from './domains/administrative-units/index.ts'
import { loadClassification } from './domains/products/index.ts'
import type { Tx } from './platform/db/database.ts'

/** Loads the reference data that the register stands on; unchanged files are recognised and skipped. */
export async function loadReference(tx: Tx, rootDirectory: string): Promise<void> {
  const directory = join(rootDirectory, 'data/reference')
  await loadAdministrativeUnits(tx, join(directory, 'administrative-units'))
  await loadClassification(tx, join(directory, 'classification.json'))
}
