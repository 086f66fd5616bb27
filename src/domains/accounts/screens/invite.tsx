import { Button, CopyButton, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask, send } from '../../../office/api/client.ts'
import { useProvinces } from '../../../office/api/reference.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useName, useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { InvitationLink, Roles } from '../messages.ts'

/** Issues an account: a link, shown once, for one role in one place. */
export function Invite() {
  const text = useWords().accounts
  const [made, setMade] = useState<InvitationLink | null>(null)
  return (
    <Page title={text.title} intro={text.intro} narrow>
      <div className="section">
        {made === null ? <InvitationForm onMade={setMade} /> : <MadeLink made={made} onAgain={() => setMade(null)} />}
      </div>
    </Page>
  )
}

function InvitationForm({ onMade }: { onMade: (made: InvitationLink) => void }) {
  const words = useWords()
  const text = words.accounts
  const nameOf = useName()
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ask<Roles>('/roles') })
  const provinces = useProvinces()
  const offered = (roles.data?.items ?? []).filter((role) => role.mayGrant)
  const [chosenRole, setRole] = useState('province-officer')
  const [provinceCode, setProvince] = useState('')
  const role = offered.find((each) => each.code === chosenRole) ?? offered[0]
  const needsProvince = role?.tier !== 'ministry'
  const invite = useMutation({
    mutationFn: () =>
      send<InvitationLink>('POST', '/invitations', {
        roleCode: role?.code ?? '',
        provinceCode: needsProvince && provinceCode !== '' ? provinceCode : null,
      }),
    onSuccess: onMade,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemSummary problem={invite.error ?? roles.error} labels={{ provinceCode: text.province }} />
      <Stack>
        <NativeSelect
          label={text.role}
          id="field-roleCode"
          value={role?.code ?? ''}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={offered.map((each) => ({ value: each.code, label: nameOf(each) }))}
        />
        {needsProvince && (
          <NativeSelect
            label={text.province}
            id="field-provinceCode"
            required
            withAsterisk={false}
            value={provinceCode}
            onChange={(event) => setProvince(event.currentTarget.value)}
            data={[
              { value: '', label: words.form.choose },
              ...(provinces.data ?? []).map((province) => ({ value: province.code, label: province.fullName })),
            ]}
          />
        )}
        <Group>
          <Button type="submit" loading={invite.isPending}>
            {text.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function MadeLink({ made, onAgain }: { made: InvitationLink; onAgain: () => void }) {
  const words = useWords()
  const text = words.accounts
  const address = new URL(made.link, window.location.origin).href
  return (
    <Stack>
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
      </Group>
    </Stack>
  )
}
