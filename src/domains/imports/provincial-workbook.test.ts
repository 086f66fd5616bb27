import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import {
  inTcvn3,
  provincialWorkbook,
  readBatchRows,
  readBatchView,
  registerOf,
  stagedList,
  stepBatch,
} from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const lamDong = await signInAs(database, { province: '68' })
const { products, recognitions, apply } = registerOf(database, server)

async function importWorkbook(name: string, write?: (text: string) => string) {
  const content = await provincialWorkbook({ name, commune: 'Xã Ninh Gia', ...(write && { write }) })
  const batch = await stagedList(server, lamDong, { name: `${name}.xlsx`, content, province: '68' })
  const { items } = await readBatchRows(server, lamDong, batch.id)
  return { batch, items }
}

async function expectRegistered(name: string): Promise<void> {
  expect(await recognitions(`Chè hoa sen ${name}`)).toMatchObject([
    { star: 3, decision_number: '10/QĐ-UBND', decided_on: '2020-03-12' },
    { star: 4, decision_number: '20/QĐ-UBND', decided_on: '2023-05-10' },
  ])
  expect(await recognitions(`Chè hoa nhài ${name}`)).toMatchObject([{ star: 3, decided_on: '2023-12-01' }])
  const [sen, nhai] = [await products(`Chè hoa sen ${name}`), await products(`Chè hoa nhài ${name}`)]
  expect([...sen, ...nhai]).toMatchObject([
    { province_code: '68', place_state: 'decided' },
    { province_code: '68', place_state: 'decided' },
  ])
  const producers = await database.pool.query('select id from producers.producer where name = $1', [
    `Hợp tác xã chè ${name}`,
  ])
  expect(producers.rowCount).toBe(1)
}

test.each([
  ['as Excel keeps it', 'Lộc Thắng', undefined],
  ['typed in TCVN3', 'Đạ Rsal', inTcvn3],
])(
  'the workbook of 22 columns, its producers merged and its heading in two lines, %s, goes from the wizard into the register',
  async (_how, name, write) => {
    const { batch, items } = await importWorkbook(name, write)
    expect(batch.state).toBe('staged')
    expect(batch.counts).toMatchObject({ new: 1, problem: 1 })
    const nhai = items.find((row) => row.judgement === 'problem')
    expect(nhai?.problems.filter((problem) => problem.level !== 'warning')).toMatchObject([
      { code: 'year-differs-from-date', letter: 'N' },
    ])
    expect((await (await apply(lamDong, batch.id)).json()).code).toBe('problems-left')

    const row = `${batch.id}/rows/${nhai?.rowNumber}`
    await stepBatch(server, lamDong, row, { accept: ['year-differs-from-date'] }, 'PUT')
    expect((await apply(lamDong, batch.id)).status).toBe(202)
    const applied = await readBatchView(server, lamDong, batch.id)
    expect(applied).toMatchObject({ state: 'applied', result: { producers: 1, products: 2, recognitions: 3 } })
    await expectRegistered(name)
  },
)
