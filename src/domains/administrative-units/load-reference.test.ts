import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { loadAdministrativeUnits } from './load-reference.ts'
import { gazetteerOf, readReferenceRows } from './queries.ts'
import { openReferenceFiles, parseReferenceFiles } from './reference-files.ts'
import { referenceDirectory } from './testing.ts'

const { db } = await testDatabase()
const load = (directory = referenceDirectory) => inTransaction(db, (tx) => loadAdministrativeUnits(tx, directory))
const digest = async () =>
  (await sql<{ sha256: string; loaded_at: Date }>`select sha256, loaded_at from administrative_units.load`.execute(db))
    .rows[0]

async function withChangedFile(
  name: string,
  change: (text: string) => string,
  run: (directory: string) => Promise<void>,
) {
  const directory = await mkdtemp(join(tmpdir(), 'units-'))
  try {
    await cp(referenceDirectory, directory, { recursive: true })
    await writeFile(join(directory, name), change(await readFile(join(directory, name), 'utf8')))
    await run(directory)
  } finally {
    await rm(directory, { recursive: true })
  }
}

test('loading the same files again changes nothing', async () => {
  const before = await digest()
  expect(await load()).toEqual({ units: 14_174, successors: 10_634, aliases: 914 })
  expect(await digest()).toEqual(before)
})

test('a load puts in every row, every time the files are new', async () => {
  await sql`update administrative_units.load set sha256 = repeat('0', 64)`.execute(db)
  expect(await load()).toEqual({ units: 14_174, successors: 10_634, aliases: 914 })
  expect(await digest()).toMatchObject({ sha256: (await openReferenceFiles(referenceDirectory)).sha256 })
})

test('the rows come back from the database as they are in the files', async () => {
  const order = (left: object, right: object) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)
  const plain = (rows: readonly object[]) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).sort())).sort(order)
  const stored = await readReferenceRows(db)
  const files = parseReferenceFiles(await openReferenceFiles(referenceDirectory))
  expect(plain(stored.units)).toEqual(plain(files.units))
  expect(plain(stored.successors)).toEqual(plain(files.successors))
  expect(plain(stored.aliases)).toEqual(plain(files.aliases))
})

test('lists that do not add up are refused, and nothing of them is kept', async () => {
  const before = await digest()
  const dropCommune = (text: string) =>
    text.replace(/^10174,[^\n]*2025-,[^\n]*\n/m, '').replace(/^[^\n]*,Xã Ninh Gia,commune,Xã,68,[^\n]*\n/m, '')
  await withChangedFile('units.csv', dropCommune, async (directory) => {
    await expect(load(directory)).rejects.toThrow()
  })
  await withChangedFile(
    'successors.csv',
    (text) => text.replace('24985,24985,whole,all\n', ''),
    async (directory) => {
      const thrown = await load(directory).catch((error: unknown) => error)
      expect(isRefusal(thrown) && thrown.refusal.code).toBe('reference-miscounted')
    },
  )
  expect(await digest()).toEqual(before)
})

test('a changed file is loaded, and the gazetteer of a new connection follows it', async () => {
  await withChangedFile(
    'aliases.csv',
    (text) => text.replace(/\n[^\n]+\n$/, '\n'),
    async (directory) => {
      expect((await load(directory)).aliases).toBe(913)
    },
  )
  await load()
  expect((await gazetteerOf(db)).units.size).toBe(14_149)
})

test('the gazetteer is built once and answered from memory', async () => {
  expect(await gazetteerOf(db)).toBe(await gazetteerOf(db))
  const first = await gazetteerOf(db)
  await inTransaction(db, async (tx) => expect(await gazetteerOf(tx)).toBe(first))
})

test('the card of a unit shows its state of today and its province', async () => {
  const cards = await sql`
    select full_name, type, province_code, province_name from administrative_units.unit_card
    where (scheme, code) in (('2025-', '75'), ('2025-', '24985'), ('2004-2025', '24736')) order by full_name`.execute(
    db,
  )
  expect(cards.rows).toEqual([
    {
      full_name: 'Thành phố Đồng Nai',
      type: 'Thành phố trực thuộc trung ương',
      province_code: '75',
      province_name: 'Đồng Nai',
    },
    { full_name: 'Xã Ninh Gia', type: 'Xã', province_code: '68', province_name: 'Lâm Đồng' },
    { full_name: 'Xã Quảng Trực', type: 'Xã', province_code: '67', province_name: 'Đắk Nông' },
  ])
})

test('the views hold each unit once, and count every old commune once in both groupings', async () => {
  const counts = await sql`
    select
      (select count(*) from administrative_units.unit_card) as cards,
      (select count(*) from administrative_units.province_today) as provinces,
      (select count(distinct new_code) from administrative_units.province_today) as provinces_today,
      (select count(*) from administrative_units.present_unit where is_decided) as decided,
      (select count(distinct old_code) from administrative_units.present_unit where not is_decided) as divided,
      (select count(*) from administrative_units.commune_origin) as origins`.execute(db)
  expect(counts.rows).toEqual([
    { cards: 14_149, provinces: 63, provinces_today: 34, decided: 9_594, divided: 441, origins: 3_321 },
  ])
})

test('the database itself refuses a unit without a parent, a wrong type and a second whole successor', async () => {
  const insertCode = sql`insert into administrative_units.unit_code (scheme, code, level, parent_code, province_code) values ('2025-', '99999', 'commune', null, '68')`
  await expect(insertCode.execute(db)).rejects.toThrow(/check/)
  const insertUnit = sql`insert into administrative_units.unit (scheme, code, name, full_name, level, type, valid_from) values ('2025-', '68', 'X', 'Vùng X', 'province', 'Vùng', '2030-01-01')`
  await expect(insertUnit.execute(db)).rejects.toThrow(/check/)
  const insertSuccessor = sql`insert into administrative_units.successor (old_code, new_code, kind, population) values ('24985', '00004', 'whole', 'all')`
  await expect(insertSuccessor.execute(db)).rejects.toThrow(/successor_(whole|people)/)
})
