// What the tests of the server share: one small server a test file, over a real database.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach } from 'vitest'
import { z } from 'zod'
import { type Actor, nobody } from '../access/actor.ts'
import { fixedClock } from '../clock/clock.ts'
import { readConfig } from '../config/config.ts'
import { defineRefusals } from '../errors/refuse.ts'
import { silentLog } from '../log/log.ts'
import { testDatabase } from '../testing/test-database.ts'
import { createResponseCache } from './response-cache.ts'
import { command, download, nothing, page, query, type RouteRow, upload, withHeaders } from './rows.ts'
import { createServer } from './server.ts'

const database = await testDatabase()
await database.pool.query('create table public.note (id int primary key, words text not null)')
/** Where files lie while they arrive; empty between requests. */
export const uploadDirectory = await mkdtemp(join(tmpdir(), 'ocop-uploads-'))
/** The clock of the server, just before midnight in Vietnam. */
export const clock = fixedClock('2026-11-24T23:59:00+07:00')
/** The answers that the server keeps. */
export const cache = createResponseCache()
const refuse = defineRefusals({ 'note-taken': { kind: 'conflict', vi: 'Số {id} đã có.', en: 'Number {id} is taken.' } })
let answered = 0

const writeNote = (access: RouteRow['access']) =>
  command({
    method: 'POST',
    path: `/api/v1/${access === 'anyone' ? 'open' : 'guarded'}-notes`,
    access,
    summary: 'Write a note',
    input: z.object({ id: z.int(), words: z.string().min(3), fails: z.boolean().optional() }),
    output: z.object({ id: z.int() }),
    run: async ({ tx }, { id, words, fails }) => {
      await sql`insert into public.note (id, words) values (${id}, ${words})`.execute(tx)
      if (fails) throw refuse('note-taken', { id })
      return withHeaders({ id }, { headers: { location: `/notes/${id}` } })
    },
  })

/** A row of each kind, and one of each way to go wrong. */
export const rows: RouteRow[] = [
  writeNote('anyone'),
  writeNote('products.edit'),
  query({
    method: 'GET',
    path: '/api/v1/counted',
    access: 'anyone',
    summary: 'Counts its own runs',
    cache: { seconds: 60 },
    input: nothing,
    output: z.object({ answered: z.int(), filler: z.string() }),
    run: async () => ({ answered: ++answered, filler: 'x'.repeat(3000) }),
  }),
  query({
    method: 'GET',
    path: '/api/v1/broken',
    access: 'anyone',
    summary: 'Always breaks',
    input: nothing,
    output: z.object({}),
    run: () => Promise.reject(new Error('secret detail')),
  }),
  query({
    method: 'GET',
    path: '/api/v1/who',
    access: 'signed-in',
    summary: 'Says who asks',
    input: nothing,
    output: z.object({ name: z.string() }),
    run: async ({ actor }) => ({ name: actor.displayName, secret: 'stripped by the schema' }),
  }),
  upload({
    method: 'POST',
    path: '/api/v1/papers',
    access: 'anyone',
    summary: 'Takes a paper',
    limitBytes: 2000,
    input: z.object({ title: z.string().min(1) }),
    output: z.object({ title: z.string(), sizeBytes: z.int(), sha256: z.string() }),
    run: async (_context, { title }, file) => ({ title, sizeBytes: file.sizeBytes, sha256: file.sha256 }),
  }),
  download({
    method: 'GET',
    path: '/api/v1/paper.csv',
    access: 'anyone',
    summary: 'Gives a paper',
    input: nothing,
    run: async () => ({ body: Buffer.from('a;b'), mediaType: 'text/csv', downloadName: 'Danh sách.csv', etag: '"v1"' }),
  }),
  page({
    path: '/trang',
    locale: 'vi',
    access: 'anyone',
    summary: 'A page',
    input: nothing,
    run: async () => ({ view: { words: 'xin chào' } }),
    render: (view, setting) => `<p lang="${setting.locale}">${view.words}</p>`,
  }),
  page({
    path: '/dem',
    locale: 'vi',
    access: 'anyone',
    summary: 'A page that counts its own runs',
    cache: { seconds: 60 },
    input: nothing,
    run: async () => ({ view: ++answered }),
    render: (view) => `<p>${view}</p>`,
  }),
  page({
    path: '/cu',
    locale: 'vi',
    access: 'anyone',
    summary: 'Moved',
    input: nothing,
    run: async () => ({ movedTo: '/trang' }),
    render: () => '',
  }),
]

const officer: Actor = {
  ...nobody,
  displayName: 'Cán bộ',
  roleCode: 'province-officer',
  permissions: new Set(['products.edit'] as const),
}
const reader: Actor = { ...officer, displayName: 'Người xem', permissions: new Set() }
const actors = new Map([
  ['officer', officer],
  ['reader', reader],
])

/** What the server is made from. */
export const parts = {
  config: { ...readConfig({}), rateLimitPerMinute: 1000 },
  clock,
  log: silentLog,
  database,
  cache,
  routes: rows,
  assets: {},
  uploadDirectory,
  findActor: async (_db: unknown, token: string | null) => actors.get(token ?? '') ?? nobody,
  renderProblem: (problem: { status: number; detail: string }) => `<h1>${problem.status}</h1><p>${problem.detail}</p>`,
}
/** The server under test, with tables, sessions and rows of its own. */
export const server = await createServer(parts)
afterAll(() => server.close())

/** How many notes were really written. */
export const countNotes = async () => (await database.pool.query('select id from public.note')).rowCount
/** Sends JSON as a program would. */
export const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, payload, headers })

beforeEach(async () => {
  await database.pool.query('delete from public.note')
  cache.clear()
})
