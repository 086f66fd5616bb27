import { homeAddress, inLanguage, type Language, searchAddress, verifyAddress } from '../addresses.ts'
import { uiWords } from '../locale/words.ts'
import { SearchBox } from '../parts/small-parts.tsx'
import { Mark } from './mark.tsx'

export type Section = 'search' | 'verify' | null

interface HeaderFacts {
  language: Language
  path: string
  section: Section
  /** false where the page has the box as its main thing */
  hasSearch: boolean
}

function Sections({ language, section }: Pick<HeaderFacts, 'language' | 'section'>) {
  const words = uiWords(language)
  const current = (name: Section) => (name === section ? { 'aria-current': 'page' as const } : {})
  return (
    <nav aria-label={words.navigation}>
      <ul>
        <li>
          <a href={searchAddress(language, { q: '', filters: {} })} {...current('search')}>
            {words.toSearch}
          </a>
        </li>
        <li>
          <a href={verifyAddress(language)} {...current('verify')}>
            {words.toVerify}
          </a>
        </li>
      </ul>
    </nav>
  )
}

/** Mark, sections, search and the other language; small enough that a phone's first screen is the page's own. */
export function Header({ language, path, section, hasSearch }: HeaderFacts) {
  const words = uiWords(language)
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={homeAddress(language)}>
          <Mark />
          <span>
            {words.siteName}
            <small>{words.siteLine}</small>
          </span>
        </a>
        <Sections language={language} section={section} />
        {hasSearch ? <SearchBox id="site-search" language={language} /> : null}
        <a className="lang" href={inLanguage(other, path)} hrefLang={other} lang={other}>
          {words.otherLanguage}
        </a>
      </div>
    </header>
  )
}
