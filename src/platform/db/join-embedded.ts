import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { claimServer } from './embedded-ownership.ts'
import { inspectServer } from './embedded-server.ts'
import { markOf } from './embedded-socket.ts'

/** The address of the embedded PostgreSQL that another living program (`npm start`) runs on this directory, or null when nobody does. */
export async function joinEmbeddedPostgres(given: string): Promise<string | null> {
  const directory = resolve(given)
  const cluster = join(directory, 'cluster')
  if (!existsSync(cluster)) return null
  const server = await inspectServer({ cluster, mark: await markOf(directory) })
  if (server.state !== 'ours' || !server.ready) return null
  const claim = await claimServer(server.socketDirectory, `ocop command, pid ${process.pid}`)
  if (claim.outcome === 'owner') await claim.client.end()
  if (claim.outcome !== 'held') return null
  return `postgres://ocop@/ocop?host=${encodeURIComponent(server.socketDirectory).replaceAll('%2F', '/')}`
}
