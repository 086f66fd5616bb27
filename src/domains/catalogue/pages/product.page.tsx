import type { PageSetting } from '../../../platform/http/rows.ts'
import { formatDate } from '../../../ui/format/format-date.ts'
import { formatPrice } from '../../../ui/format/format-price.ts'
import { fill, uiWords } from '../../../ui/locale/words.ts'
import { GroupSign } from '../../../ui/parts/group-sign.tsx'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { Breadcrumbs } from '../../../ui/parts/small-parts.tsx'
import { StandingPanel } from '../../../ui/parts/standing.tsx'
import { Stars, starWords } from '../../../ui/parts/stars.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { PlaceView, ProductView, StandingView } from '../views.ts'
import { productLinkedData } from './linked-data.ts'
import { Details, Gallery, Pictures, Share, Texts } from './product-parts.tsx'
import { History, Sources } from './product-sources.tsx'

type Language = PageSetting['locale']

/** Stars that may be used today; what lapsed or was revoked shows none as its answer. */
export function starToday(standing: StandingView): number | null {
  return standing.standing === 'valid' || standing.standing === 'expiring' ? standing.star : null
}

function placeName({ commune, province, asRecorded }: PlaceView): string {
  const known = [commune?.label, province?.label].filter((label) => label !== undefined)
  return known.length > 0 ? known.join(', ') : asRecorded
}

function Place({ place }: { place: PlaceView }) {
  const { commune, province } = place
  if (commune === null && province === null) return <>{place.asRecorded}</>
  return (
    <>
      {commune === null ? null : <a href={commune.address}>{commune.label}</a>}
      {commune !== null && province !== null ? ', ' : null}
      {province === null ? null : <a href={province.address}>{province.label}</a>}
    </>
  )
}

function decisionLine(standing: StandingView, language: Language): string | null {
  const words = pageWords(language).product
  const { authorityName, decidedOn, decidedYear, decisionNumber } = standing
  if (decidedOn === null && decidedYear === null) return null
  const when =
    decidedOn === null
      ? fill(words.inYear, { year: decidedYear ?? '' })
      : fill(words.on, { day: formatDate(decidedOn) })
  const decision =
    decisionNumber === null
      ? fill(words.decisionWithoutNumber, { when })
      : fill(words.decision, { number: decisionNumber, when })
  return authorityName === null ? `${decision}.` : `${decision}, ${fill(words.by, { name: authorityName })}.`
}

function Lead({ view, language }: { view: ProductView; language: Language }) {
  const words = pageWords(language).product
  const star = starToday(view.standing)
  const price = view.price === null ? null : formatPrice(view.price, language)
  const decision = decisionLine(view.standing, language)
  return (
    <section className="lead product">
      <div className="naming">
        <h1>{view.name}</h1>
        {star === null ? null : (
          <p className="answer">
            <Stars star={star} language={language} size="large" />
            <span aria-hidden="true">{starWords(star, language)}</span>
          </p>
        )}
      </div>
      <div className="picture">
        {view.pictures[0] === undefined ? (
          <GroupSign mark={view.mark} language={language} />
        ) : (
          <Gallery picture={view.pictures[0]} />
        )}
      </div>
      <div className="verdicts">
        <StandingPanel facts={view.standing} language={language} />
        {view.standing.reason === null ? null : (
          <p className="small">{fill(words.reason, { reason: view.standing.reason })}</p>
        )}
        <dl className="facts">
          <dt>{words.producer}</dt>
          <dd>
            <a href={view.producer.address}>{view.producer.name}</a>
          </dd>
          <dt>{words.place}</dt>
          <dd>
            <Place place={view.place} />
          </dd>
          {price === null ? null : <dt>{words.price}</dt>}
          {price === null ? null : <dd className="num">{price}</dd>}
        </dl>
        {decision === null ? null : <p className="small quiet">{decision}</p>}
      </div>
    </section>
  )
}

/** A product's page: what it is, whether its certificate is valid today, whose it is and where from; then everything else, with sources. */
export function renderProduct(view: ProductView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).product
  const ui = uiWords(language)
  const description = fill(words.summary, {
    name: view.name,
    stars: starWords(starToday(view.standing), language),
    standing: ui.standing[view.standing.standing],
    producer: view.producer.name,
    place: placeName(view.place),
  })
  const content = (
    <>
      <Breadcrumbs
        language={language}
        steps={[{ label: view.mark.name, address: view.groupAddress }, { label: view.name }]}
      />
      <Lead view={view} language={language} />
      <Texts view={view} language={language} />
      <Pictures view={view} language={language} />
      <History view={view} language={language} />
      <Details view={view} language={language} />
      <Sources view={view} language={language} />
      <Share view={view} setting={setting} />
      {view.producer.otherProducts.length === 0 ? null : (
        <section className="part noprint">
          <h2>{words.others}</h2>
          <ProductCards cards={view.producer.otherProducts} language={language} isWide />
        </section>
      )}
    </>
  )
  return renderPage(
    {
      title: view.name,
      description,
      content,
      canonical: view.pageAddress,
      kind: 'article',
      linkedData: productLinkedData(view, setting, placeName(view.place)),
      ...(view.pictures[0] !== undefined && { picture: view.pictures[0].address }),
      demonstration: view.demonstration === true,
    },
    setting,
  )
}
