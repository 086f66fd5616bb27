import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { jobs } from '../../src/app.ts'
import { inviteFirstAdministrator } from '../../src/domains/accounts/index.ts'
import { codeAt } from '../../src/domains/accounts/sign-in/testing.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { startWorker } from '../../src/platform/jobs/worker.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { expectAccessible, isTooWide, openPage, startBrowser, widths } from '../../src/platform/testing/browser.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { testServer } from '../../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const worker = await startWorker({ database, jobs, clock: server.clock, config: server.config, log: silentLog })
afterAll(() => worker.stop())
const browser = await startBrowser()

/** of the code generator that the first account was enrolled with */
let secret = ''

const list = `DANH SÁCH SẢN PHẨM OCOP;;;;;
;;;;;
Tên sản phẩm;Chủ thể;Xã, phường;Hạng sao;Số quyết định;Ngày quyết định
Mật ong bạc hà Ninh Gia;HTX Ong Ninh Gia;xã Tân Thành;4 sao;3981/QĐ-UBND;12/03/2026
Trà hoa vàng Ninh Gia;HTX Ong Ninh Gia;xã Tân Thành;tiềm năng 5 sao;3981/QĐ-UBND;12/03/2026
`

async function writeList(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ocop-list-')), 'danh-sach-lam-dong.csv')
  await writeFile(path, `\uFEFF${list}`)
  return path
}

/** Looks at a room of the office as a person and a scanner would. */
async function lookAround(page: Page, where: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expectAccessible(page, where)
  expect(await isTooWide(page), `${where} scrolls sideways`).toBe(false)
}

test('a newcomer makes the first account, imports a list, and a shopper without script finds the product valid today', async () => {
  const { page, faults } = await openPage(browser, { viewport: widths.desk })
  const invitation = await inTransaction(database.db, (tx) => inviteFirstAdministrator(tx, server.clock.now()))
  await page.goto(server.address + invitation?.link)
  await page.getByLabel('Họ và tên').fill('Lê Thị Bộ')
  await page.getByLabel('Tên đăng nhập').fill('bo.ocop')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('hoa cà phê nở trắng đồi')
  await lookAround(page, 'invitation')
  await page.getByRole('button', { name: 'Tạo tài khoản và vào làm việc' }).click()
  await page.getByRole('heading', { name: 'Bật bước xác thực thứ hai' }).waitFor()
  await lookAround(page, 'enrol')
  await page.getByRole('button', { name: 'Dùng ứng dụng tạo mã' }).click()
  secret = (await page.locator('.totp-secret').textContent()) ?? ''
  await page.getByLabel('Mã 6 số').fill(codeAt(secret, server.clock.now()))
  await lookAround(page, 'code generator')
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor()
  await lookAround(page, 'recovery codes')
  await page.getByRole('button', { name: 'Tôi đã lưu các mã này' }).click()
  await page.getByText('Lê Thị Bộ').first().waitFor()
  await lookAround(page, 'home')

  await page.goto(`${server.address}/office/imports`)
  await page.getByRole('link', { name: 'Nhập danh sách mới' }).first().click()
  await page.locator('input[type=file]').setInputFiles(await writeList())
  await lookAround(page, 'send a list')
  await page.getByRole('button', { name: 'Gửi và đọc thử' }).click()

  await page.getByRole('heading', { name: 'danh-sach-lam-dong.csv' }).waitFor()
  await page.getByText('Cần anh/chị trả lời').waitFor()
  await page.getByLabel('Tỉnh, thành phố của danh sách').selectOption({ label: 'Tỉnh Lâm Đồng' })
  await page.getByRole('button', { name: 'Đối chiếu lại' }).click()
  await page.getByText('Kết quả đọc thử').waitFor()
  await page.getByText('tiềm năng 5 sao').first().waitFor()
  await lookAround(page, 'dry run')
  await page.getByRole('button', { name: 'Tôi đã xem, giữ như vậy' }).first().click()
  await page.getByRole('button', { name: 'Áp dụng vào sổ' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng vào sổ' }).click()
  await page.getByText('1 chủ thể, 2 sản phẩm, 1 công nhận.').waitFor({ timeout: 15_000 })
  await lookAround(page, 'applied batch')
  expect(faults).toEqual([])

  const shopper = await openPage(browser, { viewport: widths.phone, javaScriptEnabled: false })
  await expect
    .poll(async () => (await server.fetch('/api/v1/search?q=mat+ong+bac+ha')).json().then((found) => found.total), {
      timeout: 15_000,
    })
    .toBe(1)
  await shopper.page.goto(server.address)
  await shopper.page.getByRole('searchbox').first().fill('mat ong bac ha')
  await shopper.page.keyboard.press('Enter')
  await shopper.page
    .getByRole('link', { name: /Mật ong bạc hà Ninh Gia/ })
    .first()
    .click()
  const text = await shopper.page.locator('main').textContent()
  expect(text).toContain('Mật ong bạc hà Ninh Gia')
  expect(text).toContain('HTX Ong Ninh Gia')
  expect(text).toContain('12/03/2029')
  expect(text).toContain('3981/QĐ-UBND')
  expect(await shopper.page.content()).toContain('4 trên 5 sao')
  expect(await shopper.page.title()).toContain('Mật ong bạc hà Ninh Gia')

  await shopper.page.goto(`${server.address}/tim-kiem?q=tra+hoa+vang`)
  expect(await shopper.page.locator('main').textContent()).not.toContain('Trà hoa vàng Ninh Gia')
}, 90_000)

test('somebody who is not signed in is asked to sign in and then brought where they wanted to go', async () => {
  const { page } = await openPage(browser, { viewport: widths.phone })
  await page.goto(`${server.address}/office/products`)
  await page.getByLabel('Tên đăng nhập').fill('bo.ocop')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mật khẩu sai hoàn toàn')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('alert').first().waitFor()
  await lookAround(page, 'sign in refused')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('hoa cà phê nở trắng đồi')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  const later = new Date(server.clock.now().getTime() + 30_000)
  await page.getByLabel('Mã 6 số').fill(codeAt(secret, later))
  await lookAround(page, 'second step')
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByText('Mật ong bạc hà Ninh Gia').first().waitFor()
  expect(page.url()).toContain('/office/products')
  await lookAround(page, 'products on a phone')
}, 60_000)
