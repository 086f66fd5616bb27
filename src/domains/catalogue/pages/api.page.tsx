import type { PageSetting } from '../../../platform/http/rows.ts'
import { apiAddress } from '../../../ui/addresses.ts'
import { formatNumber } from '../../../ui/format/format-number.ts'
import { fill } from '../../../ui/locale/words.ts'
import { DefinitionTable } from '../../../ui/parts/small-parts.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { ApiView } from '../views.ts'

const addresses = {
  products: '/api/v1/products',
  product: '/api/v1/products/{code}',
  producers: '/api/v1/producers',
  recognitions: '/api/v1/recognitions',
  search: '/api/v1/search?q=ca+phe',
  suggestions: '/api/v1/suggestions?q=mat',
  units: '/api/v1/units',
} as const

const rows = ['products', 'product', 'producers', 'recognitions', 'search', 'suggestions', 'units'] as const

/** The public API in a page: where, what, by which rules. */
export function renderApi(view: ApiView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).api
  const content = (
    <>
      <section className="hero">
        <h1>{words.title}</h1>
        <p>{fill(words.line, { count: formatNumber(view.products, language) })}</p>
        <p>
          <a className="button" href="/api/v1/openapi.json">
            {words.document}
          </a>
        </p>
      </section>
      <section className="part first">
        <h2>{words.address}</h2>
        <DefinitionTable rows={rows.map((row) => ({ term: words.rows[row], value: <code>{addresses[row]}</code> }))} />
      </section>
      <section className="part prose">
        <h2>{words.rules}</h2>
        <ul>
          {words.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{words.example}</h2>
        <pre className="wraps">
          <code>{`curl '${setting.publicUrl}/api/v1/search?q=ca+phe&star=5'`}</code>
        </pre>
      </section>
    </>
  )
  return renderPage(
    { title: words.title, description: words.description, content, canonical: apiAddress(language) },
    setting,
  )
}
