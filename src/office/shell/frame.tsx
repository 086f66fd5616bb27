import { ActionIcon, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { RoleSwitch } from '../../domains/accounts/screens/role-switch.tsx'
import { send, whenSignedOut } from '../api/client.ts'
import { meKey, useMe } from '../api/session.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from '../parts/icons.tsx'
import { ProblemSummary } from '../parts/problem.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { Bell } from './bell.tsx'
import { Emblem } from './emblem.tsx'
import { GlobalSearch } from './global-search.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Navigation } from './navigation.tsx'

/** Everything around a room: who am I, the search, the rooms. Without a session it leads to the front door and back again. */
export function Frame() {
  const me = useMe()
  const location = useLocation()
  useSignedOutWatch()
  if (me.isPending) return <Waiting />
  if (me.error?.status === 401) {
    const next = `${location.pathname}${location.search}`
    return <Navigate replace to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} />
  }
  if (me.error)
    return (
      <main className="door">
        <ProblemSummary problem={me.error} onRetry={() => me.refetch()} />
      </main>
    )
  if (me.data.mustEnrol)
    return <Navigate replace to={`/enrol?next=${encodeURIComponent(`${location.pathname}${location.search}`)}`} />
  return <Rooms />
}

function useSignedOutWatch() {
  const queries = useQueryClient()
  useEffect(() => whenSignedOut(() => void queries.invalidateQueries({ queryKey: meKey })), [queries])
}

function Rooms() {
  const words = useWords()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    setMenuOpen(false)
    window.scrollTo(0, 0)
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = pathname === ''
  }, [pathname])
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="top">
        <ActionIcon
          className="menu-button"
          variant="default"
          size={38}
          aria-label={words.shell.menu}
          aria-expanded={isMenuOpen}
          aria-controls="rooms"
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          <Icon name="menu" />
        </ActionIcon>
        <Link className="brand" to="/">
          <Emblem size={30} />
          <span>{words.shell.brand}</span>
        </Link>
        <GlobalSearch />
        <Account />
      </header>
      <Navigation isOpen={isMenuOpen} />
      <main className="main" id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

function Account() {
  const words = useWords()
  const me = useMe().data
  const queries = useQueryClient()
  const leave = useMutation({
    mutationFn: () => send('DELETE', '/sessions/current'),
    onSuccess: () => {
      sessionStorage.clear()
      queries.clear()
      window.location.assign('/office/sign-in')
    },
  })
  if (me === undefined) return null
  return (
    <section className="top-end" aria-label={words.shell.whoAmI}>
      <div className="who">
        <Link to="/account" aria-label={`${words.shell.whoAmI}: ${me.displayName}`}>
          {me.displayName}
        </Link>
        <RoleSwitch me={me} />
      </div>
      <Bell />
      <LanguageSwitch />
      <Button variant="subtle" color="gray" size="xs" px={8} loading={leave.isPending} onClick={() => leave.mutate()}>
        {words.shell.signOut}
      </Button>
    </section>
  )
}
