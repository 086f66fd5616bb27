import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { visibleProducer } from './lock-producer.ts'
import { authorOf, producerAbilities, requirePlaceInScope } from './policy.ts'
import { anOfficer, aProducer, ninhGia } from './testing.ts'

const { db } = await testDatabase()

function ofCommune(code: string) {
  return {
    ...anOfficer('01'),
    scope: { country: false as const, provinceCodes: [], communeCodes: [code], producerIds: [] },
  }
}

test('an officer of a commune reaches what lies in it and nothing beside it', async () => {
  const { id } = await inTransaction(db, (tx) => aProducer(tx))
  expect((await visibleProducer(db, ofCommune('24985'), id)).id).toBe(id)
  await expect(visibleProducer(db, ofCommune('24988'), id)).rejects.toMatchObject({
    refusal: { code: 'producer-missing' },
  })
  expect(() => requirePlaceInScope(ofCommune('24985'), ninhGia)).not.toThrow()
  expect(() => requirePlaceInScope(ofCommune('24988'), ninhGia)).toThrow('place-outside-scope')
})

test('buttons follow permissions and state, and a program without an account signs nothing', () => {
  expect(producerAbilities(anOfficer('68'), 'active')).toEqual({ edit: true, propose: false, merge: true })
  expect(producerAbilities(anOfficer('68'), 'merged')).toEqual({ edit: false, propose: false, merge: false })
  expect(producerAbilities({ ...anOfficer('68'), permissions: new Set() }, 'active')).toEqual({
    edit: false,
    propose: false,
    merge: false,
  })
  expect(authorOf(anOfficer())).toBeNull()
})
