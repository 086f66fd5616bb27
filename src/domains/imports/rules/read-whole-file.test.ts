import { expect, test } from 'vitest'
import { readAll, tempFile } from '../../../platform/spreadsheets/testing.ts'
import { provincialWorkbook } from '../testing.ts'
import { readList } from './read-list.ts'
import { recogniseHeader } from './recognise-header.ts'

test('a provincial list of 22 columns is understood from file to recognition', async () => {
  const rows = await readAll(tempFile(await provincialWorkbook(), 'list.xlsx'))
  const header = recogniseHeader(rows)
  expect(header).toMatchObject({ firstRow: 3, lastRow: 4, unmapped: [] })
  const list = header ? readList(rows, header) : []
  expect(list.map(({ kind }) => kind)).toEqual(['product', 'product', 'total', 'footer'])
  const [sen, nhai] = list.flatMap((row) => (row.kind === 'product' ? [row] : []))
  expect(sen?.problems).toEqual([])
  expect(sen?.listed).toMatchObject({
    producer: 'Hợp tác xã chè Sơn Lâm',
    phones: ['0912345678'],
    expiry: '2026-05-10',
    group: 'II',
    recognitions: [
      { kind: 'first', star: 3, decidedOn: '2020-03-12', decisionNumber: '10/QĐ-UBND', authority: 'UBND huyện' },
      { kind: 'second', star: 4, decidedOn: '2023-05-10', decisionNumber: '20/QĐ-UBND', authority: 'UBND tỉnh' },
    ],
  })
  expect(nhai?.listed.producer).toBe('Hợp tác xã chè Sơn Lâm')
  expect(nhai?.listed.recognitions).toHaveLength(1)
  expect(nhai?.problems.map(({ code, column }) => [code, column])).toEqual([['year-differs-from-date', 14]])
})

test('a list typed in TCVN3 with semicolons is understood like any other', async () => {
  const text = 'TT;Tªn s¶n phÈm;Chñ thÓ;H¹ng sao;Sè Q§\n1;B¸nh ®a;Hîp t¸c x· §«ng Anh;4 sao;12/Q§-UBND\n'
  const rows = await readAll(tempFile(Buffer.from(text, 'latin1')))
  const header = recogniseHeader(rows)
  const [row] = header ? readList(rows, header) : []
  expect(row?.kind === 'product' && row.listed).toMatchObject({
    product: 'Bánh đa',
    producer: 'Hợp tác xã Đông Anh',
    producerKind: 'cooperative',
    recognitions: [{ star: 4, decisionNumber: '12/QĐ-UBND' }],
  })
  expect(row?.kind === 'product' && row.problems.map(({ code }) => code)).toContain('decoded-from-legacy')
})
