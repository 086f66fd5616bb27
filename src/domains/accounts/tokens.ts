import { createHash, createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** A bearer token of 256 random bits, 43 characters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token. It has 256 random bits, so a plain SHA-256 cannot be searched backwards. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Tells whether a text can be a token at all; anything else is not worth a query. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** What may be tried and is counted apart: passwords, second factors, secrets of API clients. */
export type AttemptKind = 'login' | 'factor' | 'client'

/** A digest under the installation's secret: whoever steals the table cannot try logins or addresses against it. */
export function keyedDigest(secret: string, kind: AttemptKind | 'network', text: string): string {
  return createHmac('sha256', secret).update(`${kind}:${text}`).digest('hex')
}

function expandIpv6(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right].map((part) =>
    part.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}

/** The part of an address that one subscriber holds: a whole IPv4 address, the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  if (!isIPv6(address)) return address
  return `${expandIpv6(address.split('%')[0] ?? '')
    .slice(0, 4)
    .join(':')}::/64`
}
