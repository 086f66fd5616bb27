import type { PageSetting } from '../../../platform/http/rows.ts'
import { homeAddress, searchAddress, verifyAddress } from '../../../ui/addresses.ts'
import { formatDate } from '../../../ui/format/format-date.ts'
import { fill, uiWords } from '../../../ui/locale/words.ts'
import { Counts, Groups } from '../../../ui/parts/groups.tsx'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { ProvinceList, ProvinceMap } from '../../../ui/parts/province-map.tsx'
import { SearchBox } from '../../../ui/parts/small-parts.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { HomeView } from '../views.ts'

type Language = PageSetting['locale']

function Ways({ language }: { language: Language }) {
  const words = pageWords(language).home
  const ways = [
    { title: words.byGroup, line: words.byGroupLine, address: '#groups' },
    { title: words.byProvince, line: words.byProvinceLine, address: '#provinces' },
    { title: words.verify, line: words.verifyLine, address: verifyAddress(language) },
  ]
  return (
    <nav className="ways" aria-label={words.ways}>
      {ways.map(({ title, line, address }) => (
        <a key={address} href={address}>
          <strong>{title}</strong>
          {line}
        </a>
      ))}
    </nav>
  )
}

function Numbers({ view, language }: { view: HomeView; language: Language }) {
  const words = pageWords(language).home
  const { counts } = view
  return (
    <section className="part">
      <h2>{words.counters}</h2>
      <Counts
        language={language}
        counts={[
          { value: counts.products, label: words.products },
          { value: counts.producers, label: words.producers },
          { value: counts.validToday, label: words.valid },
          { value: counts.fiveStar, label: words.fiveStar },
        ]}
      />
      <p className="small quiet">{fill(pageWords(language).asOf, { day: formatDate(view.today) })}</p>
    </section>
  )
}

function siteData(setting: PageSetting) {
  const search = `${setting.publicUrl}${searchAddress(setting.locale, { q: '', filters: {} })}?q={search_term_string}`
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: uiWords(setting.locale).siteName,
    url: setting.publicUrl + homeAddress(setting.locale),
    potentialAction: { '@type': 'SearchAction', target: search, 'query-input': 'required name=search_term_string' },
  }
}

/** The front page: what OCOP is, the box, three ways in; then groups, map, what is new, and the register in numbers. */
export function renderHome(view: HomeView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).home
  const content = (
    <>
      <section className="hero">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <SearchBox id="q" language={language} label={words.searchLabel} />
      </section>
      <Ways language={language} />
      <section className="part" id="groups">
        <h2>{words.groups}</h2>
        <Groups groups={view.groups} language={language} />
      </section>
      {view.newest.length === 0 ? null : (
        <section className="part">
          <h2>{words.newest}</h2>
          <ProductCards cards={view.newest} language={language} isWide />
          <p className="after">
            <a href={searchAddress(language, { q: '', filters: {} })}>{words.allNewest}</a>
          </p>
        </section>
      )}
      <section className="part" id="provinces">
        <h2>{words.provinces}</h2>
        <div className="land">
          <figure>
            <ProvinceMap provinces={view.provinces} language={language} />
            <figcaption className="small quiet">{uiWords(language).map.legend}</figcaption>
          </figure>
          <ProvinceList provinces={view.provinces} language={language} />
        </div>
      </section>
      <Numbers view={view} language={language} />
    </>
  )
  return renderPage(
    {
      title: words.title,
      description: words.description,
      content,
      canonical: homeAddress(language),
      hasOwnSearch: true,
      linkedData: siteData(setting),
      demonstration: view.demonstration === true,
    },
    setting,
  )
}
