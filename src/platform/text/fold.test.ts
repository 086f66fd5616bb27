import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { fold, slugify } from './fold.ts'

const database = await testDatabase()

test('folding drops accents, case and the stroke of đ, composed or decomposed', () => {
  expect(fold('ĐƯỜNG Hoà Bình')).toBe('duong hoa binh')
  expect(fold('Hòa'.normalize('NFD'))).toBe('hoa')
  expect(slugify('Nước mắm “Cá Đen” 40°')).toBe('nuoc-mam-ca-den-40')
})

test('the database folds letter for letter as the program does', async () => {
  const letters = [
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵÁÀẢÃẠ -.,“”0123',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...letters), { maxLength: 40 }),
      fc.boolean(),
      async (picked, decomposed) => {
        const text = decomposed ? picked.join('').normalize('NFD') : picked.join('')
        const result = await sql<{ folded: string }>`select public.fold(${text}) as folded`.execute(database.db)
        expect(result.rows[0]?.folded).toBe(fold(text))
      },
    ),
    { numRuns: 60 },
  )
})
