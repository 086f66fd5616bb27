import { expect, test } from 'vitest'
import { anAccount } from '../../src/domains/accounts/testing.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { expectAccessible, isTooWide, openPage, startBrowser, widths } from '../../src/platform/testing/browser.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { signInAs, testServer } from '../../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
// A passkey belongs to a name, never to a bare address.
const site = server.address.replace('127.0.0.1', 'localhost')
server.config.publicUrl = site
const browser = await startBrowser()
const password = 'ba con vịt lội qua sông'

test('an officer adds a passkey, signs in with a recovery code, and is asked who it is before removing the passkey', async () => {
  const { login } = await inTransaction(database.db, (tx) =>
    anAccount(tx, { now: server.clock.now(), password, persona: { province: '68' } }),
  )
  const { page, faults } = await openPage(browser, { viewport: widths.desk })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  const enter = async () => {
    await page.getByLabel('Tên đăng nhập').fill(login)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
  }
  await page.goto(`${site}/office/account`)
  await enter()
  await page.getByLabel('Tên để nhận ra').fill('Máy của cơ quan')
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor()
  const recoveryCode = (await page.locator('.recovery-codes li').first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Tôi đã lưu các mã này' }).click()
  await page.getByText('Máy của cơ quan').waitFor()
  await page.waitForLoadState('networkidle')
  await expectAccessible(page, 'my account')
  expect(await isTooWide(page)).toBe(false)

  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await enter()
  await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click()
  await page.getByLabel('Mã khôi phục').fill(recoveryCode)
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).waitFor()

  server.clock.moveTo('2026-11-24T09:11:00+07:00')
  await page.goto(`${site}/office/account`)
  await page.getByRole('button', { name: 'Gỡ: Máy của cơ quan' }).click()
  const question = page.getByRole('dialog')
  await question.getByText('Xác nhận là anh/chị').waitFor()
  await question.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await question.getByRole('button', { name: 'Xác nhận' }).click()
  await question.waitFor({ state: 'detached' })
  await page.getByText('Máy của cơ quan').waitFor({ state: 'detached' })
  // The refusal that asks for the confirmation is told by the browser as a failed load; nothing else may be.
  expect(faults.filter((fault) => !fault.includes('403') && !fault.includes('401'))).toEqual([])
}, 60_000)

test('a ministry administrator issues an API client and sees its secret once', async () => {
  server.clock.moveTo('2026-11-24T09:00:00+07:00')
  const [name = '', value = ''] = (await signInAs(database, 'ministry')).split('=')
  const { page } = await openPage(browser, { viewport: widths.phone })
  await page.context().addCookies([{ name, value, url: site }])
  await page.goto(`${site}/office/api-clients`)
  await page.getByLabel('Tên hệ thống').fill('Sàn thử nghiệm')
  await page.getByRole('button', { name: 'Cấp khóa mới' }).click()
  const secret = await page.getByLabel('Bí mật').inputValue()
  expect(secret).toMatch(/^[\w-]{43}$/)
  await page.waitForLoadState('networkidle')
  await expectAccessible(page, 'API clients')
  expect(await isTooWide(page)).toBe(false)
  await page.reload()
  await page.getByText('Sàn thử nghiệm').waitFor()
  expect(await page.content()).not.toContain(secret)
}, 60_000)
