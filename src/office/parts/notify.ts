import { notifications } from '@mantine/notifications'
import { wordsNow } from '../locale/locale.ts'

/** Says in passing that something was done; what needs an answer is never said this way. */
export function notify(message: string, tone: 'good' | 'watch' = 'good'): void {
  notifications.show({
    message,
    closeButtonProps: { 'aria-label': wordsNow().acts.close },
    color: tone === 'good' ? 'rice' : 'yellow',
    autoClose: tone === 'good' ? 4000 : 12_000,
  })
}
