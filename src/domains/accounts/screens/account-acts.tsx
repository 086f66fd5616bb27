import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ReasonField } from '../../../office/parts/reason-field.tsx'
import type { AccountLines, AccountView } from '../messages.ts'

import { useRoleWords } from './role-words.ts'

type Account = z.infer<typeof AccountView>
type Act = 'suspend' | 'reinstate' | 'end' | 'handOver' | 'standIn' | 'endRole' | 'leave'
const danger: readonly Act[] = ['suspend', 'end', 'handOver', 'endRole', 'leave']

/** What may be done with this account; every act asks for a reason first. */
export function AccountActs({ account }: { account: Account }) {
  const text = useWords().people
  const [act, setAct] = useState<Act | null>(null)
  const offered = actsFor(account)
  return (
    <>
      {account.abilities.isOwn && <p className="quiet">{text.own}</p>}
      {!account.abilities.isOwn && !account.abilities.manage && <p className="quiet">{text.above}</p>}
      <Group>
        {offered.map((each) => (
          <Button key={each} variant="default" onClick={() => setAct(each)}>
            {text[each]}
          </Button>
        ))}
      </Group>
      {act !== null && <ActDialog key={act} act={act} account={account} onClose={() => setAct(null)} />}
    </>
  )
}

function actsFor(account: Account): Act[] {
  if (account.state === 'ended') return []
  if (account.abilities.isOwn) return ['leave']
  if (!account.abilities.manage) return []
  return account.state === 'suspended'
    ? ['reinstate', 'handOver', 'end']
    : ['standIn', 'endRole', 'handOver', 'suspend', 'end']
}

interface Entry {
  reason: string
  other: string
  grantId: string
  startsOn: string
  lastDay: string
}

function requestOf(act: Act, id: string, entry: Entry): [path: string, body: Record<string, string>] {
  const { reason, other, grantId, startsOn, lastDay } = entry
  const path = `/office/accounts/${id}`
  if (act === 'leave') return ['/me/leave', { reason }]
  if (act === 'suspend') return [`${path}/suspension`, { reason }]
  if (act === 'reinstate') return [`${path}/reinstatement`, { reason }]
  if (act === 'end') return [`${path}/end`, { reason }]
  if (act === 'endRole') return [`${path}/grants/${grantId}/end`, { reason }]
  if (act === 'handOver') return [`${path}/handover`, { reason, successorId: other }]
  return [`${path}/stand-ins`, { reason, standInId: other, grantId, startsOn, lastDay }]
}

function ActDialog({ act, account, onClose }: { act: Act; account: Account; onClose: () => void }) {
  const text = useWords().people
  const queries = useQueryClient()
  const { roleOf } = useRoleWords()
  const live = account.grants.filter((grant) => grant.endedAt === null)
  const [entry, setEntry] = useState<Entry>({
    reason: '',
    other: '',
    grantId: live[0]?.id ?? '',
    startsOn: '',
    lastDay: '',
  })
  const set = (change: Partial<Entry>) => setEntry((before) => ({ ...before, ...change }))
  const run = useMutation({
    mutationFn: () => send('POST', ...requestOf(act, account.id, entry)),
    onSuccess: async () => {
      notify(text.done)
      onClose()
      if (act === 'leave') window.location.assign('/office/sign-in')
      await queries.invalidateQueries({ queryKey: ['account'] })
      await queries.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  const needsOther = act === 'handOver' || act === 'standIn'
  const needsDays = act === 'standIn'
  const isReady =
    entry.reason.trim().length >= 3 &&
    (!needsOther || entry.other !== '') &&
    (!needsDays || (entry.startsOn !== '' && entry.lastDay !== ''))
  return (
    <Dialog
      isOpen
      title={`${text[act]}: ${account.displayName}`}
      text={text[`${act}Text`]}
      submit={text[act]}
      danger={danger.includes(act)}
      isPending={run.isPending}
      isReady={isReady}
      problem={run.error}
      onClose={onClose}
      onSubmit={() => run.mutate()}
    >
      {(act === 'endRole' || needsDays) && (
        <NativeSelect
          label={text.roles}
          value={entry.grantId}
          onChange={(event) => set({ grantId: event.currentTarget.value })}
          data={live.map((grant) => ({ value: grant.id, label: roleOf(grant) }))}
        />
      )}
      {needsOther && (
        <PersonPicker
          label={act === 'handOver' ? text.receiver : text.stand}
          except={account.id}
          value={entry.other}
          onChange={(other) => set({ other })}
        />
      )}
      {needsDays && (
        <Group grow mt="sm">
          <TextInput
            type="date"
            label={text.firstDay}
            value={entry.startsOn}
            onChange={(event) => set({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={text.finalDay}
            value={entry.lastDay}
            onChange={(event) => set({ lastDay: event.currentTarget.value })}
          />
        </Group>
      )}
      <ReasonField reason={entry.reason} onReason={(reason) => set({ reason })} />
    </Dialog>
  )
}

interface PickerProps {
  label: string
  except: string
  value: string
  onChange: (id: string) => void
}

function PersonPicker({ label, except, value, onChange }: PickerProps) {
  const words = useWords()
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['accounts', 'pick', q],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof AccountLines>>('/office/accounts', { q, state: 'active', limit: 50 }, signal),
  })
  const choices = (found.data?.items ?? []).filter((line) => line.id !== except)
  return (
    <Group grow mt="sm" align="end">
      <TextInput label={words.people.findPerson} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: words.form.choose },
          ...choices.map((line) => ({ value: line.id, label: `${line.displayName} (${line.login})` })),
        ]}
      />
    </Group>
  )
}
