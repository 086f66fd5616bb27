import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aSignedInActor } from '../../src/domains/accounts/testing.ts'
import { aProduct } from '../../src/domains/catalogue/testing.ts'
import { recordStandingEvent } from '../../src/domains/certification/index.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { queue } from '../../src/platform/jobs/jobs.ts'
import { jobNames } from '../../src/platform/jobs/names.ts'
import { expectAccessible, isTooWide, openPage, startBrowser, widths } from '../../src/platform/testing/browser.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { testServer } from '../../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = server.clock.now()

const made = await inTransaction(database.db, async (tx) => {
  const valid = await aProduct(tx, {
    product: 'Cà phê Cầu Đất <script>alert(1)</script>',
    story: 'Rang mộc trên đồi.\n\nHái chín từng quả.',
    star: 5,
    decidedOn: '2026-03-12',
  })
  const lapsed = await aProduct(tx, { product: 'Rượu mơ Hết Hạn', star: 3, decidedOn: '2022-05-01' })
  const expiring = await aProduct(tx, { product: 'Trà atisô Sắp Hết', decidedOn: '2024-02-01' })
  const revoked = await aProduct(tx, { product: 'Mật ong Thu Hồi', decidedOn: '2025-02-01' })
  const { actor } = await aSignedInActor(tx, 'ministry', now)
  await recordStandingEvent(
    { tx, actor, now },
    {
      recognitionId: revoked.recognitionId,
      kind: 'revocation',
      effectiveOn: '2026-10-01',
      decisionNumber: '77/QĐ-UBND',
      authorityName: 'UBND tỉnh Lâm Đồng',
      reason: 'Không còn đáp ứng tiêu chí',
      sourceId: revoked.sourceId,
    },
  )
  await queue(tx, jobNames.rebuildCatalogue, {})
  return { valid, lapsed, expiring, revoked }
})
await server.runJobs()
const browser = await startBrowser()

const addresses: [name: string, path: string][] = [
  ['front page', '/'],
  ['front page in English', '/en'],
  ['search', '/tim-kiem?q=ca+phe'],
  ['search without finds', '/tim-kiem?q=khongcogidau'],
  ['search in English', '/en/tim-kiem?q=ca+phe'],
  ['product', `/san-pham/${made.valid.publicId}`],
  ['product in English', `/en/san-pham/${made.valid.publicId}`],
  ['lapsed product', `/san-pham/${made.lapsed.publicId}`],
  ['expiring product', `/san-pham/${made.expiring.publicId}`],
  ['revoked product', `/san-pham/${made.revoked.publicId}`],
  ['producer', `/chu-the/${made.valid.producerPublicId}`],
  ['province', '/tinh/68'],
  ['check a product', '/kiem-tra'],
  ['unknown code', '/ma/99-99999-9-2020'],
  ['API', '/api'],
  ['nothing there', '/khong-co-trang-nay'],
]

async function look(page: Page, name: string): Promise<void> {
  expect(await isTooWide(page), `${name} scrolls sideways`).toBe(false)
  await expectAccessible(page, name)
}

describe.each([
  ['phone', widths.phone, 'light'],
  ['phone', widths.phone, 'dark'],
  ['desk', widths.desk, 'light'],
  ['desk', widths.desk, 'dark'],
] as const)('on a %s (%o, %s)', (_device, viewport, colorScheme) => {
  test.each(addresses)(
    '%s has no fault that a scanner finds, fits its width and breaks no content rule',
    async (name, path) => {
      const { page, faults } = await openPage(browser, { viewport, colorScheme })
      await page.goto(server.address + path)
      await look(page, name)
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
      await page.context().close()
    },
  )
})

test('the first screen of a product on a phone answers what a shopper asks', async () => {
  const { page } = await openPage(browser, { viewport: widths.phone })
  await page.goto(`${server.address}/san-pham/${made.valid.publicId}`)
  const seen = await page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const box = range.getBoundingClientRect()
      if (box.height > 0 && box.top < window.innerHeight) texts.push(walker.currentNode.textContent ?? '')
    }
    return texts.join(' ')
  })
  for (const answer of ['Cà phê Cầu Đất', 'HTX Nông nghiệp Ninh Gia', 'Lâm Đồng', '12/03/2029'])
    expect(seen).toContain(answer)
})

test('hostile names are shown as text and never run', async () => {
  const { page, faults } = await openPage(browser, { viewport: widths.desk })
  let isRun = false
  page.on('dialog', (dialog) => {
    isRun = true
    void dialog.dismiss()
  })
  await page.goto(`${server.address}/san-pham/${made.valid.publicId}`)
  await page.getByText('<script>alert(1)</script>').first().waitFor()
  expect(isRun).toBe(false)
  expect(faults).toEqual([])
})

test('the keyboard alone finds a product through suggestions', async () => {
  const { page } = await openPage(browser, { viewport: widths.desk })
  await page.goto(server.address)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).not.toBe('')
  const box = page.getByRole('combobox').first()
  await box.focus()
  await page.keyboard.type('ca phe cau')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/san-pham|tim-kiem/)
  expect(await page.locator('main').textContent()).toContain('Cà phê Cầu Đất')
})

test('each standing is said in words beside its sign', async () => {
  const said = async (publicId: string) =>
    (await (await server.fetch(`/san-pham/${publicId}`, { redirect: 'follow' })).text()).replace(/<[^>]+>/g, ' ')
  expect(await said(made.valid.publicId)).toContain('Còn hiệu lực')
  expect(await said(made.lapsed.publicId)).toMatch(/hết hạn/i)
  expect(await said(made.expiring.publicId)).toContain('Sắp hết hạn')
  expect(await said(made.revoked.publicId)).toMatch(/thu hồi/i)
})
