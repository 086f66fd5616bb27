import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Access } from '../access/permissions.ts'
import type { Config } from '../config/config.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Log } from '../log/log.ts'

export type Locale = 'vi' | 'en'

interface Context {
  actor: Actor
  now: Date
  locale: Locale
  log: Log
  config: Config
  /** what sign-in and throttling need to know of the connection */
  connection: { networkAddress: string; device: string }
  /** the If-Match header as sent; null (or absent for callers other than HTTP) without one */
  ifMatch?: string | null
  /** what the caller brought to prove who they are; read by sign-in only */
  brought: { cookies: Readonly<Record<string, string | undefined>>; authorization: string | null }
}
/** What a query is handed: a connection that reads. */
export type Read = Context & { db: Db }
/** What a command is handed: a transaction that commits on return and rolls back on any throw. */
export type Write = Context & { tx: Tx }

/** A file that a person sent, on disk already, its content not yet trusted. */
export interface Upload {
  path: string
  originalName: string
  sizeBytes: number
  sha256: string
}

/** A cookie to set (or, with null, to remove) along with an answer. */
export interface CookieChange {
  name: string
  value: string | null
  maxAgeSeconds: number
}

/** An answer that is not JSON: a picture, a spreadsheet, a feed. */
export interface FileAnswer {
  body: Buffer | Readable
  mediaType: string
  /** shown as the name when saved; absent means shown in place */
  downloadName?: string
  cacheControl?: string
  etag?: string
  /** how many records it holds, for the audit log; one unless told */
  rows?: number
}

/** What a page's function answers: a view to render, or another address. */
export type PageOutcome<View> = { view: View; status?: 200 | 404 | 410 } | { movedTo: string }

/** What a page is rendered with besides its view. */
export interface PageSetting {
  locale: Locale
  path: string
  publicUrl: string
  assets: Readonly<Record<string, string>>
}

interface Common {
  path: string
  access: Access
  /** one sentence for the API document, in English */
  summary: string
  tag?: string
  /** keeps rendered answers in memory until the register changes or the day ends; for anonymous callers only */
  cache?: { seconds: number }
  /** written into the audit log before it is sent: a register taken away as a file, or private data of many people read */
  audited?: 'export' | 'reading'
  /** cannot be taken back: refused with confirmation-needed unless the person proved who they are within 10 minutes */
  confirmed?: true
  /** open to a session that still owes its second factor */
  whileEnrolling?: true
}

/** A row as the server mounts it; made only by query, command, upload, download and page below. */
export type RouteRow = Common & {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  input: z.ZodObject
  output: z.ZodType | null
  kind: 'query' | 'command' | 'upload' | 'download' | 'page'
  locale?: Locale
  /** bytes a body may hold */
  limitBytes?: number
  read?: (context: Read, input: unknown) => Promise<Answer>
  write?: (context: Write, input: unknown, upload: Upload | null) => Promise<Answer>
}

/** The one shape in which every row answers the server. */
export interface Answer {
  status: number
  body: unknown
  file?: FileAnswer
  html?: (setting: PageSetting) => string
  movedTo?: string
  cookies?: CookieChange[]
  headers?: Record<string, string>
}

/** An answer with headers or cookies of its own; queries and commands may return it in place of the bare body. */
export interface Envelope<Output> {
  answer: Output
  status?: 200 | 201 | 202 | 400 | 401
  headers?: Record<string, string>
  cookies?: CookieChange[]
}

/** Wraps an answer with a status, headers or cookies. */
export function withHeaders<Output>(
  answer: Output,
  extra: Omit<Envelope<Output>, 'answer'>,
): Envelope<Output> & { readonly enveloped: true } {
  return { answer, ...extra, enveloped: true }
}

type Enveloped<Output> = Envelope<Output> & { readonly enveloped: true }

function isEnveloped<Output>(result: Output | Enveloped<Output>): result is Enveloped<Output> {
  return typeof result === 'object' && result !== null && 'enveloped' in result
}

function toAnswer<Output>(output: z.ZodType<Output>, result: Output | Enveloped<Output>, status: number): Answer {
  if (!isEnveloped(result)) return { status, body: output.parse(result) }
  const { answer, headers, cookies } = result
  return {
    status: result.status ?? status,
    body: output.parse(answer),
    ...(headers && { headers }),
    ...(cookies && { cookies }),
  }
}

/** A question: read-only by type, so a GET cannot write. */
export function query<Input extends z.ZodObject, Output>(
  row: Common & {
    method: 'GET'
    input: Input
    output: z.ZodType<Output>
    run: (context: Read, input: z.infer<Input>) => Promise<Output | Enveloped<Output>>
  },
): RouteRow {
  const { run, ...rest } = row
  return {
    ...rest,
    kind: 'query',
    read: async (context, input) => toAnswer(row.output, await run(context, row.input.parse(input)), 200),
  }
}

/** A change: one transaction a request. */
export function command<Input extends z.ZodObject, Output>(
  row: Common & {
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
    input: Input
    output: z.ZodType<Output>
    limitBytes?: number
    run: (context: Write, input: z.infer<Input>) => Promise<Output | Enveloped<Output>>
  },
): RouteRow {
  const { run, ...rest } = row
  const status = row.method === 'POST' ? 201 : 200
  return {
    ...rest,
    kind: 'command',
    write: async (context, input) => toAnswer(row.output, await run(context, row.input.parse(input)), status),
  }
}

/** A change that brings one file (multipart field `file`) beside its fields; the file is on disk and hashed before `run` starts. */
export function upload<Input extends z.ZodObject, Output>(
  row: Common & {
    method: 'POST' | 'PUT'
    input: Input
    output: z.ZodType<Output>
    limitBytes: number
    run: (context: Write, input: z.infer<Input>, file: Upload) => Promise<Output | Enveloped<Output>>
  },
): RouteRow {
  const { run, ...rest } = row
  return {
    ...rest,
    kind: 'upload',
    write: async (context, input, file) => {
      if (file === null) throw new Error('an upload row was run without its file')
      return toAnswer(row.output, await run(context, row.input.parse(input), file), 201)
    },
  }
}

/** A question answered by a file or a stream. */
export function download<Input extends z.ZodObject>(
  row: Common & { method: 'GET'; input: Input; run: (context: Read, input: z.infer<Input>) => Promise<FileAnswer> },
): RouteRow {
  const { run, ...rest } = row
  return {
    ...rest,
    kind: 'download',
    output: null,
    read: async (context, input) => ({ status: 200, body: null, file: await run(context, row.input.parse(input)) }),
  }
}

/** A page for people: a function makes the view, another renders it; complete without script. */
export function page<Input extends z.ZodObject, View>(
  row: Common & {
    locale: Locale
    input: Input
    run: (context: Read, input: z.infer<Input>) => Promise<PageOutcome<View>>
    render: (view: View, setting: PageSetting) => string
  },
): RouteRow {
  const { run, render, ...rest } = row
  return {
    ...rest,
    method: 'GET',
    kind: 'page',
    output: null,
    read: async (context, input) => {
      const outcome = await run(context, row.input.parse(input))
      if ('movedTo' in outcome) return { status: 301, body: null, movedTo: outcome.movedTo }
      return { status: outcome.status ?? 200, body: null, html: (setting) => render(outcome.view, setting) }
    },
  }
}

/** For rows that take nothing. */
export const nothing = z.object({})
