import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { testDatabase } from '../testing/test-database.ts'
import { generateTables } from './generate-tables.ts'

const database = await testDatabase()
const generatedPath = fileURLToPath(new URL('tables.generated.ts', import.meta.url))

// After a new migration: WRITE_TABLES=1 npx vitest run src/platform/db/tables.test.ts
test('the table types in the repository are those of the migrated database', async () => {
  const generated = await generateTables(database.db)
  if (readConfig().writesTables) await writeFile(generatedPath, generated)
  expect(await readFile(generatedPath, 'utf8')).toBe(generated)
})
