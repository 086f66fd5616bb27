import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '../../../office/api/client.ts'
import { meKey } from '../../../office/api/session.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import type { Me } from '../messages.ts'
import { useRoleWords } from './role-words.ts'

/** In which role and place one acts; who holds several chooses. Everything shown before belonged to the other role, so it is forgotten. */
export function RoleSwitch({ me }: { me: Me }) {
  const words = useWords()
  const nameOf = useName()
  const { placeOf, roleOf } = useRoleWords()
  const queries = useQueryClient()
  const choose = useMutation({
    mutationFn: (grantId: string) => send<Me>('POST', '/sessions/current/grant', { grantId }),
    onSuccess: (changed) => {
      queries.clear()
      queries.setQueryData(meKey, changed)
      window.location.assign('/office/')
    },
  })
  if (me.grants.length < 2)
    return (
      <small>
        {nameOf(me.role)} · {placeOf(me.scope)}
      </small>
    )
  return (
    <NativeSelect
      size="xs"
      aria-label={words.people.switchRole}
      value={me.grants.find((grant) => grant.isActing)?.id ?? ''}
      disabled={choose.isPending}
      onChange={(event) => choose.mutate(event.currentTarget.value)}
      data={me.grants.map((grant) => ({ value: grant.id, label: roleOf(grant) }))}
    />
  )
}
