import { Skeleton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { send } from '../../../office/api/client.ts'
import { meKey } from '../../../office/api/session.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Door } from '../../../office/shell/door.tsx'
import type { Me } from '../messages.ts'
import type { SignOnAnswer } from '../sign-in/messages.ts'
import { nextRoom } from './next-room.ts'
import { SecondStep } from './second-step.tsx'

/** Where the sign-on provider sends people back to: into the office, to the second step, or to a code for the administrator. */
export function SignOnReturn() {
  const words = useWords()
  const text = words.security
  const queries = useQueryClient()
  const navigate = useNavigate()
  const enterWith = (me: Me, next: string) => {
    queries.clear()
    queries.setQueryData(meKey, me)
    navigate(nextRoom(next), { replace: true })
  }
  const returned = useQuery({
    queryKey: ['sign-on return'],
    queryFn: async () => {
      const answer = await send<SignOnAnswer>('POST', '/sign-on/return', { search: window.location.search || '?' })
      if ('me' in answer) enterWith(answer.me, answer.next)
      return answer
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const answer = returned.data
  if (returned.error)
    return (
      <Door title={words.signIn.title} intro="" foot={<Link to="/sign-in">{text.startAgain}</Link>}>
        <ProblemSummary problem={returned.error} />
      </Door>
    )
  if (answer && 'linkingCode' in answer)
    return (
      <Door title={text.unlinkedTitle} intro={text.unlinkedText(answer.provider)}>
        <TextInput label={text.linkingCode} size="md" readOnly autoFocus value={answer.linkingCode} />
      </Door>
    )
  if (answer && 'secondFactor' in answer)
    return (
      <Door title={text.stepTitle} intro={text.stepText}>
        <SecondStep kinds={answer.secondFactor} onEntered={(me) => enterWith(me, answer.next)} />
      </Door>
    )
  return (
    <Door title={words.signIn.title} intro={text.returning}>
      <Skeleton height={80} />
    </Door>
  )
}
