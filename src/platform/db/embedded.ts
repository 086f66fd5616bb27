import { mkdir, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { chooseAccount } from './embedded-account.ts'
import { prepareBinaries } from './embedded-binaries.ts'
import { prepareCluster } from './embedded-cluster.ts'
import { claimServer } from './embedded-ownership.ts'
import { endWithUs, inspectServer, launchServer, readLogTail, type ServerPlan, stopServer } from './embedded-server.ts'
import { chooseSettings } from './embedded-settings.ts'
import { markOf, prepareSocketDirectory } from './embedded-socket.ts'

/** Where the embedded PostgreSQL keeps everything (cluster, log), whether it must survive a power cut, and who hears of it. */
export interface EmbeddedOptions {
  directory: string
  fsync: boolean
  log: (line: string) => void
}

/** A running embedded PostgreSQL: its address for `pg`, and the way to stop it after the last query. */
export interface EmbeddedPostgres {
  url: string
  stop: () => Promise<void>
}

type Plan = ServerPlan & { clusterName: string; fsync: boolean; log: (line: string) => void }

/** The connection that holds the owner's lock, where the server listens, and how to call off its end with us. */
type Ownership = { client: pg.Client; socketDirectory: string; callOff: () => void }

/** A dead owner's lock is free within milliseconds; a living one still has it after this. */
const patienceMs = 1500
/** Recovery after a crash reads at most the last checkpoint's changes; longer than this, something else is wrong. */
const recoveryMs = 5 * 60 * 1000
/** One may be lost to another start at the same moment; a third failure has a reason that stays. */
const mostLaunches = 3

/**
 * Starts PostgreSQL for a directory, or adopts the one that a killed program left behind. Refuses, with a sentence for
 * people, when a living program already owns it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error(
      'PostgreSQL đi kèm cần Linux, macOS hoặc WSL; trên Windows hãy đặt DATABASE_URL. / On Windows set DATABASE_URL or use WSL.',
    )
  }
  const plan = await makePlan(options)
  let { client, socketDirectory, callOff } = await own(plan)
  let stopping = false
  const watch = () =>
    client.once('end', async () => {
      while (!stopping) {
        plan.log('mất kết nối với PostgreSQL đi kèm, đang khôi phục / embedded PostgreSQL was lost, bringing it back')
        const found = await own(plan).catch((error: Error) => plan.log(error.message))
        if (found) {
          client = found.client
          callOff = found.callOff
          watch()
          return
        }
        await sleep(1000)
      }
    })
  watch()
  return {
    url: `postgres://ocop@/ocop?host=${encodeURIComponent(socketDirectory).replaceAll('%2F', '/')}`,
    stop: async () => {
      stopping = true
      callOff()
      await stopServer(plan)
      // Another start may already be using it again; an empty one that stays does no harm.
      await rmdir(socketDirectory).catch(() => undefined)
    },
  }
}

async function makePlan({ directory: given, fsync, log }: EmbeddedOptions): Promise<Plan> {
  const directory = resolve(given)
  await mkdir(directory, { recursive: true })
  const cluster = join(directory, 'cluster')
  const account = await chooseAccount(cluster)
  const [binaries, mark] = await Promise.all([prepareBinaries(account), markOf(directory)])
  const { settings, clusterName } = chooseSettings(fsync, binaries.version)
  return {
    cluster,
    logFile: join(directory, 'postgres.log'),
    mark,
    account,
    binaries,
    settings,
    clusterName,
    fsync,
    log,
  }
}

function refuseBusy(by: string, cluster: string): Error {
  return new Error(
    `Một chương trình khác${by ? ` (${by})` : ''} đang dùng dữ liệu ở ${cluster}: hãy dừng nó trước, hoặc đặt DATA_DIR khác. / ` +
      `Another program${by ? ` (${by})` : ''} is using the database in ${cluster}: stop it first, or set another DATA_DIR.`,
  )
}

/** Looks, starts what is missing, and claims; again and again, because another start may be doing the same. */
async function own(plan: Plan): Promise<Ownership> {
  const begun = performance.now()
  let launches = 0
  while (performance.now() - begun < recoveryMs) {
    const server = await inspectServer(plan)
    if (server.state === 'foreign') throw refuseBusy(`PostgreSQL, pid ${server.pid}`, plan.cluster)
    if (server.state === 'none') {
      if (launches === mostLaunches) throw await refuseLaunch(plan)
      launches += 1
      await launch(plan)
      continue
    }
    const claim = server.ready ? await claimServer(server.socketDirectory, `ocop, pid ${process.pid}`) : null
    if (claim?.outcome === 'owner') {
      if (claim.clusterName === plan.clusterName) {
        if (launches === 0)
          plan.log(`nhận lại PostgreSQL đang chạy (pid ${server.pid}) / adopted the PostgreSQL that was left running`)
        const callOff = plan.fsync ? () => undefined : endWithUs(server.pid, plan.account)
        return { client: claim.client, socketDirectory: server.socketDirectory, callOff }
      }
      plan.log('dừng PostgreSQL còn lại vì cấu hình đã đổi / stopping the PostgreSQL left behind: its settings differ')
      await stopServer(plan)
    }
    if (claim?.outcome === 'held' && performance.now() - begun > patienceMs) throw refuseBusy(claim.by, plan.cluster)
    await sleep(claim?.outcome === 'held' ? 100 : 5)
  }
  throw new Error(
    `PostgreSQL ở ${plan.cluster} không sẵn sàng. / PostgreSQL is not ready.\n${await readLogTail(plan.logFile)}`,
  )
}

/** Starts the server and waits until one can be seen, ours or that of another start which was quicker, or until it ended. */
async function launch(plan: Plan): Promise<void> {
  await prepareCluster(plan.cluster, plan)
  const server = await launchServer(plan, await prepareSocketDirectory(plan.mark, plan.account))
  while (!server.hasEnded()) {
    if ((await inspectServer(plan)).state === 'ours') return
    await sleep(5)
  }
}

async function refuseLaunch(plan: Plan): Promise<Error> {
  return new Error(
    `PostgreSQL đi kèm không khởi động được; nhật ký ở ${plan.logFile}: / The embedded PostgreSQL did not start; its log:\n${await readLogTail(plan.logFile)}`,
  )
}
