import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aRecognition } from '../../src/domains/certification/testing.ts'
import { somebody, type Wish } from '../../src/domains/change-requests/testing.ts'
import { recordOfficerSource } from '../../src/domains/producers/index.ts'
import { anOfficer, aProducer } from '../../src/domains/producers/testing.ts'
import { reviseProduct } from '../../src/domains/products/index.ts'
import { aProduct } from '../../src/domains/products/testing.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { expectAccessible, isTooWide, openPage, startBrowser, widths } from '../../src/platform/testing/browser.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { testServer } from '../../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const browser = await startBrowser()
const now = server.clock.now()

async function made(name: string) {
  return await inTransaction(database.db, async (tx) => {
    const producer = await aProducer(tx, { name: `HTX ${name}` })
    const product = await aProduct(tx, { producerId: producer.id, name, story: 'Chuyện cũ', usage: 'Pha ấm' })
    await aRecognition(tx, { actor: anOfficer(), now, productId: product.id })
    return { ...product, producerId: producer.id }
  })
}

/** The office as somebody of a role sees it. */
async function opened(wish: Omit<Wish, 'now'>, viewport: (typeof widths)[keyof typeof widths]) {
  const { cookie } = await inTransaction(database.db, (tx) => somebody(tx, { ...wish, now }))
  const { page, faults } = await openPage(browser, { viewport })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.address }])
  return { page, faults, go: (path: string) => page.goto(`${server.address}/office${path}`) }
}

async function lookAround(page: Page, where: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expectAccessible(page, where)
  expect(await isTooWide(page), `${where} scrolls sideways`).toBe(false)
}

test('a producer proposes on a phone, the province settles a conflict by keyboard, the producer reads what came of it', async () => {
  const product = await made('Chè dây Ninh Gia')
  const officer = await opened({ role: 'province-officer', province: '68' }, widths.desk)
  const owner = await opened({ role: 'producer-owner', producerId: product.producerId }, widths.phone)
  await owner.go('/')
  await owner.page.getByRole('heading', { name: 'Sản phẩm của tôi' }).waitFor()
  await owner.page.getByText('Chưa gửi đề nghị nào.').waitFor()
  await lookAround(owner.page, 'producer home')
  await owner.page.getByRole('link', { name: 'Chè dây Ninh Gia' }).first().click()
  await owner.page.getByText('Anh/chị đang đề nghị sửa.').waitFor()
  await owner.page.getByLabel('Câu chuyện sản phẩm').fill('Chuyện mới')
  await owner.page.getByLabel('Cách dùng').fill('Hãm nước sôi')
  await owner.page.getByLabel('Vì sao cần sửa').fill('Đổi cách chế biến')
  await owner.page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await owner.page.getByRole('link', { name: 'Xem đề nghị' }).click()
  await owner.page.getByText('Chuyện mới').waitFor()
  await lookAround(owner.page, 'own request on a phone')

  await inTransaction(database.db, async (tx) => {
    const write = { tx, actor: anOfficer('68'), now }
    const sourceId = await recordOfficerSource(write, 'Tỉnh sửa lỗi chính tả')
    await reviseProduct(write, { id: product.id, version: 1, story: 'Chuyện tỉnh sửa', sourceId })
  })

  await officer.go('/')
  await officer.page.getByText('đề nghị sửa chờ duyệt').waitFor()
  await officer.page.getByText('Cũ nhất:').waitFor()
  await officer.page.getByRole('link', { name: '1 thông báo chưa đọc' }).click()
  await officer.page.getByRole('heading', { name: 'Thông báo', exact: true }).waitFor()
  await lookAround(officer.page, 'notifications')
  await officer.go('/changes')
  await officer.page.getByRole('link', { name: 'Chè dây Ninh Gia' }).waitFor()
  await lookAround(officer.page, 'request list')
  await officer.page.getByRole('link', { name: 'Chè dây Ninh Gia' }).click()
  await officer.page.getByText('Chuyện tỉnh sửa').waitFor()
  await officer.page.getByText('Đã bị sửa sau khi đề nghị').waitFor()
  await lookAround(officer.page, 'decision')
  await officer.page.getByRole('radio', { name: 'Giữ như trong sổ' }).first().focus()
  await officer.page.keyboard.press('Space')
  await officer.page.getByLabel('Lý do không chấp nhận').fill('Bản của tỉnh mới hơn')
  await officer.page.getByRole('radio', { name: 'Chấp nhận', exact: true }).focus()
  await officer.page.keyboard.press('Space')
  await officer.page.getByRole('button', { name: 'Ghi quyết định' }).focus()
  await officer.page.keyboard.press('Enter')
  await officer.page.getByText('Chấp nhận một phần').first().waitFor()
  expect(officer.faults).toEqual([])

  await owner.go('/notifications')
  await owner.page.getByText('được chấp nhận một phần').waitFor()
  await lookAround(owner.page, 'notifications on a phone')
  await owner.page.getByText('được chấp nhận một phần').click()
  await owner.page.getByText('Bản của tỉnh mới hơn').waitFor()
  expect(owner.faults).toEqual([])
}, 180_000)

test('a commune officer records a consent, acts for the producer, and the page says so', async () => {
  const product = await made('Mật ong Ninh Gia')
  const { page, go, faults } = await opened({ role: 'commune-officer', commune: '24985' }, widths.desk)
  await go(`/producers/${product.producerId}`)
  await page.getByText('Chưa có ai được làm thay chủ thể này.').waitFor()
  await page.getByRole('button', { name: 'Ghi nhận sự đồng ý' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Đồng ý bằng cách nào').selectOption('spoken')
  await dialog.getByLabel('Người chứng kiến').fill('Bà Lê Thị Chứng')
  await lookAround(page, 'consent form')
  // The clock of the browser is not the test's: the days are typed.
  await dialog.getByLabel('Từ ngày').fill('24/11/2026')
  await dialog.getByLabel('Đến ngày').fill('23/11/2027')
  await dialog.getByRole('button', { name: 'Ghi nhận sự đồng ý' }).click()
  await page.getByText('Anh/chị đang làm thay HTX Mật ong Ninh Gia').waitFor()
  await go(`/products/${product.id}`)
  await page.getByText('Anh/chị đang làm thay HTX Mật ong Ninh Gia').waitFor()
  await page.getByLabel('Câu chuyện sản phẩm').fill('Chuyện do chủ thể kể')
  await page.getByLabel('Vì sao cần sửa').fill('Chủ thể nhờ nhập')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByText('làm thay HTX Mật ong Ninh Gia. ').waitFor()
  await lookAround(page, 'product while acting for its producer')
  expect(faults).toEqual([])
}, 180_000)
