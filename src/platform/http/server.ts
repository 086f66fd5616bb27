import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { refuse } from '../errors/refusals.ts'
import { answerKept } from './answer-kept.ts'
import { mountDocument } from './document.ts'
import { mountHealth } from './health.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { bodyLimitBytes, mountRow } from './mount-row.ts'
import { asRefusal, toProblem } from './problems.ts'
import { localeOf, wantsPage } from './request-facts.ts'
import type { RouteRow } from './rows.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'
import { mountStatic } from './static-files.ts'

function refuseOpenRows(routes: RouteRow[]): void {
  for (const row of routes) {
    if (!row.access) throw new Error(`route ${row.method} ${row.path} declares no access: the server does not start`)
  }
}

function sendProblem(parts: ServerParts, request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const refused = asRefusal(thrown, request.routeOptions.config.row?.limitBytes ?? bodyLimitBytes)
  if (refused === null)
    parts.log.error({ code: 'unexpected', requestId: request.id, route: request.routeOptions.url, err: thrown })
  const locale = request.routeOptions.config.row?.locale ?? localeOf(request)
  const problem = toProblem(refused, request.id, locale)
  reply.code(problem.status).header('cache-control', 'no-store').header('vary', 'accept, accept-language, cookie')
  if (problem.status === 401 && request.headers.authorization !== undefined) reply.header('www-authenticate', 'Bearer')
  if (problem.status === 429 && refused !== null)
    reply.header('retry-after', String(refused.refusal.facts.seconds ?? 60))
  if (!wantsPage(request)) return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
  const setting = { locale, path: request.url, publicUrl: parts.config.publicUrl, assets: parts.assets }
  return reply.type('text/html; charset=utf-8').send(parts.renderProblem(problem, setting))
}

/** Only OAuth speaks in forms (RFC 6749); everywhere else a form is as unsupported as before. A name that comes twice is refused there. */
function readForm(
  request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, fields?: unknown) => void,
) {
  if (!request.url.startsWith('/oauth/')) return done(refuse('media-type-unsupported'))
  const fields = new URLSearchParams(String(body))
  const names = [...fields.keys()]
  done(null, { ...Object.fromEntries(fields), ...(new Set(names).size < names.length && { repeated: 'yes' }) })
}

async function addPlugins(server: FastifyInstance, parts: ServerParts): Promise<void> {
  await server.register(cookie)
  await server.register(multipart)
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, readForm)
  await server.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await server.register(rateLimit, {
    global: false,
    max: parts.config.rateLimitPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    cache: 20_000,
    errorResponseBuilder: (_request, context) =>
      refuse('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) }),
  })
}

/** Hooks by callback, not by promise: they run at every request. */
function addLogging(server: FastifyInstance, parts: ServerParts, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders).header('x-request-id', request.id)
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { elapsedTime: milliseconds, statusCode: status } = reply
    metrics.observe({ method: request.method, route, status, milliseconds })
    parts.log.info({
      code: 'request',
      requestId: request.id,
      method: request.method,
      route,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
    })
    done()
  })
}

/** Builds the server: every route a declared row, one translator of errors, no header that gives anything away. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  refuseOpenRows(parts.routes)
  const metrics = createMetrics(parts.cache)
  const server = fastify({
    serverFactory: (handle) =>
      createHttpServer((request, response) => {
        if (!answerKept(parts, metrics, request, response)) handle(request, response)
      }),
    logger: false,
    bodyLimit: bodyLimitBytes,
    trustProxy: parts.config.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  })
  server.setValidatorCompiler(() => (value) => ({ value }))
  server.setErrorHandler((error, request, reply) => sendProblem(parts, request, reply, error))
  server.setNotFoundHandler((request, reply) => sendProblem(parts, request, reply, refuse('not-found')))
  await addPlugins(server, parts)
  addLogging(server, parts, metrics)
  await mountDocument(server, parts)
  mountHealth(server, parts, metrics)
  await mountStatic(server, parts)
  for (const row of parts.routes) mountRow(server, parts, row)
  return server
}
