import type { Actor } from '../access/actor.ts'
import type { Clock } from '../clock/clock.ts'
import type { Config } from '../config/config.ts'
import type { Database, Db } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { Problem } from './problems.ts'
import type { ResponseCache } from './response-cache.ts'
import type { PageSetting, RouteRow } from './rows.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    row?: RouteRow
  }
}

/** Everything that the server is composed of; app.ts makes it. */
export interface ServerParts {
  config: Config
  clock: Clock
  log: Log
  database: Database
  cache: ResponseCache
  routes: RouteRow[]
  assets: Readonly<Record<string, string>>
  uploadDirectory: string
  findActor: (db: Db, token: string | null, now: Date) => Promise<Actor>
  /** who a bearer token stands for, or null when it is worth nothing */
  findClient?: (db: Db, token: string, now: Date) => Promise<Actor | null>
  renderProblem: (problem: Problem, setting: PageSetting) => string
}
