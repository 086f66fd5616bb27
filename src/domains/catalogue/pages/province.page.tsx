import type { PageSetting } from '../../../platform/http/rows.ts'
import { provinceAddress, slugOf } from '../../../ui/addresses.ts'
import { formatNumber } from '../../../ui/format/format-number.ts'
import { fill } from '../../../ui/locale/words.ts'
import { Counts, Groups } from '../../../ui/parts/groups.tsx'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { ProvinceList, ProvinceMap } from '../../../ui/parts/province-map.tsx'
import { Breadcrumbs, Notice } from '../../../ui/parts/small-parts.tsx'
import { Stars } from '../../../ui/parts/stars.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { ProvinceView } from '../views.ts'

type Language = PageSetting['locale']
interface Facts {
  view: ProvinceView
  language: Language
}

function LinkedCounts({ rows, language }: { rows: ProvinceView['communes']; language: Language }) {
  return (
    <ul className="names">
      {rows.map(({ address, name, products }) => (
        <li key={address}>
          <a href={address}>{name}</a>
          <span className="num quiet">{formatNumber(products, language)}</span>
        </li>
      ))}
    </ul>
  )
}

function Lead({ view, language }: Facts) {
  const words = pageWords(language).province
  return (
    <section className="lead">
      <div className="stack">
        <h1>{fill(words.title, { name: view.name })}</h1>
        <p className="quiet">{view.fullName}</p>
        <Counts
          language={language}
          counts={[
            { value: view.counts.products, label: words.products },
            { value: view.counts.producers, label: words.producers },
            { value: view.counts.validToday, label: words.valid },
          ]}
        />
        <h2>{words.byStar}</h2>
        <ul className="names one">
          {view.counts.byStar.map(({ star, products }) => (
            <li key={star}>
              <Stars star={star} language={language} />
              <span className="num quiet">{formatNumber(products, language)}</span>
            </li>
          ))}
        </ul>
        {view.formerProvinces.length < 2 ? null : (
          <>
            <h2>{words.formerly}</h2>
            <LinkedCounts rows={view.formerProvinces} language={language} />
          </>
        )}
      </div>
      <div className="picture">
        <ProvinceMap provinces={view.provinces} language={language} here={view.code} />
      </div>
    </section>
  )
}

function Products({ view, language }: Facts) {
  const words = pageWords(language).province
  if (view.products.length === 0) return <Notice>{words.none}</Notice>
  return (
    <section className="part">
      <h2>{words.newest}</h2>
      <ProductCards cards={view.products} language={language} isWide />
      <p className="after">
        <a href={view.allAddress}>{fill(words.all, { name: view.name })}</a>
      </p>
    </section>
  )
}

/** A present province's page: its numbers, what it was until 30/06/2025, its products by group and commune. */
export function renderProvince(view: ProvinceView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).province
  const content = (
    <>
      <Breadcrumbs language={language} steps={[{ label: view.name }]} />
      <Lead view={view} language={language} />
      <Products view={view} language={language} />
      <section className="part">
        <h2>{words.groups}</h2>
        <Groups groups={view.groups} language={language} />
      </section>
      {view.communes.length === 0 ? null : (
        <section className="part">
          <h2>{words.communes}</h2>
          <LinkedCounts rows={view.communes} language={language} />
        </section>
      )}
      <section className="part noprint">
        <h2>{words.others}</h2>
        <ProvinceList provinces={view.provinces} language={language} here={view.code} />
      </section>
    </>
  )
  return renderPage(
    {
      title: fill(words.title, { name: view.name }),
      description: fill(words.description, { name: view.name, count: formatNumber(view.counts.products, language) }),
      content,
      canonical: provinceAddress(language, { code: view.code, slug: slugOf(view.name) }),
      demonstration: view.demonstration === true,
    },
    setting,
  )
}
