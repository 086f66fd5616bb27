import { expect, test } from 'vitest'
import type { PageSetting } from '../../../platform/http/rows.ts'
import { en } from '../locale/en.ts'
import { vi } from '../locale/vi.ts'
import type { ProductView, StandingView } from '../views.ts'
import { renderFailure, renderGone, renderNotFound } from './failure.page.tsx'
import { renderProduct } from './product.page.tsx'
import { renderUnknownCode } from './verify.page.tsx'

const setting: PageSetting = {
  locale: 'vi',
  path: '/san-pham/7K2M9QXD/ca-phe',
  publicUrl: 'https://ocop.test',
  assets: { 'site.css': '/assets/styles/site-ABCDEFGH.css', 'suggest.js': '/assets/scripts/suggest-ABCDEFGH.js' },
}
const standing: StandingView = {
  standing: 'valid',
  isCertain: true,
  star: 4,
  expiresOn: '2027-03-14',
  decidedOn: '2024-03-14',
  decidedYear: 2024,
  decisionNumber: '512/QĐ-UBND',
  authorityName: 'UBND tỉnh Lâm Đồng',
  heldFrom: null,
  heldUntil: null,
  reason: null,
  today: '2026-11-24',
}
const product: ProductView = {
  publicId: '7K2M9QXD',
  legalCodes: ['68-24988-1-2024'],
  gtin: null,
  name: 'Cà phê Cầu Đất',
  mark: { group: 'I', subgroup: 6, name: 'Thực phẩm' },
  setName: 'Cà phê, ca cao',
  groupAddress: '/tim-kiem?group=I',
  pictures: [],
  standing,
  producer: { name: 'HTX Cầu Đất', kindName: 'Hợp tác xã', address: '/chu-the/A/htx', otherProducts: [] },
  place: {
    asRecorded: 'xã Xuân Trường, thành phố Đà Lạt, tỉnh Lâm Đồng',
    commune: null,
    province: { label: 'Lâm Đồng', address: '/tinh/68/lam-dong' },
    isDecided: false,
  },
  story: null,
  description: null,
  ingredients: null,
  usage: null,
  storage: null,
  packaging: null,
  price: null,
  seasonMonths: [],
  recognitions: [],
  facts: [],
  qrAddress: '/san-pham/7K2M9QXD/qr.svg',
  pageAddress: '/san-pham/7K2M9QXD/ca-phe',
  reportAddress: null,
  updatedOn: '2026-11-20',
}
const hostile = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'

test('a valid product says its stars in words and until when its certificate holds', () => {
  const html = renderProduct(product, setting)
  expect(html).toContain('aria-label="4 trên 5 sao"')
  expect(html).toContain('Còn hiệu lực')
  expect(html).toContain('Giấy chứng nhận đang có hiệu lực đến hết ngày 14/03/2027.')
  expect(html).toContain('"expires":"2027-03-14"')
})

test.each(['suspended', 'revoked', 'lapsed'] as const)(
  'a product that is %s shows no stars as its answer and claims none to machines',
  (name) => {
    const html = renderProduct(
      { ...product, standing: { ...standing, standing: name, heldFrom: '2026-09-01' } },
      setting,
    )
    expect(html).not.toContain('trên 5 sao')
    expect(html).not.toContain('CertificationActive')
  },
)

test('where only the year of the decision is known the page says so and names no certain day', () => {
  const html = renderProduct(
    {
      ...product,
      standing: { ...standing, isCertain: false, decidedOn: null, decidedYear: 2023, expiresOn: '2026-01-01' },
    },
    setting,
  )
  expect(html).toContain(
    'Có thể đã hết hiệu lực. Nguồn chỉ ghi năm quyết định: ngày hết hạn nằm trong khoảng từ 01/01/2026 đến 31/12/2026.',
  )
  expect(html).not.toContain('"expires"')
})

test('hostile text is shown as text, in the page and in the block for machines', () => {
  const html = renderProduct({ ...product, name: hostile, story: hostile, description: hostile }, setting)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img src=x')
})

test('nothing is inline that the content policy would refuse', () => {
  const html = renderProduct(product, setting)
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toContain('<style')
  expect(html).not.toMatch(/\son\w+=/)
  expect(html.match(/<script(?![^>]*(src=|application\/ld\+json))/g)).toBeNull()
})

test('a page names its one address and the other language', () => {
  const html = renderProduct(product, { ...setting, locale: 'en', path: '/en/san-pham/7K2M9QXD/ca-phe' })
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('rel="canonical" href="https://ocop.test/en/san-pham/7K2M9QXD/ca-phe"')
  expect(html).toContain('hrefLang="vi" href="https://ocop.test/san-pham/7K2M9QXD/ca-phe"')
})

test('an unknown code never shows a star and is not for indices', () => {
  const html = renderUnknownCode({ code: '68-1-1-2026', reportAddress: null, similar: [] }, setting)
  expect(html).toContain('Mã này không có trong sổ đăng ký')
  expect(html).not.toContain('class="stars')
  expect(html).toContain('noindex')
})

test('what is lost, gone or failed says what to do, and a failure its reference', () => {
  expect(renderNotFound(setting)).toContain('Không có trang này')
  expect(
    renderGone({ name: 'Bánh tráng', reason: 'withdrawn', mergedInto: null, goneOn: '2026-05-01' }, setting),
  ).toContain('Từ ngày 01/05/2026.')
  expect(renderFailure({ status: 500, reference: 'req-7' }, setting)).toContain('req-7')
})

test('no sentence keeps a place without its fact', () => {
  const html = renderProduct(product, setting)
    .replace(/<script.*?<\/script>/g, '')
    .replace(/data-count="[^"]*"/g, '')
  expect(html).not.toMatch(/\{\w+\}/)
})

test('both languages have as many steps and lines', () => {
  expect(en.verify.steps).toHaveLength(vi.verify.steps.length)
  expect(en.unknown.steps).toHaveLength(vi.unknown.steps.length)
  expect(en.search.noneHelp).toHaveLength(vi.search.noneHelp.length)
})
