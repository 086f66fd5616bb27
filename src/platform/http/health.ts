import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { refuse } from '../errors/refusals.ts'
import type { Metrics } from './metrics.ts'
import type { ServerParts } from './server-parts.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Mounts /healthz (the process lives), /readyz (the database answers) and /metrics (Prometheus; loopback or METRICS_TOKEN only). */
export function mountHealth(server: FastifyInstance, parts: ServerParts, metrics: Metrics): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await sql`select 1`.execute(parts.database.db)
      return reply.send({ status: 'ready' })
    } catch {
      return reply.code(503).send({ status: 'database-unreachable' })
    }
  })
  server.get('/metrics', async (request, reply) => {
    const token = parts.config.metricsToken
    const isAllowed = token === null ? loopback.has(request.ip) : request.headers.authorization === `Bearer ${token}`
    if (!isAllowed) throw refuse('not-found')
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.read())
  })
}
