import { Button, CopyButton, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { apiAddress, ask, send } from '../../../office/api/client.ts'
import { useProvinces } from '../../../office/api/reference.ts'
import { useMe } from '../../../office/api/session.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { type ChosenUnit, UnitPicker } from '../../../office/parts/unit-picker.tsx'
import type { InvitationLink, Roles } from '../messages.ts'

/** Issues an account: a link, shown once, for one role in one place. */
export function Invite() {
  const { accounts: text, people } = useWords()
  const [made, setMade] = useState<InvitationLink | null>(null)
  return (
    <Page title={text.title} intro={text.intro} back={{ to: '/accounts', label: people.title }} narrow>
      <div className="section">
        {made === null ? <InvitationForm onMade={setMade} /> : <MadeLink made={made} onAgain={() => setMade(null)} />}
      </div>
    </Page>
  )
}

const producerRoles = ['producer-owner', 'producer-staff']

function InvitationForm({ onMade }: { onMade: (made: InvitationLink) => void }) {
  const words = useWords()
  const text = words.accounts
  const nameOf = useName()
  const producerId = useProducerWanted()
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ask<Roles>('/roles') })
  const offered = (roles.data?.items ?? [])
    .filter((role) => role.mayGrant)
    .filter((role) => producerRoles.includes(role.code) === (producerId !== null))
  const [chosenRole, setRole] = useState('province-officer')
  const [provinceCode, setProvince] = useState('')
  const [commune, setCommune] = useState<ChosenUnit | null>(null)
  const [invitee, setInvitee] = useState({ displayName: '', email: '' })
  const role = offered.find((each) => each.code === chosenRole) ?? offered[0]
  const invite = useMutation({
    mutationFn: () =>
      send<InvitationLink>(
        'POST',
        producerId === null ? '/invitations' : `/office/producers/${producerId}/invitations`,
        {
          roleCode: role?.code ?? '',
          displayName: invitee.displayName || null,
          email: invitee.email || null,
          ...(producerId === null && {
            provinceCode: role?.tier === 'province' && provinceCode !== '' ? provinceCode : null,
            communeCode: role?.tier === 'commune' ? (commune?.code ?? null) : null,
          }),
        },
      ),
    onSuccess: onMade,
  })
  const labels = {
    provinceCode: text.province,
    email: words.people.inviteeEmail,
    displayName: words.people.inviteeName,
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        invite.mutate()
      }}
    >
      <ProblemSummary problem={invite.error ?? roles.error} labels={labels} />
      <Stack>
        <NativeSelect
          label={text.role}
          id="field-roleCode"
          value={role?.code ?? ''}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={offered.map((each) => ({ value: each.code, label: nameOf(each) }))}
        />
        {role?.tier === 'province' && <ProvinceField value={provinceCode} onChange={setProvince} />}
        {role?.tier === 'commune' && (
          <UnitPicker
            id="field-communeCode"
            label={words.people.commune}
            required
            value={commune}
            onChange={setCommune}
          />
        )}
        <InviteeFields invitee={invitee} onChange={setInvitee} />
        <Group>
          <Button type="submit" loading={invite.isPending}>
            {text.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The producer for whom somebody is invited: named in the address, or one's own. */
function useProducerWanted(): string | null {
  const [search] = useSearchParams()
  const own = useMe().data?.scope.producerId ?? null
  return search.get('producer') ?? own
}

function ProvinceField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const words = useWords()
  const provinces = useProvinces()
  return (
    <NativeSelect
      label={words.accounts.province}
      id="field-provinceCode"
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: words.form.choose },
        ...(provinces.data ?? []).map((province) => ({ value: province.code, label: province.fullName })),
      ]}
    />
  )
}

interface Invitee {
  displayName: string
  email: string
}

function InviteeFields({ invitee, onChange }: { invitee: Invitee; onChange: (invitee: Invitee) => void }) {
  const text = useWords().people
  return (
    <>
      <TextInput
        id="field-displayName"
        label={text.inviteeName}
        maxLength={120}
        value={invitee.displayName}
        onChange={(event) => onChange({ ...invitee, displayName: event.currentTarget.value })}
      />
      <TextInput
        id="field-email"
        type="email"
        label={text.inviteeEmail}
        description={text.inviteeEmailHint}
        maxLength={200}
        value={invitee.email}
        onChange={(event) => onChange({ ...invitee, email: event.currentTarget.value })}
      />
    </>
  )
}

function MadeLink({ made, onAgain }: { made: InvitationLink; onAgain: () => void }) {
  const words = useWords()
  const text = words.accounts
  const address = new URL(made.link, window.location.origin).href
  return (
    <Stack>
      {made.letter && <p className="band band-calm">{words.people.letterQueued}</p>}
      <TextInput
        label={text.linkTitle}
        description={`${text.linkText} ${text.expires(showMoment(made.expiresAt))}`}
        readOnly
        autoFocus
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group>
        <CopyButton value={address}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? words.acts.copied : words.acts.copy}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onAgain}>
          {text.another}
        </Button>
        <Button
          component="a"
          variant="default"
          href={apiAddress(`/invitations/${made.link.split('/').at(-1)}/slip.pdf`)}
          download
        >
          {words.people.slip}
        </Button>
      </Group>
    </Stack>
  )
}
