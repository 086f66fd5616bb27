import type { FastifyRequest } from 'fastify'
import type { Config } from '../config/config.ts'
import type { Locale } from './rows.ts'

/** The cookie that carries the opaque session token. */
export const sessionCookie = 'ocop_session'

/** The bearer token of a system that calls the API; a browser never sends one by itself, so such a request cannot be forged by another site. */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** The language of an answer: what the caller prefers of the two, Vietnamese unless English is asked for. */
export function localeOf(request: FastifyRequest): Locale {
  if (request.url.startsWith('/en/') || request.url === '/en') return 'en'
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') && request.url.startsWith('/api/') ? 'en' : 'vi'
}

/** Tells whether the caller would rather have a page than a problem document. */
export function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}

/** Closes cross-site request forgery: a browser names the origin of each change, and it must be ours; callers without a browser send none. */
export function isOwnOrigin(request: FastifyRequest, config: Config): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin === undefined) return true
  return origin === config.publicUrl || origin === `${request.protocol}://${request.host}`
}
