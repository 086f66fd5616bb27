import { localeNow } from '../locale/locale.ts'
import { offlineProblem, readProblem } from './problem.ts'

type Wanted = Record<string, string | number | boolean | null | undefined>

const onSignedOut = new Set<() => void>()

/** Registers what happens when the server no longer knows the session. */
export function whenSignedOut(act: () => void): () => void {
  onSignedOut.add(act)
  return () => onSignedOut.delete(act)
}

type Confirm = () => Promise<boolean>
let confirmIdentity: Confirm | null = null

/** Registers how a person is asked to prove once more who they are; it answers whether they did. */
export function whenConfirmationNeeded(confirm: Confirm): () => void {
  confirmIdentity = confirm
  return () => {
    if (confirmIdentity === confirm) confirmIdentity = null
  }
}

/** An address of the API with those wanted values that are set. */
export function apiAddress(path: string, wanted: Wanted = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const query = search.toString()
  return `/api/v1${path}${query === '' ? '' : `?${query}`}`
}

async function exchange<Output>(address: string, request: RequestInit): Promise<Output> {
  const headers = new Headers(request.headers)
  headers.set('accept', 'application/json')
  headers.set('accept-language', localeNow())
  const response = await fetch(address, { ...request, headers, credentials: 'same-origin' }).catch(
    (thrown: unknown) => {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
      throw offlineProblem()
    },
  )
  const body = await response.json().catch(() => null)
  if (response.ok) return body
  const problem = readProblem(response.status, body)
  if (problem.code === 'sign-in-required') for (const act of onSignedOut) act()
  // The very same request is sent again, so nothing that was typed is lost.
  if (problem.code === 'confirmation-needed' && (await confirmIdentity?.())) return exchange<Output>(address, request)
  throw problem
}

/** Asks the API; throws a Problem. */
export function ask<Output>(path: string, wanted: Wanted = {}, signal?: AbortSignal): Promise<Output> {
  return exchange<Output>(apiAddress(path, wanted), signal ? { signal } : {})
}

/** Sends a change as JSON; throws a Problem. */
export function send<Output>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Output> {
  if (body === undefined) return exchange<Output>(apiAddress(path), { method })
  const headers = { 'content-type': 'application/json' }
  return exchange<Output>(apiAddress(path), { method, headers, body: JSON.stringify(body) })
}

/** Sends a file with its fields; empty fields are left out; throws a Problem. */
export function sendFile<Output>(path: string, fields: Wanted, file: File): Promise<Output> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== '') form.set(name, String(value))
  }
  form.set('file', file)
  return exchange<Output>(apiAddress(path), { method: 'POST', body: form })
}
