import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, send } from '../../../office/api/client.ts'
import { showDay } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { Factors, RecoveryCodes } from '../sign-in/messages.ts'
import { PasskeySetup, RecoveryCodeSheet, TotpSetup } from './factor-setup.tsx'

const key = ['factors']

/** My second factors: the code generator, passkeys, recovery codes. */
export function MyFactors() {
  const text = useWords().security
  const queries = useQueryClient()
  const factors = useQuery({ queryKey: key, queryFn: () => ask<Factors>('/me/factors') })
  const [codes, setCodes] = useState<string[] | null>(null)
  const renewed = () => void queries.invalidateQueries({ queryKey: key })
  const onMade = (made: RecoveryCodes) => {
    setCodes(made.recoveryCodes)
    renewed()
  }
  const remove = useMutation({ mutationFn: (path: string) => send('DELETE', path), onSuccess: renewed })
  const renew = useMutation({
    mutationFn: () => send<RecoveryCodes>('POST', '/me/recovery-codes', {}),
    onSuccess: onMade,
  })
  const held = factors.data
  return (
    <section className="section">
      <h2>{text.factors}</h2>
      <ProblemSummary problem={factors.error ?? remove.error ?? renew.error} />
      {held?.isRequired && <p className="quiet">{text.factorsRequired}</p>}
      {codes !== null && <RecoveryCodeSheet codes={codes} onKept={() => setCodes(null)} />}
      {held && (
        <Stack gap="lg">
          <Totp since={held.totpSince} onMade={onMade} onRemove={() => remove.mutate('/me/totp')} />
          <div>
            <h3>{text.passkeys}</h3>
            <p className="quiet">{text.passkeysText}</p>
            <PasskeyList passkeys={held.passkeys} onRemove={(id) => remove.mutate(`/me/passkeys/${id}`)} />
            <PasskeySetup onMade={onMade} />
          </div>
          {(held.totpSince !== null || held.passkeys.length > 0) && (
            <Group>
              <span>{text.codesLeft(held.recoveryCodesLeft)}</span>
              <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
                {text.codesRenew}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </section>
  )
}

function Totp(props: { since: string | null; onMade: (made: RecoveryCodes) => void; onRemove: () => void }) {
  const words = useWords()
  const text = words.security
  return (
    <div>
      <h3>{text.totp}</h3>
      {props.since === null ? (
        <>
          <p className="quiet">{text.totpOff}</p>
          <TotpSetup onMade={props.onMade} />
        </>
      ) : (
        <Group>
          <span>{text.totpSince(showDay(props.since))}</span>
          <Button variant="default" onClick={props.onRemove} aria-label={`${words.acts.remove}: ${text.totp}`}>
            {words.acts.remove}
          </Button>
        </Group>
      )}
    </div>
  )
}

function PasskeyList({ passkeys, onRemove }: { passkeys: Factors['passkeys']; onRemove: (id: string) => void }) {
  const words = useWords()
  const text = words.security
  return (
    <Stack gap="xs" mb="md">
      {passkeys.map((passkey) => (
        <Group key={passkey.id} justify="space-between">
          <span>
            <strong>{passkey.name}</strong>{' '}
            <small className="quiet">
              {passkey.lastUsedAt === null ? text.passkeyNeverUsed : text.passkeyUsed(showDay(passkey.lastUsedAt))}
            </small>
          </span>
          <Button
            variant="default"
            size="xs"
            aria-label={`${words.acts.remove}: ${passkey.name}`}
            onClick={() => onRemove(passkey.id)}
          >
            {words.acts.remove}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
