import type { PageSetting } from '../../../platform/http/rows.ts'
import { plainText } from '../../../platform/text/plain-text.ts'
import { formatDate } from '../../../ui/format/format-date.ts'
import { fill } from '../../../ui/locale/words.ts'
import { DefinitionTable } from '../../../ui/parts/small-parts.tsx'
import { pageWords } from '../locale/words.ts'
import type { PictureView, ProductView } from '../views.ts'

type Language = PageSetting['locale']
interface Facts {
  view: ProductView
  language: Language
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The picture that leads the page; loaded before anything else, for it is what a shopper compares. */
export function Gallery({ picture }: { picture: PictureView }) {
  const { address, alt, height, width } = picture
  return <img src={address} width={width} height={height} alt={alt} fetchPriority="high" decoding="async" />
}

/** Text as written, its empty lines as paragraphs; never read as markup. */
export function Paragraphs({ text }: { text: string }) {
  const blocks = plainText(text)
    .split(/\n\s*\n|\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return (
    <>
      {[...new Set(blocks)].map((block) => (
        <p key={block}>{block}</p>
      ))}
    </>
  )
}

/** What its producer tells of it. */
export function Texts({ view, language }: Facts) {
  const words = pageWords(language).product
  return (
    <>
      {view.description === null ? null : (
        <section className="part prose">
          <h2>{words.about}</h2>
          <Paragraphs text={view.description} />
        </section>
      )}
      {view.story === null ? null : (
        <section className="part prose">
          <h2>{words.story}</h2>
          <Paragraphs text={view.story} />
        </section>
      )}
    </>
  )
}

/** All pictures but the first, with captions and who took them. */
export function Pictures({ view, language }: Facts) {
  const words = pageWords(language).product
  const rest = view.pictures.slice(1)
  const [first] = view.pictures
  if (rest.length === 0) {
    return first === undefined || first.author === null ? null : (
      <p className="small quiet">{fill(words.author, { name: credit(first) })}</p>
    )
  }
  return (
    <section className="part">
      <h2>{words.pictures}</h2>
      <div className="gallery">
        {rest.map((picture) => (
          <figure key={picture.address}>
            <img
              src={picture.address}
              width={picture.width}
              height={picture.height}
              alt={picture.alt}
              loading="lazy"
              decoding="async"
            />
            {picture.author === null ? null : <figcaption>{fill(words.author, { name: credit(picture) })}</figcaption>}
          </figure>
        ))}
      </div>
    </section>
  )
}

function credit({ author, licence }: PictureView): string {
  return [author, licence].filter((part) => part !== null && part !== '').join(', ')
}

function Season({ view, language }: Facts) {
  const words = pageWords(language).product
  const inSeason = new Set(view.seasonMonths)
  return (
    <ol className="months">
      {months.map((month) => (
        <li key={month} className={inSeason.has(month) ? 'on' : undefined}>
          <span className="hidden">
            {inSeason.has(month) ? `${fill(words.month, { month })}: ✓` : fill(words.month, { month })}
          </span>
          <span aria-hidden="true">{month}</span>
        </li>
      ))}
    </ol>
  )
}

function Place({ view, language }: Facts) {
  const words = pageWords(language).product
  const { place } = view
  const present = [place.commune?.label, place.province?.label].filter((label) => label !== undefined).join(', ')
  return (
    <>
      {present}
      {place.isDecided ? null : <p className="small quiet">{words.placeUndecided}</p>}
    </>
  )
}

/** Everything else that is known, as terms. */
export function Details({ view, language }: Facts) {
  const words = pageWords(language).product
  return (
    <section className="part">
      <h2>{words.details}</h2>
      <DefinitionTable
        rows={[
          { term: words.group, value: <a href={view.groupAddress}>{view.mark.name}</a> },
          { term: words.set, value: view.setName },
          { term: words.ingredients, value: view.ingredients },
          { term: words.usage, value: view.usage },
          { term: words.storage, value: view.storage },
          { term: words.packaging, value: view.packaging },
          {
            term: words.season,
            value: view.seasonMonths.length === 0 ? null : <Season view={view} language={language} />,
          },
          { term: words.asRecorded, value: view.place.asRecorded },
          { term: words.now, value: <Place view={view} language={language} /> },
          { term: words.publicId, value: <span className="num">{view.publicId}</span> },
          { term: words.legalCodes, value: view.legalCodes.join(' · ') },
          { term: words.gtin, value: view.gtin },
        ]}
      />
    </section>
  )
}

/** The page's own QR code and address, and where to say that something is wrong. */
export function Share({ view, setting }: { view: ProductView; setting: PageSetting }) {
  const words = pageWords(setting.locale).product
  const address = setting.publicUrl + view.pageAddress
  return (
    <section className="part">
      <h2>{words.share}</h2>
      <div className="share">
        <img src={view.qrAddress} width="136" height="136" alt={fill(words.qr, { name: view.name })} loading="lazy" />
        <div className="prose">
          <p>{words.shareLine}</p>
          <p className="small">
            <a href={view.pageAddress}>{address}</a>
          </p>
          {view.reportAddress === null ? null : (
            <p className="noprint">
              <a href={view.reportAddress}>{words.report}</a>
            </p>
          )}
          <p className="small quiet">{fill(words.updated, { day: formatDate(view.updatedOn) })}</p>
        </div>
      </div>
    </section>
  )
}
