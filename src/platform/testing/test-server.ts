import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll } from 'vitest'
import { createWeb, jobs } from '../../app.ts'
import { aSignedInActor, type Persona } from '../../domains/accounts/testing.ts'
import { fixedClock } from '../clock/clock.ts'
import { type Config, readConfig } from '../config/config.ts'
import { type Database, inTransaction } from '../db/database.ts'
import { sessionCookie } from '../http/request-facts.ts'
import { runDueJobs } from '../jobs/worker.ts'
import { silentLog } from '../log/log.ts'

/** A real server of this test file's own, listening on a free port, with a clock that the test moves. */
export interface TestServer {
  address: string
  config: Config
  clock: ReturnType<typeof fixedClock>
  /** runs every queued job to its end, as the worker would */
  runJobs: () => Promise<void>
  /** fetch against this server; a path or a whole address */
  fetch: (path: string, options?: RequestInit & { cookie?: string }) => Promise<Response>
}

/** The moment at which tests take place unless they move the clock: 24/11/2026, 09:00 in Vietnam. */
export const testMoment = '2026-11-24T09:00:00+07:00'

/** Starts the whole program on a test's database: real HTTP, all routes, files in a directory of its own. */
export async function testServer(database: Database, settings: Partial<Config> = {}): Promise<TestServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'ocop-files-'))
  const config: Config = {
    ...readConfig({ PORT: '0' }, process.cwd()),
    dataDirectory,
    rateLimitPerMinute: 100_000,
    ...settings,
  }
  const clock = fixedClock(testMoment)
  const web = await createWeb({ config, clock, log: silentLog, database })
  const address = await web.server.listen({ port: 0, host: '127.0.0.1' })
  config.publicUrl = address
  afterAll(async () => {
    await web.close()
    await rm(dataDirectory, { recursive: true, force: true })
  })
  return {
    address,
    config,
    clock,
    runJobs: () => runDueJobs({ database, jobs, clock, config, log: silentLog }),
    fetch: (path, { cookie, headers, ...options } = {}) =>
      fetch(new URL(path, address), {
        redirect: 'manual',
        ...options,
        headers: { ...(cookie && { cookie }), ...Object(headers) },
      }),
  }
}

/** A cookie of somebody who is signed in, in any role. */
export async function signInAs(database: Database, persona: Persona): Promise<string> {
  const { token } = await inTransaction(database.db, (tx) => aSignedInActor(tx, persona, new Date(testMoment)))
  return `${sessionCookie}=${token}`
}
