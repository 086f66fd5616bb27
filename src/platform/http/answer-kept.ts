import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Metrics } from './metrics.ts'
import { sessionCookie } from './request-facts.ts'
import { encodedFor } from './response-cache.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'

/**
 * Answers a page that is kept in memory straight from the socket, with the headers, log line and measures of every other answer. It exists for
 * its speed only: a page is read thousands of times between two changes. The API goes the whole way, since its requests are counted.
 */
export function answerKept(
  parts: ServerParts,
  metrics: Metrics,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { url, headers } = request
  if (request.method !== 'GET' || url === undefined || url.startsWith('/api/')) return false
  if (headers.cookie?.includes(sessionCookie)) return false
  const begun = performance.now()
  const kept = parts.cache.find(url, parts.clock.now())
  if (kept === undefined) return false
  const requestId = randomUUID()
  const own = { ...securityHeaders, 'x-request-id': requestId, ...kept.headers }
  const isKnown = headers['if-none-match'] === kept.etag
  const status = isKnown ? 304 : kept.status
  if (isKnown) response.writeHead(status, own).end()
  else {
    const { bytes, encoding } = encodedFor(kept, String(headers['accept-encoding'] ?? ''))
    const length = { 'content-length': bytes.length }
    response
      .writeHead(
        status,
        encoding === null ? { ...own, ...length } : { ...own, ...length, 'content-encoding': encoding },
      )
      .end(bytes)
  }
  const milliseconds = performance.now() - begun
  metrics.observe({ method: 'GET', route: kept.route, status, milliseconds })
  parts.log.info({
    code: 'request',
    requestId,
    method: 'GET',
    route: kept.route,
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
  })
  return true
}
