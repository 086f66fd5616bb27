import { Skeleton, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { meKey, useMe } from '../../../office/api/session.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Door } from '../../../office/shell/door.tsx'
import type { RecoveryCodes } from '../sign-in/messages.ts'
import { PasskeySetup, RecoveryCodeSheet, TotpSetup } from './factor-setup.tsx'
import { nextRoom } from './next-room.ts'

/** Whoever's role needs a second factor sets one up here before anything else; then one is where one wanted to go. */
export function Enrol() {
  const text = useWords().security
  const me = useMe()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const [codes, setCodes] = useState<string[] | null>(null)
  const enter = () => void queries.invalidateQueries({ queryKey: meKey })
  const onMade = (made: RecoveryCodes) => (made.recoveryCodes === null ? enter() : setCodes(made.recoveryCodes))
  if (me.isPending)
    return (
      <Door title={text.enrolTitle} intro="">
        <Skeleton height={120} />
      </Door>
    )
  if (me.error) return <Navigate replace to="/sign-in" />
  if (!me.data.mustEnrol) return <Navigate replace to={nextRoom(search.get('next'))} />
  return (
    <Door title={text.enrolTitle} intro={codes === null ? text.enrolText : ''}>
      {codes === null ? (
        <Stack gap="xl">
          <TotpSetup onMade={onMade} />
          <PasskeySetup onMade={onMade} />
        </Stack>
      ) : (
        <RecoveryCodeSheet codes={codes} onKept={enter} />
      )}
    </Door>
  )
}
