import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import exceljs from 'exceljs'
import { afterAll, expect, test } from 'vitest'

const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'ocop-command-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the built command line on an installation of this test's own. */
function ocop(...words: string[]) {
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    DATA_DIR: join(folder, 'installation'),
  }
  return run(process.execPath, ['dist/main.js', ...words], { env: environment, timeout: 90_000 })
}

test('a list is imported from the command line, found already there the second time, and exported to a workbook', async () => {
  const list = join(folder, 'danh-sach.csv')
  const rows = [
    'Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Số quyết định;Ngày quyết định',
    'Mật ong =1+1;HTX Ong Dòng Lệnh;xã Ninh Gia, tỉnh Lâm Đồng;4 sao;3981/QĐ-UBND;12/03/2026',
  ]
  await writeFile(list, rows.join('\n'))
  const dryRun = await ocop('import', list)
  expect(dryRun.stdout).toContain('1 mới')
  expect(dryRun.stdout).not.toContain('đã ghi')
  expect((await ocop('import', list, '--apply')).stdout).toContain('đã ghi: 1 chủ thể, 1 sản phẩm, 1 công nhận')
  expect((await ocop('import', list, '--apply')).stdout).toContain('đã được gửi trước đây')

  const out = join(folder, 'san-pham.xlsx')
  await ocop('export', 'products', '--out', out)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(out)
  expect(workbook.worksheets[0]?.rowCount).toBe(2)
  expect(workbook.worksheets[0]?.getRow(2).getCell(2).type).toBe(exceljs.ValueType.String)
}, 240_000)

test('what cannot be done is refused with a sentence and a code other than zero', async () => {
  const pdf = join(folder, 'danh-sach.xlsx')
  await writeFile(pdf, '%PDF-1.7')
  await expect(ocop('import', pdf)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('PDF') })
  await expect(ocop('export', 'stars', '--out', pdf)).rejects.toMatchObject({ code: 1 })
}, 120_000)
