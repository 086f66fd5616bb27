import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { inLanguage, type Language } from '../addresses.ts'
import { uiWords } from '../locale/words.ts'
import { Footer } from './footer.tsx'
import { Header, type Section } from './header.tsx'

interface Setting {
  locale: Language
  path: string
  publicUrl: string
  assets: Readonly<Record<string, string>>
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json }

/** A page as the frame needs to know it. */
export interface PageFacts {
  title: string
  description: string
  content: ReactNode
  /** path and query of the one address under which this page is known, in its own language; null: not for indices */
  canonical: string | null
  section?: Section
  /** the page has the search box as its main thing */
  hasOwnSearch?: boolean
  /** path of a picture for those who share the page */
  picture?: string
  kind?: 'website' | 'article'
  linkedData?: Json
  demonstration?: boolean
}

/** JSON that cannot end its own script element. */
function dataBlock(json: Json): string {
  return JSON.stringify(json).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function Addresses({ canonical, publicUrl, locale }: { canonical: string; publicUrl: string; locale: Language }) {
  return (
    <>
      <link rel="canonical" href={publicUrl + inLanguage(locale, canonical)} />
      <link rel="alternate" hrefLang="vi" href={publicUrl + inLanguage('vi', canonical)} />
      <link rel="alternate" hrefLang="en" href={publicUrl + inLanguage('en', canonical)} />
      <link rel="alternate" hrefLang="x-default" href={publicUrl + inLanguage('vi', canonical)} />
    </>
  )
}

function OpenGraph({ facts, setting }: { facts: PageFacts; setting: Setting }) {
  const { canonical, description, picture, title } = facts
  const address = setting.publicUrl + (canonical ?? setting.path)
  return (
    <>
      <meta property="og:site_name" content={uiWords(setting.locale).siteName} />
      <meta property="og:type" content={facts.kind ?? 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={setting.locale === 'vi' ? 'vi_VN' : 'en_GB'} />
      {picture === undefined ? null : <meta property="og:image" content={setting.publicUrl + picture} />}
    </>
  )
}

function Head({ facts, setting }: { facts: PageFacts; setting: Setting }) {
  const { assets, locale, publicUrl } = setting
  const words = uiWords(locale)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{facts.title === words.siteName ? facts.title : `${facts.title} – ${words.siteName}`}</title>
      <meta name="description" content={facts.description} />
      <meta name="theme-color" content="#17663a" />
      {facts.canonical === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Addresses canonical={facts.canonical} publicUrl={publicUrl} locale={locale} />
      )}
      <OpenGraph facts={facts} setting={setting} />
      {assets['site.css'] === undefined ? null : <link rel="stylesheet" href={assets['site.css']} />}
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      {assets['suggest.js'] === undefined ? null : <script src={assets['suggest.js']} defer />}
      {facts.linkedData === undefined ? null : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, its `<` escaped by dataBlock
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(facts.linkedData) }} />
      )}
    </head>
  )
}

/** A whole document; complete without script, with nothing inline that the content policy would refuse. */
export function renderPage(facts: PageFacts, setting: Setting): string {
  const { locale, path } = setting
  const words = uiWords(locale)
  const document = renderToStaticMarkup(
    <html lang={locale}>
      <Head facts={facts} setting={setting} />
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <Header language={locale} path={path} section={facts.section ?? null} hasSearch={facts.hasOwnSearch !== true} />
        {facts.demonstration === true ? (
          <aside className="demo" aria-label={words.demonstration}>
            <strong>{words.demonstration}.</strong> <span>{words.demonstrationLine}</span>
          </aside>
        ) : null}
        <main id="main" className="wrap" tabIndex={-1}>
          {facts.content}
        </main>
        <Footer language={locale} />
      </body>
    </html>,
  )
  return `<!doctype html>${document}`
}
