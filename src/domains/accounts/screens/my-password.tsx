import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'

const empty = { oldPassword: '', newPassword: '' }

/** Changes my password; the other places where I am signed in are signed out. */
export function MyPassword() {
  const words = useWords()
  const text = words.security
  const queries = useQueryClient()
  const [entry, setEntry] = useState(empty)
  const change = useMutation({
    mutationFn: () => send('PUT', '/me/password', entry),
    onSuccess: () => {
      setEntry(empty)
      void queries.invalidateQueries({ queryKey: ['my sessions'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  const field = (name: 'oldPassword' | 'newPassword') => ({
    id: `field-${name}`,
    label: text[name],
    required: true,
    withAsterisk: false,
    autoComplete: name === 'oldPassword' ? 'current-password' : 'new-password',
    value: entry[name],
    error: change.error?.fields.find((each) => each.path === name)?.message,
    visibilityToggleButtonProps: { 'aria-label': words.signIn.showPassword, tabIndex: 0 },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setEntry((before) => ({ ...before, [name]: value }))
    },
  })
  return (
    <section className="section">
      <h2>{text.passwordTitle}</h2>
      <form onSubmit={submit}>
        <ProblemSummary
          problem={change.error}
          labels={{ oldPassword: text.oldPassword, newPassword: text.newPassword }}
        />
        {change.isSuccess && (
          <p className="band band-calm" role="status">
            {text.passwordDone}
          </p>
        )}
        <Stack>
          <PasswordInput {...field('oldPassword')} />
          <PasswordInput description={words.invitation.passwordRule(12)} {...field('newPassword')} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {text.passwordTitle}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  )
}
