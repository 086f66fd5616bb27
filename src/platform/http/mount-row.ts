import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, isAnonymous } from '../access/actor.ts'
import { attributionTo, withAttribution } from '../db/attribution.ts'
import { inTransaction } from '../db/database.ts'
import { refuse } from '../errors/refusals.ts'
import { noteReading } from './note-reading.ts'
import { receiveUpload } from './receive-upload.ts'
import { bearerOf, isOwnOrigin, localeOf, sessionCookie } from './request-facts.ts'
import { type CachedAnswer, encodedFor, etagOf } from './response-cache.ts'
import type { Answer, RouteRow } from './rows.ts'
import type { ServerParts } from './server-parts.ts'

/** 1 MB: no JSON that a person or partner sends in one request is larger. */
export const bodyLimitBytes = 1_000_000

async function admit(parts: ServerParts, row: RouteRow, request: FastifyRequest): Promise<Actor> {
  const actor = await identify(parts, request)
  if (row.access !== 'anyone') {
    if (isAnonymous(actor)) throw refuse('sign-in-required')
    if (actor.mustEnrol && !row.whileEnrolling) throw refuse('second-factor-needed')
    if (row.access === 'signed-in' ? actor.isClient : !actor.permissions.has(row.access)) throw refuse('not-permitted')
  }
  if (row.confirmed) requireConfirmed(actor, parts.clock.now())
  return actor
}

/** How long a proof of identity counts for acts that cannot be taken back: 10 minutes. */
const confirmationMs = 10 * 60 * 1000

function requireConfirmed(actor: Actor, now: Date): void {
  const at = actor.confirmedAt
  if (!at || now.getTime() - at.getTime() > confirmationMs) throw refuse('confirmation-needed')
}

/** A session or a bearer token; a request that brings both is refused, so that neither can hide behind the other. */
async function identify(parts: ServerParts, request: FastifyRequest): Promise<Actor> {
  const { db } = parts.database
  const now = parts.clock.now()
  const session = request.cookies[sessionCookie] ?? null
  const bearer = bearerOf(request)
  if (bearer === null) return await parts.findActor(db, session, now)
  if (session !== null) throw refuse('credentials-mixed')
  const client = (await parts.findClient?.(db, bearer, now)) ?? null
  if (client === null) throw refuse('token-invalid')
  return client
}

function contextOf(parts: ServerParts, row: RouteRow, request: FastifyRequest, actor: Actor) {
  return {
    actor,
    now: parts.clock.now(),
    locale: row.locale ?? localeOf(request),
    log: parts.log,
    config: parts.config,
    brought: { cookies: request.cookies, authorization: request.headers.authorization ?? null },
    connection: { networkAddress: request.ip, device: String(request.headers['user-agent'] ?? '').slice(0, 200) },
    ifMatch: request.headers['if-match'] ?? null,
  }
}

type Fields = Record<string, unknown>

function inputOf(request: FastifyRequest): Fields {
  const parts = [request.query, request.body, request.params]
  return Object.assign({}, ...parts.filter((part) => typeof part === 'object' && part !== null))
}

/** In whose name and why this request writes; the reason is whatever the caller gave as one. */
function attributionOf(row: RouteRow, request: FastifyRequest, actor: Actor, input: Fields) {
  const { reason } = input
  return attributionTo(actor, {
    route: `${row.method} ${row.path}`,
    requestId: request.id,
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason.trim().slice(0, 2000) : null,
  })
}

async function runUpload(parts: ServerParts, row: RouteRow, request: FastifyRequest, actor: Actor): Promise<Answer> {
  const { write } = row
  if (write === undefined) throw new Error(`row ${row.path} has nothing to run`)
  const received = await receiveUpload(request, parts.uploadDirectory, row.limitBytes ?? bodyLimitBytes)
  try {
    const input = { ...received.fields, ...inputOf(request) }
    return await withAttribution(attributionOf(row, request, actor, input), () =>
      inTransaction(parts.database.db, (tx) =>
        write({ ...contextOf(parts, row, request, actor), tx }, input, received.file),
      ),
    )
  } finally {
    await received.discard()
  }
}

async function runRow(parts: ServerParts, row: RouteRow, request: FastifyRequest, actor: Actor): Promise<Answer> {
  if (row.kind === 'upload') return runUpload(parts, row, request, actor)
  const context = contextOf(parts, row, request, actor)
  const { read, write } = row
  const input = inputOf(request)
  const attribution = attributionOf(row, request, actor, input)
  if (read !== undefined) {
    const answer = await read({ ...context, db: parts.database.db }, input)
    if (row.audited !== undefined)
      await withAttribution(attribution, () => noteReading(parts.database.db, row, input, answer))
    return answer
  }
  if (write === undefined) throw new Error(`row ${row.path} has nothing to run`)
  return withAttribution(attribution, () =>
    inTransaction(parts.database.db, (tx) => write({ ...context, tx }, input, null)),
  )
}

function cacheControlOf(row: RouteRow, actor: Actor): string {
  if (row.cache === undefined || !isAnonymous(actor)) return 'no-store'
  return `public, max-age=${row.cache.seconds}, must-revalidate`
}

function rendered(
  parts: ServerParts,
  row: RouteRow,
  request: FastifyRequest,
  answer: Answer,
): { bytes: Buffer; mediaType: string } {
  if (answer.html === undefined)
    return { bytes: Buffer.from(JSON.stringify(answer.body)), mediaType: 'application/json; charset=utf-8' }
  const setting = {
    locale: row.locale ?? 'vi',
    path: request.url,
    publicUrl: parts.config.publicUrl,
    assets: parts.assets,
  }
  return { bytes: Buffer.from(answer.html(setting)), mediaType: 'text/html; charset=utf-8' }
}

/** Sends an answer from memory: validator first, then the shared encoding. */
export function sendKept(reply: FastifyReply, request: FastifyRequest, answer: CachedAnswer): FastifyReply {
  reply.headers(answer.headers)
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send()
  const { bytes, encoding } = encodedFor(answer, String(request.headers['accept-encoding'] ?? ''))
  if (encoding !== null) reply.header('content-encoding', encoding)
  return reply.code(answer.status).send(bytes)
}

function setCookies(parts: ServerParts, reply: FastifyReply, answer: Answer): void {
  for (const cookie of answer.cookies ?? []) {
    reply.setCookie(cookie.name, cookie.value ?? '', {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: parts.config.publicUrl.startsWith('https:'),
      maxAge: cookie.value === null ? 0 : cookie.maxAgeSeconds,
    })
  }
}

function sendFile(reply: FastifyReply, request: FastifyRequest, answer: Answer): FastifyReply {
  const { file } = answer
  if (file === undefined) throw new Error('no file to send')
  reply.header('cache-control', file.cacheControl ?? 'no-store').type(file.mediaType)
  if (file.etag !== undefined) reply.header('etag', file.etag)
  if (file.downloadName !== undefined) {
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.downloadName)}`)
  }
  if (file.etag !== undefined && request.headers['if-none-match'] === file.etag) {
    if (!Buffer.isBuffer(file.body)) file.body.destroy()
    return reply.code(304).send()
  }
  return reply.code(answer.status).send(file.body)
}

function isKept(row: RouteRow, answer: Answer, actor: Actor): boolean {
  return row.cache !== undefined && isAnonymous(actor) && answer.status === 200 && answer.cookies === undefined
}

function sendAnswer(
  parts: ServerParts,
  row: RouteRow,
  exchange: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
  answer: Answer,
) {
  const { request, reply, actor } = exchange
  setCookies(parts, reply, answer)
  if (answer.movedTo !== undefined)
    return reply.header('cache-control', 'public, max-age=300').redirect(answer.movedTo, 301)
  if (answer.file !== undefined) return sendFile(reply, request, answer)
  const { bytes, mediaType } = rendered(parts, row, request, answer)
  const etag = answer.headers?.etag ?? etagOf(bytes)
  const headers = {
    ...answer.headers,
    'content-type': mediaType,
    'cache-control': answer.headers?.['cache-control'] ?? cacheControlOf(row, actor),
    etag,
    vary: row.cache === undefined ? 'accept-encoding, accept-language, cookie' : 'accept-encoding, cookie',
  }
  const kept: CachedAnswer = {
    route: row.path,
    status: answer.status,
    headers,
    etag,
    plain: bytes,
    gzip: null,
    brotli: null,
  }
  if (isKept(row, answer, actor)) parts.cache.keep(request.url, parts.clock.now(), kept)
  // A row's own ETag names a version to change, not these bytes: pictures may differ under it, so it never answers 304.
  const isOwnEtag = answer.headers?.etag !== undefined
  if (row.method === 'GET' && answer.status === 200 && !isOwnEtag) return sendKept(reply, request, kept)
  return reply.headers(headers).code(answer.status).send(bytes)
}

/** Mounts one row: access first, then the function with exactly the connection its kind may have. */
export function mountRow(server: FastifyInstance, parts: ServerParts, row: RouteRow): void {
  server.route({
    method: row.method,
    url: row.path,
    bodyLimit: row.limitBytes ?? bodyLimitBytes,
    config: row.path.startsWith('/api/') ? { row, rateLimit: {} } : { row },
    // Kept answers bring their own compressed twins.
    ...(row.cache !== undefined && { compress: false }),
    preParsing: async (request, reply) => {
      if (row.cache === undefined || request.headers.cookie?.includes(sessionCookie)) return
      if (request.headers.authorization !== undefined) return
      const found = parts.cache.find(request.url, parts.clock.now())
      if (found !== undefined) await sendKept(reply, request, found)
    },
    handler: async (request, reply) => {
      if (
        row.kind !== 'query' &&
        row.kind !== 'download' &&
        row.kind !== 'page' &&
        bearerOf(request) === null &&
        !isOwnOrigin(request, parts.config)
      ) {
        throw refuse('origin-refused')
      }
      const actor = await admit(parts, row, request)
      const answer = await runRow(parts, row, request, actor)
      return sendAnswer(parts, row, { request, reply, actor }, answer)
    },
  })
}
