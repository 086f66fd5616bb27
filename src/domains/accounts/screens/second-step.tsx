import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { Me } from '../messages.ts'
import type { FactorKind } from '../sign-in/messages.ts'
import { signWithPasskey } from './passkey-ceremony.ts'

const path = '/sessions/second-factor'

/** The second step of signing in: code, passkey or recovery code, whichever the account has. */
export function SecondStep({ kinds, onEntered }: { kinds: FactorKind[]; onEntered: (me: Me) => void }) {
  const text = useWords().security
  const [way, setWay] = useState<FactorKind>(kinds[0] ?? 'totp')
  const [written, setWritten] = useState('')
  const enter = useMutation({
    mutationFn: async (chosen: FactorKind) => {
      if (chosen === 'passkey')
        return await send<Me>('POST', path, { passkey: await signWithPasskey(`${path}/passkey-options`) })
      return await send<Me>('POST', path, chosen === 'totp' ? { code: written } : { recoveryCode: written })
    },
    onSuccess: onEntered,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(way)
  }
  const change = (to: FactorKind) => {
    setWritten('')
    setWay(to)
  }
  const isCode = way === 'totp'
  return (
    <form onSubmit={submit}>
      <ProblemSummary problem={enter.error} />
      <Stack>
        {way !== 'passkey' && (
          <TextInput
            key={way}
            label={isCode ? text.code : text.recoveryCode}
            description={isCode ? text.codeHint : text.recoveryHint}
            inputMode={isCode ? 'numeric' : 'text'}
            autoComplete={isCode ? 'one-time-code' : 'off'}
            autoFocus
            required
            withAsterisk={false}
            size="md"
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="md" loading={enter.isPending}>
          {way === 'passkey' ? text.usePasskey : text.confirm}
        </Button>
        {kinds
          .filter((kind) => kind !== way)
          .map((kind) => (
            <Button key={kind} variant="subtle" onClick={() => change(kind)}>
              {{ totp: text.useCode, passkey: text.usePasskey, recovery: text.useRecovery }[kind]}
            </Button>
          ))}
        <a href="/office/sign-in">{text.startAgain}</a>
      </Stack>
    </form>
  )
}
