import type { PageSetting } from '../../../platform/http/rows.ts'
import { formatNumber } from '../../../ui/format/format-number.ts'
import { fill } from '../../../ui/locale/words.ts'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { Breadcrumbs, DefinitionTable, Notice } from '../../../ui/parts/small-parts.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { PlaceView, ProducerView } from '../views.ts'
import { producerLinkedData } from './linked-data.ts'
import { Paragraphs } from './product-parts.tsx'

type Language = PageSetting['locale']

function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>
  return (
    <a href={address} rel="nofollow noopener">
      {address}
    </a>
  )
}

function presentPlace({ commune, province, asRecorded }: PlaceView): string {
  const present = [commune?.label, province?.label].filter((label) => label !== undefined).join(', ')
  return present === '' ? asRecorded : present
}

function Facts({ view, language }: { view: ProducerView; language: Language }) {
  const words = pageWords(language)
  const { email, phone, website } = view.contacts
  const isSilent = email === null && phone === null && website === null
  return (
    <DefinitionTable
      rows={[
        { term: words.producer.kind, value: view.kindName },
        { term: words.product.now, value: presentPlace(view.place) },
        { term: words.product.asRecorded, value: view.place.asRecorded },
        { term: words.producer.tax, value: view.taxNumber },
        {
          term: words.producer.phone,
          value: phone === null ? null : <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
        },
        { term: words.producer.email, value: email === null ? null : <a href={`mailto:${email}`}>{email}</a> },
        { term: words.producer.website, value: website === null ? null : <Website address={website} /> },
        {
          term: words.producer.contact,
          value: isSilent ? <span className="quiet">{words.producer.noContact}</span> : null,
        },
      ]}
    />
  )
}

/** A producer's page: who it is, where, its products; contacts only with its consent. */
export function renderProducer(view: ProducerView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).producer
  const place = presentPlace(view.place)
  const { province } = view.place
  const content = (
    <>
      <Breadcrumbs language={language} steps={[...(province === null ? [] : [province]), { label: view.name }]} />
      <h1>{view.name}</h1>
      <section className="part first">
        <Facts view={view} language={language} />
      </section>
      {view.introduction === null ? null : (
        <section className="part prose">
          <h2>{words.about}</h2>
          <Paragraphs text={view.introduction} />
        </section>
      )}
      <section className="part">
        <h2>{words.products}</h2>
        {view.products.length === 0 ? (
          <Notice>{words.none}</Notice>
        ) : (
          <ProductCards cards={view.products} language={language} isWide />
        )}
      </section>
    </>
  )
  return renderPage(
    {
      title: view.name,
      description: fill(words.description, {
        name: view.name,
        kind: view.kindName,
        place,
        count: formatNumber(view.products.length, language),
      }),
      content,
      canonical: view.pageAddress,
      linkedData: producerLinkedData(view, setting, place),
      demonstration: view.demonstration === true,
    },
    setting,
  )
}
