import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { refuse } from '../errors/refusals.ts'
import type { ServerParts } from './server-parts.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function createMetrics(parts: ServerParts) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'ocop_http_request_seconds',
    help: 'Time to answer a request, by declared route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const unexpected = new Counter({
    name: 'ocop_unexpected_errors_total',
    help: 'Answers with status 500',
    registers: [registry],
  })
  new Gauge({
    name: 'ocop_cached_answers',
    help: 'Rendered answers kept in memory',
    registers: [registry],
    collect() {
      this.set(parts.cache.size())
    },
  })
  return { registry, seconds, unexpected }
}

/** Mounts /healthz (the process lives), /readyz (the database answers) and /metrics (Prometheus; loopback or METRICS_TOKEN only). */
export function mountHealth(server: FastifyInstance, parts: ServerParts): void {
  const { registry, seconds, unexpected } = createMetrics(parts)
  server.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: String(reply.statusCode),
    }
    seconds.observe(labels, reply.elapsedTime / 1000)
    if (reply.statusCode === 500) unexpected.inc()
  })
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
      .type(registry.contentType)
      .send(await registry.metrics())
  })
}
