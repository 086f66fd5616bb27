import { type ReactNode, useEffect } from 'react'
import { useWords } from '../locale/locale.ts'
import { Emblem } from './emblem.tsx'
import { LanguageSwitch } from './language-switch.tsx'

/** The front door: one sheet, one question. */
export function Door({
  title,
  intro,
  children,
  foot,
}: {
  title: string
  intro: string
  children: ReactNode
  foot?: ReactNode
}) {
  const words = useWords()
  useEffect(() => {
    document.title = `${title} · ${words.shell.brand}`
  }, [title, words])
  return (
    <main className="door">
      <div className="door-sheet">
        <div className="door-head">
          <Emblem size={44} />
          <h1>{title}</h1>
          <p>{intro}</p>
        </div>
        {children}
        <div className="door-foot">
          <span>{foot}</span>
          <LanguageSwitch />
        </div>
      </div>
    </main>
  )
}
