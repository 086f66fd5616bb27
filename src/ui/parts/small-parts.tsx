import type { ReactNode } from 'react'
import { homeAddress, type Language, searchAddress } from '../addresses.ts'
import { fill, uiWords } from '../locale/words.ts'

/** The way from the front page to here; the last step is this page and no link. */
export function Breadcrumbs({
  steps,
  language,
}: {
  steps: readonly { label: string; address?: string }[]
  language: Language
}) {
  const words = uiWords(language)
  return (
    <nav className="crumbs" aria-label={words.breadcrumbs}>
      <ol>
        <li>
          <a href={homeAddress(language)}>{words.home}</a>
        </li>
        {steps.map(({ label, address }) => (
          <li key={label}>
            {address === undefined ? <span aria-current="page">{label}</span> : <a href={address}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface SearchBoxFacts {
  /** tells apart the boxes of one page */
  id: string
  language: Language
  value?: string
  /** shown above the box where it is the page's main thing */
  label?: string
  action?: string
  hint?: string
  /** hidden fields that a new search keeps */
  keeps?: readonly { name: string; value: string }[]
  /** off where the box does not search the register */
  hasSuggestions?: boolean
}

/** The register's search; a plain form that a small script makes suggest as one types. */
export function SearchBox({
  id,
  language,
  value = '',
  label,
  action,
  hint,
  keeps = [],
  hasSuggestions = true,
}: SearchBoxFacts) {
  const words = uiWords(language)
  return (
    <search aria-label={label ?? words.searchLabel}>
      <form className="search" action={action ?? searchAddress(language, { q: '', filters: {} })} id={`${id}-form`}>
        <div className="box">
          <label className={label === undefined ? 'hidden' : 'above'} htmlFor={id}>
            {label ?? words.searchLabel}
          </label>
          <input
            type="search"
            id={id}
            name="q"
            defaultValue={value}
            placeholder={hint ?? words.searchHint}
            autoComplete="off"
            maxLength={200}
            enterKeyHint="search"
            {...(hasSuggestions && {
              'data-suggest': '/api/v1/suggestions',
              'data-language': language,
              'data-label': words.suggestions,
              'data-count': words.suggestionsFound,
            })}
          />
        </div>
        {keeps.map(({ name, value: kept }) => (
          <input key={`${name}=${kept}`} type="hidden" name={name} value={kept} />
        ))}
        <button type="submit">{words.search}</button>
      </form>
    </search>
  )
}

interface PagerFacts {
  page: number
  pages: number
  previousAddress: string | null
  nextAddress: string | null
  language: Language
}

/** Neighbouring pages of a list; nothing where there is only one. */
export function Pager({ page, pages, previousAddress, nextAddress, language }: PagerFacts) {
  const words = uiWords(language)
  if (pages < 2) return null
  return (
    <nav className="pager" aria-label={words.pages}>
      {previousAddress === null ? (
        <span />
      ) : (
        <a className="button calm" href={previousAddress} rel="prev">
          {words.previous}
        </a>
      )}
      <span className="num small">{fill(words.pageOf, { page, count: pages })}</span>
      {nextAddress === null ? (
        <span />
      ) : (
        <a className="button calm" href={nextAddress} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}

/** Says that there is nothing, and what to do instead. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice prose">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Something to know before reading on. */
export function Notice({ tone, children }: { tone?: 'warn'; children: ReactNode }) {
  return <div className={tone === undefined ? 'notice' : `notice ${tone}`}>{children}</div>
}

/** Terms and what they are; rows without a value are left out. */
export function DefinitionTable({ rows }: { rows: readonly { term: string; value: ReactNode }[] }) {
  const shown = rows.filter(({ value }) => value !== null && value !== '')
  if (shown.length === 0) return null
  return (
    <dl className="table">
      {shown.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
