import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, send } from '../../../office/api/client.ts'
import { showDay, showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { ApiClientSecret, ApiClients } from '../sign-in/messages.ts'
import { ApiClientForm } from './api-client-form.tsx'

type Client = ApiClients['items'][number]
const key = ['api clients']

/** Systems that call the API: issue, rotate, revoke. */
export function ApiClientsRoom() {
  const text = useWords().security
  const queries = useQueryClient()
  const clients = useQuery({ queryKey: key, queryFn: () => ask<ApiClients>('/office/api-clients') })
  const [shown, setShown] = useState<ApiClientSecret | null>(null)
  const [revoking, setRevoking] = useState<Client | null>(null)
  const renewed = () => void queries.invalidateQueries({ queryKey: key })
  const onSecret = (made: ApiClientSecret) => {
    setShown(made)
    renewed()
  }
  const rotate = useMutation({
    mutationFn: (id: string) => send<ApiClientSecret>('POST', `/office/api-clients/${id}/secrets`, {}),
    onSuccess: onSecret,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => send('DELETE', `/office/api-clients/${id}`),
    onSuccess: () => {
      setRevoking(null)
      renewed()
    },
  })
  return (
    <Page title={text.clients} intro={text.clientsIntro} narrow>
      <div className="section">
        {shown === null ? <ApiClientForm onMade={onSecret} /> : <Secret made={shown} onKept={() => setShown(null)} />}
      </div>
      <section className="section">
        <ProblemSummary problem={clients.error ?? rotate.error} />
        {clients.data?.items.length === 0 && <p className="quiet">{text.clientsEmpty}</p>}
        <Stack>
          {clients.data?.items.map((client) => (
            <ClientLine
              key={client.id}
              client={client}
              onRotate={() => rotate.mutate(client.id)}
              onRevoke={() => setRevoking(client)}
            />
          ))}
        </Stack>
      </section>
      <Dialog
        isOpen={revoking !== null}
        title={text.clientRevoke}
        text={text.clientRevokeText(revoking?.name ?? '')}
        submit={text.clientRevoke}
        danger
        isPending={revoke.isPending}
        problem={revoke.error}
        onClose={() => setRevoking(null)}
        onSubmit={() => revoking && revoke.mutate(revoking.id)}
      />
    </Page>
  )
}

function ClientLine({ client, onRotate, onRevoke }: { client: Client; onRotate: () => void; onRevoke: () => void }) {
  const words = useWords()
  const text = words.security
  return (
    <Group justify="space-between">
      <span>
        <strong>{client.name}</strong> · {client.provinceName ?? words.shell.wholeCountry}
        <br />
        <small className="quiet">
          {client.permissions.join(', ')} · {text.clientBy(client.createdBy, showDay(client.createdAt))}
        </small>
      </span>
      {client.endedAt === null ? (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={onRotate}>
            {text.clientRotate}
          </Button>
          <Button variant="default" size="xs" onClick={onRevoke}>
            {text.clientRevoke}
          </Button>
        </Group>
      ) : (
        <span className="quiet">{text.clientRevoked}</span>
      )}
    </Group>
  )
}

function Secret({ made, onKept }: { made: ApiClientSecret; onKept: () => void }) {
  const words = useWords()
  const text = words.security
  return (
    <Stack>
      <TextInput label={text.clientId} readOnly value={made.id} />
      <TextInput
        label={text.clientSecret}
        description={text.clientSecretText}
        readOnly
        autoFocus
        value={made.secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      {made.oldUntil !== null && <p className="quiet">{text.clientOldUntil(showMoment(made.oldUntil))}</p>}
      <Group>
        <CopyButton value={made.secret}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? words.acts.copied : words.acts.copy}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onKept}>
          {words.acts.close}
        </Button>
      </Group>
    </Stack>
  )
}
