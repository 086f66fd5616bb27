import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { setActingFor, useIsActingFor } from '../../../office/parts/acting-for.ts'
import type { Consents, RequestLines } from '../messages.ts'

interface RecordProps {
  subjectId: string
  producer: { id: string; name: string }
}

/** Above a record: what waits to be decided about it, and for whom the officer acts. */
export function OpenRequests({ subjectId, producer }: RecordProps) {
  const text = useWords().changes
  const mayAssist = useMay('producers.assist')
  const open = useQuery({
    queryKey: ['change-requests', 'of', subjectId],
    queryFn: () => ask<RequestLines>('/office/change-requests', { subject: subjectId, state: 'open' }),
  })
  return (
    <>
      {mayAssist && <ActingBand producer={producer} />}
      {(open.data?.items ?? []).map((line) => (
        <p key={line.id} className="band">
          {text.openFor(line.onBehalfOf === null ? line.author : text.behalf(line.author, line.onBehalfOf))}{' '}
          <Link to={`/changes/${line.id}`}>{text.see}</Link>
        </p>
      ))}
    </>
  )
}

function ActingBand({ producer }: { producer: RecordProps['producer'] }) {
  const text = useWords().changes.consent
  const isActing = useIsActingFor(producer.id)
  const consents = useQuery({
    queryKey: ['consents', producer.id],
    queryFn: () => ask<Consents>(`/office/producers/${producer.id}/consents`),
  })
  if (consents.data?.mine !== true) return null
  return (
    <Group className={isActing ? 'band' : 'band band-calm'} role="status" justify="space-between">
      <span>{isActing ? text.acting(producer.name) : text.mayAct(producer.name)}</span>
      <Button size="xs" variant="default" onClick={() => setActingFor(isActing ? null : producer.id)}>
        {isActing ? text.stop : text.act}
      </Button>
    </Group>
  )
}
