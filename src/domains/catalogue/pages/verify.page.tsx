import type { PageSetting } from '../../../platform/http/rows.ts'
import { verifyAddress } from '../../../ui/addresses.ts'
import { fill } from '../../../ui/locale/words.ts'
import { ProductCards } from '../../../ui/parts/product-card.tsx'
import { Notice, SearchBox } from '../../../ui/parts/small-parts.tsx'
import { StandingBadge } from '../../../ui/parts/standing.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { UnknownCodeView, VerifyView } from '../views.ts'

type Language = PageSetting['locale']
const explained = ['valid', 'expiring', 'suspended', 'lapsed', 'revoked'] as const

function Meanings({ language }: { language: Language }) {
  const words = pageWords(language).verify
  return (
    <section className="part">
      <h2>{words.signs}</h2>
      <dl className="table">
        {explained.map((standing) => (
          <div key={standing}>
            <dt>
              <StandingBadge standing={standing} language={language} />
            </dt>
            <dd>{words.meanings[standing]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Answer({ view, language }: { view: VerifyView; language: Language }) {
  const words = pageWords(language).verify
  if (!view.isAsked) return null
  if (view.matches.length === 0) {
    return (
      <Notice tone="warn">
        <p>
          <strong>{fill(words.none, { question: view.question })}.</strong>
        </p>
        <p>{words.noneLine}</p>
      </Notice>
    )
  }
  return (
    <section className="part">
      <h2>{words.matches}</h2>
      <ProductCards cards={view.matches} language={language} />
    </section>
  )
}

/** How to check a product, with the box that does it. */
export function renderVerify(view: VerifyView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language).verify
  const content = (
    <>
      <section className="hero">
        <h1>{words.title}</h1>
        <SearchBox
          id="q"
          language={language}
          label={words.label}
          value={view.question}
          hint={words.hint}
          action={verifyAddress(language)}
        />
      </section>
      <Answer view={view} language={language} />
      <section className="part prose">
        <h2>{words.how}</h2>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Meanings language={language} />
    </>
  )
  return renderPage(
    {
      title: words.title,
      description: words.description,
      content,
      canonical: view.isAsked ? null : verifyAddress(language),
      section: 'verify',
      hasOwnSearch: true,
    },
    setting,
  )
}

/** A scanned or typed code that is in no register: said plainly, never with a star, and what to do. */
export function renderUnknownCode(view: UnknownCodeView, setting: PageSetting): string {
  const language = setting.locale
  const words = pageWords(language)
  const content = (
    <>
      <section className="hero">
        <h1>{words.unknown.title}</h1>
        <p>{fill(words.unknown.line, { code: view.code })}</p>
        <SearchBox
          id="q"
          language={language}
          label={words.unknown.again}
          hint={words.verify.hint}
          action={verifyAddress(language)}
        />
      </section>
      <section className="part prose first">
        <h2>{words.unknown.what}</h2>
        <ol>
          {words.unknown.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {view.reportAddress === null ? null : (
          <p>
            <a className="button" href={view.reportAddress}>
              {words.unknown.report}
            </a>
          </p>
        )}
      </section>
      {view.similar.length === 0 ? null : (
        <section className="part">
          <h2>{words.unknown.similar}</h2>
          <ProductCards cards={view.similar} language={language} />
        </section>
      )}
    </>
  )
  return renderPage(
    {
      title: words.unknown.title,
      description: fill(words.unknown.line, { code: view.code }),
      content,
      canonical: null,
      section: 'verify',
      hasOwnSearch: true,
    },
    setting,
  )
}
