import type { ReactNode } from 'react'
import { useWords } from '../locale/locale.ts'

export interface SectionName {
  id: string
  title: string
}

/** A long page with its contents beside it. */
export function Sections({ names, children }: { names: SectionName[]; children: ReactNode }) {
  const words = useWords()
  return (
    <div className="sections">
      <nav className="contents" aria-label={words.product.contents}>
        {names.map((name) => (
          <a key={name.id} href={`#${name.id}`}>
            {name.title}
          </a>
        ))}
      </nav>
      <div>{children}</div>
    </div>
  )
}

/** One part of a long page. */
export function Section({ id, title, children }: SectionName & { children: ReactNode }) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
