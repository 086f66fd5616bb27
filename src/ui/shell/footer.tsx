import { apiAddress, homeAddress, type Language, searchAddress, verifyAddress } from '../addresses.ts'
import { uiWords } from '../locale/words.ts'

/** What the register rests on, and the ways that have no room above. */
export function Footer({ language }: { language: Language }) {
  const words = uiWords(language)
  const links = [
    { label: words.toSearch, address: searchAddress(language, { q: '', filters: {} }) },
    { label: words.toProvinces, address: `${homeAddress(language)}#provinces` },
    { label: words.toVerify, address: verifyAddress(language) },
  ]
  const more = [
    { label: words.toApi, address: apiAddress(language) },
    { label: words.toOffice, address: '/office' },
  ]
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="stack prose">
          <p>{words.footerLine}</p>
          <p className="quiet">{words.footerLaw}</p>
        </div>
        {[links, more].map((list, at) => (
          <ul key={at === 0 ? 'pages' : 'more'} aria-label={at === 0 ? words.footerPages : words.footerMore}>
            {list.map(({ label, address }) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </footer>
  )
}
