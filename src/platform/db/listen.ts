import pg from 'pg'
import type { Log } from '../log/log.ts'

/** A LISTEN that survives lost connections; `connected` says whether announcements can be trusted right now. */
export interface Subscription {
  connected: () => boolean
  stop: () => Promise<void>
}

interface SubscriptionOptions {
  url: string
  channel: string
  log: Log
  onAnnounced: (payload: string) => void
  /** called at every (re)connection: whatever was announced meanwhile is unknown */
  onConnected: () => void
}

const retryMs = 1000

/** Listens on a channel and reconnects for ever until stopped. */
export function listenTo({ url, channel, log, onAnnounced, onConnected }: SubscriptionOptions): Subscription {
  let client: pg.Client | null = null
  let isConnected = false
  let isStopped = false
  let timer: NodeJS.Timeout | null = null

  const lost = () => {
    isConnected = false
    client = null
    if (isStopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void connect()
    }, retryMs)
  }

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: `ocop listen ${channel}` })
    next.on('error', (error) => {
      if (!isStopped) log.warn({ code: 'listen-connection-lost', channel, message: error.message })
    })
    next.on('end', lost)
    next.on('notification', (message) => onAnnounced(message.payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      if (!isStopped)
        log.warn({ code: 'listen-failed', channel, message: error instanceof Error ? error.message : String(error) })
      lost()
      return
    }
    if (isStopped) return void next.end()
    client = next
    isConnected = true
    onConnected()
  }

  void connect()
  return {
    connected: () => isConnected,
    stop: async () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await client?.end()
    },
  }
}
