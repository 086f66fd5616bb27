import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { RecoveryCodes, TotpOffer } from '../sign-in/messages.ts'
import { makePasskey } from './passkey-ceremony.ts'

/** Told what came with a new factor: recovery codes to show, or null when there are some already. */
type OnMade = (made: RecoveryCodes) => void

/** Sets up a code generator: picture and text of the secret, then the first code of it. */
export function TotpSetup({ onMade }: { onMade: OnMade }) {
  const text = useWords().security
  const begin = useMutation({ mutationFn: () => send<TotpOffer>('POST', '/me/totp', {}) })
  if (begin.data) return <FirstCode offer={begin.data} onMade={onMade} />
  return (
    <div>
      <ProblemSummary problem={begin.error} />
      <Button loading={begin.isPending} onClick={() => begin.mutate()}>
        {text.beginTotp}
      </Button>
    </div>
  )
}

function FirstCode({ offer, onMade }: { offer: TotpOffer; onMade: OnMade }) {
  const text = useWords().security
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => send<RecoveryCodes>('POST', '/me/totp/confirmation', { code }),
    onSuccess: onMade,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemSummary problem={confirm.error} />
      <Stack>
        <p style={{ margin: 0 }}>{text.totpScan}</p>
        <img src={offer.picture} width={200} height={200} alt={text.totpPicture} />
        <code className="totp-secret" style={{ overflowWrap: 'anywhere' }}>
          {offer.secret}
        </code>
        <TextInput
          label={text.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            {text.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Adds a passkey under a name. */
export function PasskeySetup({ onMade }: { onMade: OnMade }) {
  const text = useWords().security
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: async () => send<RecoveryCodes>('POST', '/me/passkeys', { passkey: await makePasskey(), name }),
    onSuccess: (made) => {
      setName('')
      onMade(made)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemSummary problem={add.error} />
      <Stack>
        <TextInput
          label={text.passkeyName}
          description={text.passkeyNameHint}
          required
          withAsterisk={false}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={add.isPending}>
            {text.beginPasskey}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Ten codes, shown only now. */
export function RecoveryCodeSheet({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useWords()
  const text = words.security
  return (
    <Stack>
      <h2 style={{ margin: 0, fontSize: '1.125rem' }}>{text.codesTitle}</h2>
      <p style={{ margin: 0 }}>{text.codesText}</p>
      <ul className="recovery-codes" style={{ columns: 2, fontFamily: 'monospace', margin: 0 }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button onClick={onKept}>{text.codesKept}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {words.acts.print}
        </Button>
      </Group>
    </Stack>
  )
}
