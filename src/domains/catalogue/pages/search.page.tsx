import type { PageSetting } from '../../../platform/http/rows.ts'
import { inLanguage, searchAddress } from '../../../ui/addresses.ts'
import { formatNumber } from '../../../ui/format/format-number.ts'
import { fill, uiWords } from '../../../ui/locale/words.ts'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { EmptyState, Pager, SearchBox } from '../../../ui/parts/small-parts.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { FacetView, SearchView } from '../views.ts'
import { Filters, formId, wordOption } from './search-filters.tsx'

type Language = PageSetting['locale']
interface Facts {
  view: SearchView
  language: Language
}

function isSearchWide({ chosen }: SearchView): boolean {
  return chosen.length === 0
}

function Chips({ view, language }: Facts) {
  const ui = uiWords(language)
  if (isSearchWide(view)) return null
  return (
    <div className="chosen">
      <h2 className="hidden">{ui.filtersChosen}</h2>
      <ul className="chips">
        {view.chosen.map(({ facet, value, label, removeAddress }) => {
          const said = wordOption(facet, { value, label }, language)
          return (
            <li key={`${facet} ${value}`}>
              <a href={removeAddress} aria-label={fill(ui.removeFilter, { name: said })}>
                {said} <span aria-hidden="true">×</span>
              </a>
            </li>
          )
        })}
        <li>
          <a href={view.clearAddress}>{ui.clearFilters}</a>
        </li>
      </ul>
    </div>
  )
}

function Heading({ view, language }: Facts) {
  const words = pageWords(language).search
  const sentence = view.total === 0 ? words.none : view.question === '' ? words.found : words.foundFor
  return <h1>{fill(sentence, { count: formatNumber(view.total, language), question: view.question })}</h1>
}

function Understanding({ view, language }: Facts) {
  const words = pageWords(language).search
  return (
    <>
      {view.spelling.map(({ label, address }) => (
        <p key={address}>
          {words.meant}: <a href={address}>{label}</a>
        </p>
      ))}
      {view.matching === 'most' || view.matching === 'some' ? <p className="quiet">{words.partial}</p> : null}
    </>
  )
}

function sortsOf({ question, sort }: SearchView) {
  const sorts = ['relevance', 'newest', 'star', 'name', 'expiry'] as const
  return sorts.filter((name) => name !== 'relevance' || question !== '' || sort === 'relevance')
}

function Results({ view, language }: Facts) {
  const words = pageWords(language).search
  const { nextAddress, page, pages, previousAddress } = view
  if (view.products.length === 0) {
    return (
      <EmptyState title={words.none}>
        <ul>
          {words.noneHelp.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className="hidden">{fill(uiWords(language).pageOf, { page, count: Math.max(1, pages) })}</h2>
      <ProductCards cards={view.products} language={language} />
      <Pager
        page={page}
        pages={pages}
        previousAddress={previousAddress}
        nextAddress={nextAddress}
        language={language}
      />
    </>
  )
}

function Sort({ view, language }: Facts) {
  const words = pageWords(language).search
  return (
    <p className="bar">
      <label htmlFor="sort" className="small quiet">
        {words.sort}
      </label>
      <select id="sort" name="sort" form={formId} defaultValue={view.sort}>
        {sortsOf(view).map((name) => (
          <option key={name} value={name}>
            {words.sorts[name]}
          </option>
        ))}
      </select>
      <button type="submit" form={formId} className="calm">
        {words.apply}
      </button>
    </p>
  )
}

/** A page's own address carries what narrows it, so that it can be shared; only the plain list and one page of it are for indices. */
function canonicalOf(view: SearchView, setting: PageSetting): string | null {
  const isPlain = view.question === '' && view.chosen.length === 0 && view.page === 1
  return isPlain ? searchAddress(setting.locale, { q: '', filters: {} }) : null
}

function facetsShown(view: SearchView): FacetView[] {
  return view.facets.filter(({ options }) => options.some(({ isChosen }) => isChosen) || options.length > 1)
}

/** The search page: the box, what was found, how to narrow it; every filter is a plain form field. */
export function renderSearch(view: SearchView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).search
  const content = (
    <>
      <div className="ask">
        <SearchBox id="q" language={language} value={view.question} />
      </div>
      <div className="results">
        <Filters
          facets={facetsShown(view)}
          view={view}
          language={language}
          switchAddress={switchScheme(view, setting)}
        />
        <div className="found">
          <Heading view={view} language={language} />
          <Understanding view={view} language={language} />
          <Chips view={view} language={language} />
          {view.total === 0 ? null : <Sort view={view} language={language} />}
          <Results view={view} language={language} />
        </div>
      </div>
    </>
  )
  const title = view.question === '' ? words.title : fill(words.titleFor, { question: view.question })
  return renderPage(
    {
      title,
      description: words.description,
      content,
      canonical: canonicalOf(view, setting),
      section: 'search',
      hasOwnSearch: true,
      demonstration: view.demonstration === true,
    },
    setting,
  )
}

function switchScheme(view: SearchView, setting: PageSetting): string {
  const question = view.question === '' ? '' : `q=${encodeURIComponent(view.question)}`
  const scheme = view.scheme === 'present' ? 'scheme=former' : ''
  const query = [question, scheme].filter((part) => part !== '').join('&')
  return inLanguage(setting.locale, `/tim-kiem${query === '' ? '' : `?${query}`}`)
}
