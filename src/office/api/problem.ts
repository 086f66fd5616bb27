import { wordsNow } from '../locale/locale.ts'

/** What went wrong, as the server's problem document or the connection tells it; everything the client throws has this shape. */
export interface Problem {
  status: number
  code: string
  detail: string
  requestId: string
  fields: { path: string; message: string }[]
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Reads a problem document; anything else becomes a problem with a plain sentence. */
export function readProblem(status: number, body: unknown): Problem {
  const words = wordsNow().problem
  if (!isRecord(body)) return { status, code: 'unreadable', detail: words.unreadable, requestId: '', fields: [] }
  const fields = Array.isArray(body.fields) ? body.fields.filter(isRecord) : []
  return {
    status,
    code: text(body.code) || 'unknown',
    detail: text(body.detail) || words.unreadable,
    requestId: text(body.requestId),
    fields: fields.map((field) => ({ path: text(field.path), message: text(field.message) })),
  }
}

/** The problem of a request that never reached the server. */
export function offlineProblem(): Problem {
  return { status: 0, code: 'offline', detail: wordsNow().problem.offline, requestId: '', fields: [] }
}

/** Tells whether something caught is a problem of ours. */
export function isProblem(thrown: unknown): thrown is Problem {
  return isRecord(thrown) && 'status' in thrown && 'detail' in thrown && 'fields' in thrown
}
