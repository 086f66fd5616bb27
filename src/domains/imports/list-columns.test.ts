import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { listOf as list, readBatchView, registerOf, sendList, stagedList, stepBatch } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const lamDong = await signInAs(database, { province: '68' })
const { count } = registerOf(database, server)

describe('columns', () => {
  const unusual = 'cột một,cột hai,nơi,ai làm\nMật mía Cột Lạ,3 sao,"xã Ninh Gia, Lâm Đồng",HTX Cột Lạ\n'

  test('that nobody recognises are asked for, answered once, and remembered for the province', async () => {
    const batch = await stagedList(server, lamDong, { content: unusual })
    expect(batch.state).toBe('needs-mapping')
    const columns = [
      { column: 1, field: 'product' },
      { column: 2, field: 'star' },
      { column: 3, field: 'address' },
      { column: 4, field: 'producer' },
    ]
    expect((await stepBatch(server, lamDong, `${batch.id}/mapping`, { columns }, 'PUT')).status).toBe(200)
    await server.runJobs()
    expect((await readBatchView(server, lamDong, batch.id)).state).toBe('staged')
  })

  test('a field cannot be given to two columns, nor one that does not exist', async () => {
    const batch = await stagedList(server, lamDong, {
      content: list('Kẹo dừa Hai Cột,HTX Hai Cột,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,4/QĐ-UBND,,'),
    })
    const twice = await stepBatch(
      server,
      lamDong,
      `${batch.id}/mapping`,
      {
        columns: [
          { column: 1, field: 'product' },
          { column: 2, field: 'product' },
        ],
      },
      'PUT',
    )
    expect((await twice.json()).code).toBe('field-mapped-twice')
    const unknown = await stepBatch(
      server,
      lamDong,
      `${batch.id}/mapping`,
      { columns: [{ column: 1, field: 'màu sắc' }] },
      'PUT',
    )
    expect((await unknown.json()).code).toBe('field-unknown')
    expect((await readBatchView(server, lamDong, batch.id)).state).toBe('staged')
  })
})

describe('files that are not lists', () => {
  test('are refused with a reason before anything is kept', async () => {
    const before = await count('imports.batch')
    const pdf = await sendList(server, lamDong, { name: 'x.xlsx', content: '%PDF-1.7 ...' })
    expect(pdf.status).toBe(415)
    expect((await pdf.json()).code).toBe('not-a-spreadsheet')
    const old = new Uint8Array(2048)
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    old.set(new TextEncoder().encode('W\0o\0r\0k\0b\0o\0o\0k\0'), 600)
    const refused = await (await sendList(server, lamDong, { name: 'cu.xls', content: old })).json()
    expect(refused.code).toBe('old-excel-file')
    expect(refused.detail).toContain('.xlsx')
    expect(await count('imports.batch')).toBe(before)
  })
})
