import { notifications } from '@mantine/notifications'

/** Says in passing that something was done; what needs an answer is never said this way. */
export function notify(message: string, tone: 'good' | 'watch' = 'good'): void {
  notifications.show({
    message,
    color: tone === 'good' ? 'rice' : 'yellow',
    autoClose: tone === 'good' ? 4000 : 12_000,
  })
}
