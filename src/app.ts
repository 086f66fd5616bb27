import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  jobs as accountJobs,
  routes as accountRoutes,
  findActor,
  findClient,
  signInRoutes,
  writeToAccount,
} from './domains/accounts/index.ts'
import { routes as unitRoutes } from './domains/administrative-units/index.ts'
import { jobs as auditJobs, routes as auditRoutes } from './domains/audit/index.ts'
import { jobs as catalogueJobs, routes as catalogueRoutes, renderProblem } from './domains/catalogue/index.ts'
import { routes as certificationRoutes } from './domains/certification/index.ts'
import { routes as changeRequestRoutes } from './domains/change-requests/index.ts'
import { jobs as importJobs, routes as importRoutes } from './domains/imports/index.ts'
import { jobsWith as notificationJobs, routes as notificationRoutes } from './domains/notifications/index.ts'
import { jobs as personalDataJobs, routes as personalDataRoutes } from './domains/personal-data/index.ts'
import { routes as producerRoutes } from './domains/producers/index.ts'
import { routes as productRoutes } from './domains/products/index.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { Config } from './platform/config/config.ts'
import type { Database } from './platform/db/database.ts'
import { listenTo } from './platform/db/listen.ts'
import { createResponseCache, type ResponseCache } from './platform/http/response-cache.ts'
import type { RouteRow } from './platform/http/rows.ts'
import { createServer } from './platform/http/server.ts'
import { readAssets } from './platform/http/static-files.ts'
import type { JobRow } from './platform/jobs/jobs.ts'
import { jobs as letterJobs } from './platform/letters/jobs.ts'
import type { Log } from './platform/log/log.ts'

/** Every route of the program; the access matrix and the API document are made from this list. */
export const routes: RouteRow[] = [
  ...unitRoutes,
  ...accountRoutes,
  ...signInRoutes,
  ...notificationRoutes,
  ...producerRoutes,
  ...productRoutes,
  ...certificationRoutes,
  ...changeRequestRoutes,
  ...importRoutes,
  ...auditRoutes,
  ...catalogueRoutes,
  ...personalDataRoutes,
]

/** Every background job of the program. */
export const jobs: JobRow[] = [
  ...letterJobs,
  ...accountJobs,
  ...notificationJobs(writeToAccount),
  ...importJobs,
  ...auditJobs,
  ...catalogueJobs,
  ...personalDataJobs,
]

/** What a running web process is made from. */
export interface Setting {
  config: Config
  clock: Clock
  log: Log
  database: Database
}

/** Keeps rendered answers only as long as the register says nothing has changed. */
function watchRegister(setting: Setting, cache: ResponseCache): { stop: () => Promise<void> } {
  const subscription = listenTo({
    url: setting.database.url,
    channel: 'register_changed',
    log: setting.log,
    onAnnounced: cache.clear,
    onConnected: cache.clear,
  })
  cache.setTrusted(subscription.connected)
  return subscription
}

/** Composes the web server from the domains; `close` finishes the requests it began. */
export async function createWeb(setting: Setting): Promise<{ server: FastifyInstance; close: () => Promise<void> }> {
  const cache = createResponseCache()
  const server = await createServer({
    ...setting,
    cache,
    routes,
    assets: await readAssets(setting.config.rootDirectory),
    uploadDirectory: join(setting.config.dataDirectory, 'uploads'),
    findActor,
    findClient,
    renderProblem,
  })
  const watch = watchRegister(setting, cache)
  return {
    server,
    close: async () => {
      await server.close()
      await watch.stop()
    },
  }
}
