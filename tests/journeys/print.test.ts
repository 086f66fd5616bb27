import { expect, test } from 'vitest'
import { aProduct } from '../../src/domains/catalogue/testing.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { queue } from '../../src/platform/jobs/jobs.ts'
import { jobNames } from '../../src/platform/jobs/names.ts'
import { openPage, startBrowser, widths } from '../../src/platform/testing/browser.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { testServer } from '../../src/platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const made = await inTransaction(database.db, async (tx) => {
  const product = await aProduct(tx, { product: 'Cà phê In Ra Giấy', star: 5, decidedOn: '2026-03-12' })
  await queue(tx, jobNames.rebuildCatalogue, {})
  return product
})
await server.runJobs()
const browser = await startBrowser()

test('on paper a product is its name, stars, standing, decision and QR code, without the site around it', async () => {
  const { page, faults } = await openPage(browser, { viewport: widths.desk })
  await page.goto(`${server.address}/san-pham/${made.publicId}`)
  expect(await page.locator('.top nav').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  for (const screenOnly of ['.top nav', '.top .search', '.foot', '.lang'])
    expect(await page.locator(screenOnly).first().isVisible(), screenOnly).toBe(false)

  const main = page.locator('main')
  expect(await main.getByRole('heading', { name: 'Cà phê In Ra Giấy' }).isVisible()).toBe(true)
  expect(await main.locator('.answer').isVisible()).toBe(true)
  expect(await main.locator('.answer').textContent()).toContain('5')
  expect(await main.getByText('Còn hiệu lực').first().isVisible()).toBe(true)
  expect(
    await main
      .getByText(/120\/QĐ-UBND/)
      .first()
      .isVisible(),
  ).toBe(true)
  expect(await main.getByText('12/03/2029').first().isVisible()).toBe(true)
  const qr = main.locator('.share img')
  await qr.scrollIntoViewIfNeeded()
  expect(await qr.isVisible()).toBe(true)
  await expect
    .poll(() => qr.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(20)

  const paper = await page.pdf({ format: 'A4' })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.length).toBeGreaterThan(10_000)
  expect(faults).toEqual([])
})
