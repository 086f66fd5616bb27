import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { useWords } from '../locale/locale.ts'

interface PageProps {
  title: string
  /** where one came from, shown above the title */
  back?: { to: string; label: string }
  intro?: ReactNode
  acts?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** A room: its title (also of the window), what it is for and what can be done, then its content. */
export function Page({ title, back, intro, acts, narrow, children }: PageProps) {
  const words = useWords()
  useEffect(() => {
    document.title = `${title} · ${words.shell.brand}`
  }, [title, words])
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <header className="page-head">
        <div>
          {back && (
            <Link className="page-back" to={back.to}>
              ← {back.label}
            </Link>
          )}
          <h1>{title}</h1>
          {intro && <p>{intro}</p>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </div>
  )
}
