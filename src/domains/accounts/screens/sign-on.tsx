import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ask, send } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { SignInWays } from '../sign-in/messages.ts'

/** The button that leads to the sign-on provider; nothing where none is set up. */
export function SignOn({ next }: { next: string }) {
  const text = useWords().security
  const ways = useQuery({ queryKey: ['sign-in ways'], queryFn: () => ask<SignInWays>('/sign-in'), staleTime: 600_000 })
  const leave = useMutation({
    mutationFn: () => send<{ address: string }>('POST', '/sign-on', { next }),
    onSuccess: ({ address }) => window.location.assign(address),
  })
  if (!ways.data?.signOn) return null
  return (
    <div style={{ marginTop: 16 }}>
      <ProblemSummary problem={leave.error} />
      <Button fullWidth variant="default" size="md" loading={leave.isPending} onClick={() => leave.mutate()}>
        {text.signOn(ways.data.signOn.name)}
      </Button>
    </div>
  )
}
