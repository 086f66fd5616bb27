import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The widths at which every page is looked at: a cheap phone and an office screen. */
export const widths = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const

/** Starts Debian's Chromium without any of its background traffic; closed when the test file ends. */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  afterAll(() => browser.close())
  return browser
}

/** Opens a page in a context of its own; whatever the page logs as an error fails the test that reads `faults`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

interface AxeViolation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** Scans what is shown for WCAG 2.2 AA faults and fails with each of them named. axe is handed in past the page's own content policy. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { executionContextId } = await isolatedWorld(session)
  await session.send('Runtime.evaluate', { expression: axeSource, contextId: executionContextId })
  const answer = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => JSON.stringify(result.violations))`,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  const violations: AxeViolation[] = JSON.parse(String(answer.result.value))
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes[0]?.failureSummary ?? ''})`,
  )
  expect(told, where).toEqual([])
}

async function isolatedWorld(session: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>) {
  const tree = await session.send('Page.getFrameTree')
  return session.send('Page.createIsolatedWorld', { frameId: tree.frameTree.frame.id, worldName: 'axe' })
}

/** Tells whether the page scrolls sideways, which no page may at its narrowest. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}
