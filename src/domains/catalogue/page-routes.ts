import { type Locale, nothing, type PageSetting, page, type RouteRow } from '../../platform/http/rows.ts'
import { renderApiPage } from './api.page.tsx'
import { apiRoutes } from './api-routes.ts'
import { describePublicApi } from './describe-api.ts'
import { showHome } from './home-view.ts'
import { CodePage, ProvincePage, SearchPage, SubjectPage, VerifyPage } from './page-messages.ts'
import { renderGone } from './pages/failure.page.tsx'
import { renderHome } from './pages/home.page.tsx'
import { renderProducer } from './pages/producer.page.tsx'
import { renderProduct } from './pages/product.page.tsx'
import { renderProvince } from './pages/province.page.tsx'
import { renderSearch } from './pages/search.page.tsx'
import { renderUnknownCode, renderVerify } from './pages/verify.page.tsx'
import { type ProducerPageView, showProducer } from './producer-view.ts'
import { type ProductPageView, showProduct } from './product-view.ts'
import { showProvince } from './province-view.ts'
import { showSearch } from './search-view.ts'
import { followCode, showVerify } from './verify-view.ts'

const common = { access: 'anyone', cache: { seconds: 60 } } as const

function renderProductPage(view: ProductPageView, setting: PageSetting): string {
  return view.shown === 'gone' ? renderGone(view.gone, setting) : renderProduct(view.product, setting)
}

function renderProducerPage(view: ProducerPageView, setting: PageSetting): string {
  return view.shown === 'gone' ? renderGone(view.gone, setting) : renderProducer(view.producer, setting)
}

function generalPages(locale: Locale, prefix: string): RouteRow[] {
  return [
    page({
      ...common,
      locale,
      path: locale === 'vi' ? '/' : prefix,
      summary: 'Front page',
      input: nothing,
      run: showHome,
      render: renderHome,
    }),
    page({
      ...common,
      locale,
      path: `${prefix}/tim-kiem`,
      summary: 'Search',
      input: SearchPage,
      run: showSearch,
      render: renderSearch,
    }),
    page({
      ...common,
      locale,
      path: `${prefix}/kiem-tra`,
      summary: 'How to check a product',
      input: VerifyPage,
      run: showVerify,
      render: renderVerify,
    }),
    page({
      ...common,
      locale,
      path: `${prefix}/api`,
      summary: 'The public API for people to read',
      input: nothing,
      run: async () => ({ view: { operations: describePublicApi(apiRoutes) } }),
      render: renderApiPage,
    }),
  ]
}

function subjectPages(locale: Locale, prefix: string): RouteRow[] {
  return [
    page({
      ...common,
      locale,
      path: `${prefix}/tinh/:code/:slug?`,
      summary: 'A province',
      input: ProvincePage,
      run: showProvince,
      render: renderProvince,
    }),
    page({
      ...common,
      locale,
      path: `${prefix}/chu-the/:publicId/:slug?`,
      summary: 'A producer',
      input: SubjectPage,
      run: showProducer,
      render: renderProducerPage,
    }),
    page({
      ...common,
      locale,
      path: `${prefix}/san-pham/:publicId/:slug?`,
      summary: 'A product',
      input: SubjectPage,
      run: showProduct,
      render: renderProductPage,
    }),
  ]
}

/** What labels carry: `/p/` with our identifier, `/ma/` with any code. */
function labelPages(locale: Locale, prefix: string): RouteRow[] {
  return ['p', 'ma'].map((word) =>
    page({
      ...common,
      locale,
      path: `${prefix}/${word}/:code`,
      summary: 'Where the code on a label leads',
      input: CodePage,
      run: followCode,
      render: renderUnknownCode,
    }),
  )
}

const pagesIn = (locale: Locale, prefix: string) => [
  ...generalPages(locale, prefix),
  ...subjectPages(locale, prefix),
  ...labelPages(locale, prefix),
]

/** The public pages, each in Vietnamese and English. */
export const pageRoutes: RouteRow[] = [...pagesIn('vi', ''), ...pagesIn('en', '/en')]
