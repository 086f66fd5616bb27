import type { z } from 'zod'
import type { FactView } from '../../domains/producers/messages.ts'
import { showDay } from '../format/days.ts'
import { useWords } from '../locale/locale.ts'
import { Mark } from './marks.tsx'
import { readContent } from './read-content.ts'

export type Fact = z.infer<typeof FactView>

/** The source of a fact in a line: kind, title, number, page or row, level, when it was checked. */
export function SourceLine({ source }: { source: Fact['source'] }) {
  const words = useWords()
  const kinds: Record<string, string> = words.sources.kinds
  const parts = [
    kinds[source.kind] ?? source.kind,
    source.title,
    source.reference,
    source.page && words.sources.page(source.page),
    source.importRow && words.sources.row(source.importRow),
    words.levels[source.level],
    words.sources.checked(showDay(source.checkedOn)),
  ]
  return <span className="quiet small">{parts.filter(Boolean).join(' · ')}</span>
}

interface FactsProps {
  facts: Fact[]
  /** the name of a field on the screen; a field without one is left out */
  labels: Record<string, string>
}

/** Where each group of fields comes from; where sources contradict, both are shown side by side. */
export function Facts({ facts, labels }: FactsProps) {
  const words = useWords()
  const groups = [...new Set(facts.map((fact) => fact.fieldGroup))]
  const groupNames: Record<string, string> = words.sources.groups
  if (groups.length === 0) return <p className="quiet">{words.sources.none}</p>
  const hasContradiction = facts.some((fact) => fact.state === 'contradicting')
  return (
    <>
      {!hasContradiction && <p className="quiet small">{words.sources.noContradiction}</p>}
      {groups.map((group) => {
        const own = facts.filter((fact) => fact.fieldGroup === group)
        const isContradicted = own.some((fact) => fact.state === 'contradicting')
        return (
          <section key={group} style={{ padding: '10px 0', borderTop: '1px solid var(--line)' }}>
            <h3 style={{ margin: '0 0 4px', fontSize: '0.9375rem' }}>{groupNames[group] ?? group}</h3>
            <div className={isContradicted ? 'pair' : ''}>
              {own.map((fact) => (
                <FactCard
                  key={`${fact.state} ${fact.recordedAt} ${fact.source.title}`}
                  fact={fact}
                  labels={labels}
                  isShown={isContradicted}
                />
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}

function FactCard({ fact, labels, isShown }: { fact: Fact; labels: Record<string, string>; isShown: boolean }) {
  const words = useWords().sources
  if (!isShown) return <SourceLine source={fact.source} />
  const isCurrent = fact.state === 'current'
  return (
    <div className="choice" style={{ display: 'block' }}>
      <Mark tone={isCurrent ? 'good' : 'watch'} icon={isCurrent ? 'tick' : 'swap'}>
        {isCurrent ? words.current : words.contradicting}
      </Mark>
      <dl className="facts-list" style={{ margin: '8px 0' }}>
        {readContent(fact.content, labels).map((line) => (
          <div key={line.label} style={{ display: 'contents' }}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      <SourceLine source={fact.source} />
    </div>
  )
}
