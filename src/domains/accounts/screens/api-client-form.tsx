import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { send } from '../../../office/api/client.ts'
import { useProvinces } from '../../../office/api/reference.ts'
import { useLocale, useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { permissions as permissionNames } from '../../../platform/access/permissions.ts'
import type { ApiClientSecret } from '../sign-in/messages.ts'
import { clientPermissions } from '../sign-in/rules.ts'

const kinds = ['marketplace-client', 'research-client'] as const

/** Issues a client: who it is, where it may look, what it may do. */
export function ApiClientForm({ onMade }: { onMade: (made: ApiClientSecret) => void }) {
  const words = useWords()
  const text = words.security
  const locale = useLocale()
  const provinces = useProvinces()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<string>(kinds[0])
  const [provinceCode, setProvince] = useState('')
  const [chosen, setChosen] = useState<string[]>(['products.read'])
  const issue = useMutation({
    mutationFn: () =>
      send<ApiClientSecret>('POST', '/office/api-clients', {
        name,
        kind,
        provinceCode: provinceCode === '' ? null : provinceCode,
        permissions: chosen,
      }),
    onSuccess: onMade,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    issue.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemSummary problem={issue.error} labels={{ name: text.clientName, permissions: text.clientPermissions }} />
      <Stack>
        <TextInput
          id="field-name"
          label={text.clientName}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={text.clientKind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={kinds.map((each) => ({ value: each, label: text.clientKinds[each] }))}
        />
        <NativeSelect
          label={text.clientProvince}
          value={provinceCode}
          onChange={(event) => setProvince(event.currentTarget.value)}
          data={[
            { value: '', label: words.shell.wholeCountry },
            ...(provinces.data ?? []).map((province) => ({ value: province.code, label: province.fullName })),
          ]}
        />
        <Checkbox.Group id="field-permissions" label={text.clientPermissions} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {clientPermissions.map((permission) => (
              <Checkbox key={permission} value={permission} label={permissionNames[permission][locale]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group>
          <Button type="submit" loading={issue.isPending}>
            {text.clientAdd}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
