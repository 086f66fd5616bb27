import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask, send, whenConfirmationNeeded } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import type { Factors } from '../sign-in/messages.ts'
import { signWithPasskey } from './passkey-ceremony.ts'

const path = '/sessions/current/confirmation'

interface Wait {
  promise: Promise<boolean>
  settle: (isConfirmed: boolean) => void
}

function newWait(): Wait {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  return { promise, settle: resolve }
}

/** Asks who it is when the server wants to know before something that cannot be undone; the request that asked then goes on by itself. */
export function ConfirmIdentity() {
  const [wait, setWait] = useState<Wait | null>(null)
  useEffect(() => {
    let open: Wait | null = null
    return whenConfirmationNeeded(() => {
      const asked = open ?? newWait()
      open = asked
      setWait(asked)
      void asked.promise.then(() => {
        open = null
        setWait(null)
      })
      return asked.promise
    })
  }, [])
  return wait === null ? null : <Question onSettled={wait.settle} />
}

function Question({ onSettled }: { onSettled: (isConfirmed: boolean) => void }) {
  const words = useWords()
  const text = words.security
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const factors = useQuery({ queryKey: ['factors'], queryFn: () => ask<Factors>('/me/factors'), staleTime: 0 })
  const confirm = useMutation({
    mutationFn: async (byPasskey: boolean) => {
      if (byPasskey) return send('POST', path, { passkey: await signWithPasskey(`${path}/passkey-options`) })
      return send('POST', path, code === '' ? { password } : { code })
    },
    onSuccess: () => onSettled(true),
  })
  return (
    <Dialog
      isOpen
      title={text.confirmTitle}
      text={text.confirmText}
      submit={text.confirm}
      isPending={confirm.isPending}
      isReady={password !== '' || code !== ''}
      problem={confirm.error}
      onClose={() => onSettled(false)}
      onSubmit={() => confirm.mutate(false)}
    >
      <Stack>
        <PasswordInput
          label={text.password}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': words.signIn.showPassword, tabIndex: 0 }}
        />
        {factors.data?.totpSince && (
          <TextInput
            label={text.orCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {(factors.data?.passkeys.length ?? 0) > 0 && (
          <Button variant="default" onClick={() => confirm.mutate(true)}>
            {text.usePasskey}
          </Button>
        )}
      </Stack>
    </Dialog>
  )
}
