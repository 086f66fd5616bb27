import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, send } from '../../../office/api/client.ts'
import { showMoment } from '../../../office/format/days.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { Sessions } from '../sign-in/messages.ts'

const key = ['my sessions']

/** Where I am signed in; each ended by itself, or all but this one. */
export function MySessions() {
  const text = useWords().security
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: key, queryFn: () => ask<Sessions>('/me/sessions') })
  const end = useMutation({
    mutationFn: (path: string) => send<{ ended: number }>('DELETE', path),
    onSuccess: () => void queries.invalidateQueries({ queryKey: key }),
  })
  const items = sessions.data?.items ?? []
  return (
    <section className="section">
      <h2>{text.sessions}</h2>
      <ProblemSummary problem={sessions.error ?? end.error} />
      {end.data && (
        <p className="band band-calm" role="status">
          {text.sessionsEnded(end.data.ended)}
        </p>
      )}
      <Stack>
        {items.map((session) => (
          <Group key={session.id} justify="space-between">
            <span>
              <strong>{session.device || text.unknownDevice}</strong> {session.isCurrent && `(${text.sessionCurrent})`}
              <br />
              <small className="quiet">
                {text.sessionLine(session.network, showMoment(session.beganAt), showMoment(session.lastSeenAt))}
              </small>
            </span>
            {!session.isCurrent && (
              <Button variant="default" size="xs" onClick={() => end.mutate(`/me/sessions/${session.id}`)}>
                {text.sessionEnd}
              </Button>
            )}
          </Group>
        ))}
        {items.length > 1 && (
          <Group>
            <Button variant="default" onClick={() => end.mutate('/me/sessions')}>
              {text.sessionEndOthers}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  )
}
