import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Notifications } from '../../domains/notifications/messages.ts'
import { ask } from '../api/client.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from '../parts/icons.tsx'

/** How much one has not read yet; leads to all of it. */
export function Bell() {
  const words = useWords().changes.notices
  const answer = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => ask<Notifications>('/office/notifications', { limit: 1 }),
    refetchInterval: 60_000,
    staleTime: 30_000,
  })
  const unread = answer.data?.unread ?? 0
  return (
    <Link className="bell" to="/notifications" aria-label={unread > 0 ? words.unread(unread) : words.title}>
      <Icon name="bell" />
      {unread > 0 && <span className="room-count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
