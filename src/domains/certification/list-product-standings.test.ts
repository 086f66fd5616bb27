import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { aProduct as aPlainProduct } from '../products/testing.ts'
import { ProductStandingLines } from './messages.ts'
import { anEvent, aProduct, aRecognition } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const lamDong = await signInAs(database, { province: '68' })
const haNoi = await signInAs(database, { province: '01' })
const now = server.clock.now()

const made = await inTransaction(database.db, async (tx) => {
  const { actor } = await aSignedInActor(tx, 'ministry', now)
  const write = { tx, actor, now }
  const recognised = async (star: number, decidedOn: string, province = '68') => {
    const { id: productId } = await aProduct(write, province)
    const { id } = await aRecognition(tx, { actor, now, productId, star, decidedOn, decisionNumber: `${star}/QĐ` })
    return { productId, id }
  }
  const valid = await recognised(4, '2025-06-10')
  const expiring = await recognised(3, '2024-02-01')
  const lapsed = await recognised(4, '2022-02-01')
  const suspended = await recognised(5, '2026-02-01')
  await anEvent(write, suspended.id, { effectiveOn: '2026-06-01' })
  const elsewhere = await recognised(4, '2025-06-10', '01')
  const unrecognised = await aProduct(write)
  const bare = await aPlainProduct(tx, { setCode: null })
  return { valid, expiring, lapsed, suspended, elsewhere, unrecognised, bare }
})

async function list(cookie: string, search = '') {
  const answer = await server.fetch(`/api/v1/office/product-standings?limit=100${search}`, { cookie })
  expect(answer.status).toBe(200)
  const lines = ProductStandingLines.parse(await answer.json())
  expect(lines.total).toBe(lines.items.length)
  return new Map(lines.items.map((line) => [line.id, { star: line.star, standing: line.standing }]))
}

test('each product of the scope is told with its star and standing today', async () => {
  const lines = await list(lamDong)
  expect(lines.get(made.valid.productId)).toEqual({ star: 4, standing: 'valid' })
  expect(lines.get(made.expiring.productId)).toEqual({ star: 3, standing: 'expiring' })
  expect(lines.get(made.lapsed.productId)).toEqual({ star: 4, standing: 'lapsed' })
  expect(lines.get(made.suspended.productId)).toEqual({ star: 5, standing: 'suspended' })
  expect(lines.get(made.unrecognised.id)).toEqual({ star: null, standing: 'not-recognised' })
  expect(lines.has(made.elsewhere.productId)).toBe(false)
  expect([...(await list(haNoi)).keys()]).toEqual([made.elsewhere.productId])
})

test('star and standing narrow the list, alone and together', async () => {
  expect(new Set((await list(lamDong, '&star=4')).keys())).toEqual(
    new Set([made.valid.productId, made.lapsed.productId]),
  )
  expect([...(await list(lamDong, '&star=4&standing=valid')).keys()]).toEqual([made.valid.productId])
  expect([...(await list(lamDong, '&standing=suspended')).keys()]).toEqual([made.suspended.productId])
  expect(new Set((await list(lamDong, '&standing=not-recognised')).keys())).toEqual(
    new Set([made.unrecognised.id, made.bare.id]),
  )
  expect((await list(lamDong, '&standing=not-recognised&star=4')).size).toBe(0)
})

test('what lacks a set or a picture is found', async () => {
  const withoutSet = await list(lamDong, '&lacks=set')
  expect(withoutSet.has(made.bare.id)).toBe(true)
  expect((await list(lamDong, '&lacks=picture')).size).toBe((await list(lamDong)).size)
})

test('the workbook holds exactly the filtered products, with star and standing in the reader’s language', async () => {
  const path = '/api/v1/office/product-standings/export.xlsx?standing=suspended'
  const answer = await server.fetch(path, { cookie: lamDong, headers: { 'accept-language': 'vi' } })
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const sheet = workbook.worksheets[0]
  expect(sheet?.rowCount).toBe(2)
  expect(sheet?.getRow(1).getCell(18).text).toBe('Tình trạng')
  expect([sheet?.getRow(2).getCell(17).value, sheet?.getRow(2).getCell(18).text]).toEqual([5, 'Đang đình chỉ'])
})

test('nobody without a session reads it', async () => {
  expect((await server.fetch('/api/v1/office/product-standings')).status).toBe(401)
  expect((await server.fetch('/api/v1/office/product-standings/export.xlsx')).status).toBe(401)
})
