import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { send } from '../../../office/api/client.ts'
import { meKey } from '../../../office/api/session.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Door } from '../../../office/shell/door.tsx'
import type { Me } from '../messages.ts'
import type { FactorKind, SignInAnswer } from '../sign-in/messages.ts'
import { nextRoom } from './next-room.ts'
import { SecondStep } from './second-step.tsx'
import { SignOn } from './sign-on.tsx'

/** The front door; afterwards one is where one wanted to go. */
export function SignIn() {
  const words = useWords()
  const text = words.signIn
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [owed, setOwed] = useState<FactorKind[] | null>(null)
  const onEntered = (me: Me) => {
    queries.clear()
    queries.setQueryData(meKey, me)
    navigate(nextRoom(search.get('next')), { replace: true })
  }
  const enter = useMutation({
    mutationFn: () => send<SignInAnswer>('POST', '/sessions', { login, password }),
    onSuccess: (answer) => ('secondFactor' in answer ? setOwed(answer.secondFactor) : onEntered(answer)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  if (owed !== null)
    return (
      <Door title={words.security.stepTitle} intro={words.security.stepText}>
        <SecondStep kinds={owed} onEntered={onEntered} />
      </Door>
    )
  return (
    <Door title={text.title} intro={text.welcome} foot={text.forgot}>
      {search.has('next') && !enter.error && <p className="band band-calm">{text.ended}</p>}
      <ProblemSummary problem={enter.error} />
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={text.login}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            autoFocus
            size="md"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            label={text.password}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': text.showPassword, tabIndex: 0 }}
          />
          <Button type="submit" size="md" loading={enter.isPending}>
            {text.submit}
          </Button>
        </Stack>
      </form>
      <SignOn next={nextRoom(search.get('next'))} />
    </Door>
  )
}
