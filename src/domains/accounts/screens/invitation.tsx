import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { ask, send } from '../../../office/api/client.ts'
import { meKey } from '../../../office/api/session.ts'
import { showDay } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { Door } from '../../../office/shell/door.tsx'
import type { InvitationView, Me } from '../messages.ts'
import { passwordLength } from '../rules.ts'
import { useRoleWords } from './role-words.ts'

const { min: leastLength } = passwordLength

/** Whoever holds a link learns what it offers and makes their own login and password. */
export function Invitation() {
  const words = useWords()
  const nameOf = useName()
  const { placeOf } = useRoleWords()
  const { token = '' } = useParams()
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask<InvitationView>(`/invitations/${encodeURIComponent(token)}`),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const text = words.invitation
  if (offer.isPending)
    return (
      <Door title={text.title} intro={words.list.loading}>
        <Skeleton height={220} />
      </Door>
    )
  if (offer.error)
    return (
      <Door title={text.title} intro="" foot={<Link to="/sign-in">{text.toSignIn}</Link>}>
        <ProblemSummary problem={offer.error} />
      </Door>
    )
  const place = placeOf(offer.data)
  const intro = `${text.offers(nameOf(offer.data.role), place)} ${text.until(showDay(offer.data.expiresAt))}`
  return (
    <Door title={text.title} intro={intro}>
      {offer.data.signedInAs !== null && <JoinOffer token={token} name={offer.data.signedInAs} />}
      <AcceptanceForm token={token} name={offer.data.displayName ?? ''} />
    </Door>
  )
}

function useAcceptance(token: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (entry: { displayName: string; login: string; password: string }) =>
      send<Me>('POST', `/invitations/${encodeURIComponent(token)}/acceptance`, entry),
    onSuccess: (me) => {
      queries.setQueryData(meKey, me)
      navigate('/', { replace: true })
    },
  })
}

/** Whoever is signed in already may take the role into their own account instead of making another. */
function JoinOffer({ token, name }: { token: string; name: string }) {
  const text = useWords().people
  const join = useMutation({
    mutationFn: () => send<Me>('POST', `/invitations/${encodeURIComponent(token)}/joining`),
    onSuccess: () => window.location.assign('/office/'),
  })
  return (
    <div className="band band-calm">
      <ProblemSummary problem={join.error} />
      <p style={{ marginTop: 0 }}>{text.joinText(name)}</p>
      <Button loading={join.isPending} onClick={() => join.mutate()}>
        {text.join}
      </Button>
    </div>
  )
}

function AcceptanceForm({ token, name }: { token: string; name: string }) {
  const text = useWords().invitation
  const [entry, setEntry] = useState({ displayName: name, login: '', password: '' })
  const accept = useAcceptance(token)
  const errorOf = (path: string) => accept.error?.fields.find((field) => field.path === path)?.message
  const fieldOf = (name: 'displayName' | 'login' | 'password') => ({
    id: `field-${name}`,
    name,
    required: true,
    withAsterisk: false,
    value: entry[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setEntry((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate(entry)
  }
  const missing = leastLength - [...entry.password].length
  return (
    <form onSubmit={submit}>
      <ProblemSummary
        problem={accept.error}
        labels={{ displayName: text.name, login: text.login, password: text.password }}
      />
      <Stack>
        <TextInput
          label={text.name}
          description={text.nameHint}
          autoComplete="name"
          autoFocus
          {...fieldOf('displayName')}
        />
        <TextInput
          label={text.login}
          description={text.loginHint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...fieldOf('login')}
        />
        <PasswordRule missing={missing} isEmpty={entry.password === ''} field={fieldOf('password')} />
        <Button type="submit" size="md" loading={accept.isPending}>
          {text.submit}
        </Button>
      </Stack>
    </form>
  )
}

type PasswordField = Omit<Parameters<typeof PasswordInput>[0], 'label'>

function PasswordRule({ missing, isEmpty, field }: { missing: number; isEmpty: boolean; field: PasswordField }) {
  const words = useWords()
  const text = words.invitation
  return (
    <div>
      <PasswordInput
        label={text.password}
        description={text.passwordRule(leastLength)}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': words.signIn.showPassword, tabIndex: 0 }}
        {...field}
      />
      <small className="quiet" aria-live="polite">
        {isEmpty ? '' : missing > 0 ? text.passwordShort(missing) : `✓ ${text.passwordEnough}`}
      </small>
    </div>
  )
}
