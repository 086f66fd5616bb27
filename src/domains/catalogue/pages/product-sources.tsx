import type { PageSetting } from '../../../platform/http/rows.ts'
import { formatDate } from '../../../ui/format/format-date.ts'
import { fill } from '../../../ui/locale/words.ts'
import { StandingBadge } from '../../../ui/parts/standing.tsx'
import { Stars } from '../../../ui/parts/stars.tsx'
import { pageWords } from '../locale/words.ts'
import type { ProductView, RecognitionView, SourceView } from '../views.ts'

type Language = PageSetting['locale']
interface Facts {
  view: ProductView
  language: Language
}

/** A source with its level, page and the day on which somebody last looked at it. */
function Source({ source, language }: { source: SourceView; language: Language }) {
  const words = pageWords(language).product
  const told = [
    source.reference,
    source.page === null ? null : fill(words.page, { page: source.page }),
    source.checkedOn === null ? null : fill(words.checked, { day: formatDate(source.checkedOn) }),
  ].filter((part) => part !== null && part !== '')
  return (
    <>
      <span className="level" title={fill(words.level, { level: source.level })}>
        {source.level}
      </span>
      {source.address === null ? source.title : <a href={source.address}>{source.title}</a>}
      {told.length === 0 ? null : <span className="quiet"> · {told.join(' · ')}</span>}
    </>
  )
}

function Recognition({ recognition, language }: { recognition: RecognitionView; language: Language }) {
  const words = pageWords(language).product
  const { authorityName, decidedOn, decidedYear, decisionNumber, expiresOn, source } = recognition
  const when =
    decidedOn === null
      ? fill(words.inYear, { year: decidedYear ?? '' })
      : fill(words.on, { day: formatDate(decidedOn) })
  const decision =
    decisionNumber === null
      ? fill(words.decisionWithoutNumber, { when })
      : fill(words.decision, { number: decisionNumber, when })
  const isDayKnown = decidedOn !== null && expiresOn !== null
  return (
    <li>
      <h3>{words.kinds[recognition.kind]}</h3>
      <p className="line">
        <Stars star={recognition.star} language={language} />
        <StandingBadge standing={recognition.standing} language={language} />
      </p>
      <p>
        {decision}
        {authorityName === null ? null : `, ${fill(words.by, { name: authorityName })}`}
      </p>
      {isDayKnown ? <p className="small quiet">{fill(words.until, { day: formatDate(expiresOn) })}</p> : null}
      {source === null ? null : (
        <p className="small">
          <Source source={source} language={language} />
        </p>
      )}
    </li>
  )
}

/** Every recognition that was published, newest first. */
export function History({ view, language }: Facts) {
  const words = pageWords(language).product
  return (
    <section className="part">
      <h2>{words.history}</h2>
      {view.recognitions.length === 0 ? (
        <p className="quiet">{words.noHistory}</p>
      ) : (
        <ol className="timeline">
          {view.recognitions.map((recognition) => (
            <Recognition
              key={`${recognition.decisionNumber} ${recognition.decidedOn ?? recognition.decidedYear} ${recognition.star}`}
              recognition={recognition}
              language={language}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

/** Where each group of facts comes from; statements that contradict stand side by side, for the reader to see. */
export function Sources({ view, language }: Facts) {
  const words = pageWords(language).product
  if (view.facts.length === 0) return null
  return (
    <section className="part">
      <h2>{words.sources}</h2>
      <p className="small quiet">{words.sourcesLine}</p>
      <dl className="table">
        {view.facts.map((facts) => (
          <div key={facts.fieldGroup}>
            <dt>{words.fields[facts.fieldGroup]}</dt>
            <dd className="small">
              {facts.sources.map((source) => (
                <p key={source.id}>
                  <Source source={source} language={language} />
                </p>
              ))}
              {facts.contradictions.map(({ field, statements }) => (
                <div key={field} className="stack">
                  <p>
                    <strong>
                      {words.contradiction}: {field}
                    </strong>
                  </p>
                  <div className="sides">
                    {statements.map(({ text, source }) => (
                      <div key={`${source.id} ${text}`}>
                        <p>{text}</p>
                        <p>
                          <Source source={source} language={language} />
                        </p>
                      </div>
                    ))}
                  </div>
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
