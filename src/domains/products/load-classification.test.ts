import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { listClassification } from './list-classification.ts'
import { loadClassification } from './load-classification.ts'

const { db } = await testDatabase()
const path = join(process.cwd(), 'data/reference/classification.json')

test('the classification has six groups and 26 sets, and loading it again changes nothing', async () => {
  const before = await listClassification({ db })
  await inTransaction(db, (tx) => loadClassification(tx, path))
  expect(await listClassification({ db })).toEqual(before)
  const sets = before.groups.flatMap((group) => group.subgroups.flatMap((subgroup) => subgroup.sets))
  expect([before.groups.length, sets.length]).toEqual([6, 26])
  expect(sets.map((set) => set.code)).toEqual(
    Array.from({ length: 26 }, (_, index) => String(index + 1).padStart(2, '0')),
  )
})
