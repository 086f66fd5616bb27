import type { ReactNode } from 'react'
import type { PageSetting } from '../../../platform/http/rows.ts'
import { homeAddress } from '../../../ui/addresses.ts'
import { formatDate } from '../../../ui/format/format-date.ts'
import { fill } from '../../../ui/locale/words.ts'
import { SearchBox } from '../../../ui/parts/small-parts.tsx'
import { renderPage } from '../../../ui/shell/render-page.tsx'
import { pageWords } from '../locale/words.ts'
import type { FailureView, GoneView } from '../views.ts'

interface Lost {
  title: string
  lines: readonly string[]
  hasBox?: boolean
  children?: ReactNode
}

function renderLost({ title, lines, hasBox = true, children }: Lost, setting: PageSetting): string {
  const language = setting.locale
  const content = (
    <section className="hero">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {hasBox ? <SearchBox id="q" language={language} label={pageWords(language).home.searchLabel} /> : null}
      {children}
      <p>
        <a href={homeAddress(language)}>{pageWords(language).notFound.home}</a>
      </p>
    </section>
  )
  return renderPage({ title, description: lines[0] ?? title, content, canonical: null, hasOwnSearch: true }, setting)
}

/** An address under which nothing ever was; the search box stands ready. */
export function renderNotFound(setting: PageSetting): string {
  const words = pageWords(setting.locale).notFound
  return renderLost({ title: words.title, lines: [words.line] }, setting)
}

/** What was published once and is no longer. */
export function renderGone(view: GoneView, setting: PageSetting): string {
  const words = pageWords(setting.locale).gone
  const { goneOn, mergedInto, name, reason } = view
  const lines = [
    words[reason],
    ...(goneOn === null ? [] : [fill(words.on, { day: formatDate(goneOn) })]),
    ...(reason === 'withdrawn' ? [words.stars] : []),
  ]
  const children =
    mergedInto === null ? null : (
      <p>
        {words.other}
        <a href={mergedInto.address}>{mergedInto.label}</a>
      </p>
    )
  return renderLost(
    { title: fill(words.title, { name: name === '' ? words.anything : name }), lines, children },
    setting,
  )
}

function failureLine(status: number, words: ReturnType<typeof pageWords>['failure']): string {
  if (status === 429) return words.busy
  return status < 500 ? words.refused : words.line
}

/** Any failure, with the reference that finds it in the log; what was not found has a page of its own. */
export function renderFailure(view: FailureView, setting: PageSetting): string {
  if (view.status === 404) return renderNotFound(setting)
  const words = pageWords(setting.locale)
  if (view.status === 410) return renderGone({ name: '', reason: 'withdrawn', mergedInto: null, goneOn: null }, setting)
  return renderLost(
    {
      title: words.failure.title,
      lines: [failureLine(view.status, words.failure)],
      hasBox: false,
      children: (
        <p>
          {words.failure.reference}: <strong className="num">{view.reference}</strong>
        </p>
      ),
    },
    setting,
  )
}
