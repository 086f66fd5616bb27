import type { PageSetting } from '../../../platform/http/rows.ts'
import { formatNumber } from '../../../ui/format/format-number.ts'
import { uiWords } from '../../../ui/locale/words.ts'
import { starWords } from '../../../ui/parts/stars.tsx'
import { pageWords } from '../locale/words.ts'
import type { FacetName, FacetOptionView, FacetView, SearchView, Standing } from '../views.ts'

type Language = PageSetting['locale']

/** The form of the page's search box; fields anywhere on the page belong to it. */
export const formId = 'q-form'
/** Options shown before the rest is folded away. */
const fewOptions = 6

const standingNames = ['valid', 'expiring', 'lapsed', 'suspended', 'revoked', 'replaced', 'not-recognised'] as const

function isStanding(text: string): text is Standing {
  return standingNames.some((name) => name === text)
}

/** A facet's value as readers know it: stars and standings are worded here, everything else brings its name. */
export function wordOption(
  facet: FacetName,
  { value, label }: { value: string; label: string },
  language: Language,
): string {
  if (facet === 'star') return starWords(Number(value), language)
  if (facet === 'standing' && isStanding(value)) return uiWords(language).standing[value]
  return label
}

function parameterOf(facet: FacetName, scheme: SearchView['scheme']): string {
  if (facet === 'province') return scheme === 'former' ? 'oldProvince' : 'province'
  if (facet === 'commune') return scheme === 'former' ? 'oldDistrict' : 'commune'
  return facet === 'producer-kind' ? 'kind' : facet
}

interface FacetFacts {
  facet: FacetView
  name: string
  title: string
  language: Language
}

function Choice({ facet, name, title, language }: FacetFacts) {
  const id = `facet-${name}`
  return (
    <div className="facet">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        name={name}
        form={formId}
        defaultValue={facet.options.find(({ isChosen }) => isChosen)?.value ?? ''}
      >
        <option value="">{pageWords(language).search.any}</option>
        {facet.options.map(({ value, label, count }) => (
          <option key={value} value={value}>
            {`${label} (${formatNumber(count, language)})`}
          </option>
        ))}
      </select>
    </div>
  )
}

function Options({
  options,
  facet,
  name,
  language,
}: { options: readonly FacetOptionView[] } & Omit<FacetFacts, 'title'>) {
  return options.map((option) => (
    <label key={option.value}>
      <input type="checkbox" name={name} value={option.value} form={formId} defaultChecked={option.isChosen} />
      <span>{wordOption(facet.name, option, language)}</span>
      <span className="num">{formatNumber(option.count, language)}</span>
    </label>
  ))
}

function Checks({ facet, name, title, language }: FacetFacts) {
  const first = facet.options.filter(({ isChosen }, at) => isChosen || at < fewOptions)
  const rest = facet.options.filter((option) => !first.includes(option))
  return (
    <fieldset>
      <legend>{title}</legend>
      <Options options={first} facet={facet} name={name} language={language} />
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>{uiWords(language).moreValues.replace('{count}', String(rest.length))}</summary>
          <Options options={rest} facet={facet} name={name} language={language} />
        </details>
      )}
    </fieldset>
  )
}

interface FilterFacts {
  facets: readonly FacetView[]
  view: SearchView
  language: Language
  /** the same search under the other set of provinces */
  switchAddress: string
}

/** All facets as fields of one form, folded away on a phone; a button applies them together. */
export function Filters({ facets, view, language, switchAddress }: FilterFacts) {
  const words = pageWords(language).search
  const ui = uiWords(language)
  const titles = view.scheme === 'former' ? { ...words.facets, ...words.formerFacets } : words.facets
  return (
    <aside className="filters" aria-label={ui.filters}>
      <details>
        <summary>
          {ui.filters}
          {view.chosen.length === 0 ? null : ` (${view.chosen.length})`}
        </summary>
        {facets.map((facet) => {
          const facts = { facet, name: parameterOf(facet.name, view.scheme), title: titles[facet.name], language }
          const isPlace = facet.name === 'province' || facet.name === 'commune'
          return isPlace ? <Choice key={facet.name} {...facts} /> : <Checks key={facet.name} {...facts} />
        })}
        <p>
          <button type="submit" form={formId}>
            {words.apply}
          </button>
        </p>
        <p className="small">
          <a href={switchAddress}>{view.scheme === 'former' ? words.toPresent : words.toFormer}</a>
        </p>
      </details>
    </aside>
  )
}
