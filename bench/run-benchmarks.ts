import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { jobs } from '../src/app.ts'
import { commandLine } from '../src/cli/command-line-actor.ts'
import { openInstallation } from '../src/cli/open-installation.ts'
import { fillRegister } from '../src/demo/fill-register.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Config, readConfig } from '../src/platform/config/config.ts'
import { type Database, inTransaction } from '../src/platform/db/database.ts'
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts'
import { queue } from '../src/platform/jobs/jobs.ts'
import { jobNames } from '../src/platform/jobs/names.ts'
import { runDueJobs } from '../src/platform/jobs/worker.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { type Imported, measureImport } from './measure-import.ts'
import { type Measured, measureWorkloads } from './measure-workloads.ts'
import { multiplyProducts } from './multiply-products.ts'
import { growthTable, importTable, loadTable, machineText } from './print-results.ts'
import { memoryOf, startServer } from './processes.ts'

const smallSize = 20_000
const largeFactor = 10
const importRows = 20_000

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now()
  const result = await work()
  tell(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return result
}

async function rebuild(database: Database, config: Config): Promise<void> {
  await inTransaction(database.db, (tx) => queue(tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue))
  await runDueJobs({ database, jobs, clock: systemClock, config, log: silentLog })
}

async function fill(config: Config): Promise<void> {
  const { database, close } = await openInstallation(config, silentLog, true)
  const setting = {
    db: database.db,
    actor: { ...commandLine, displayName: 'ocop bench' },
    now: systemClock.now(),
    config,
  }
  // Without pictures: they cost the start and change no answer's work.
  await timed(`${smallSize} products by the demonstration`, () =>
    fillRegister(setting, { products: smallSize, pictures: 0, drawsFiveStars: false }, () => undefined),
  )
  await timed('catalogue rebuilt', () => rebuild(database, config))
  await database.pool.query('vacuum analyze')
  await close()
}

async function enlarge(config: Config): Promise<void> {
  const { database, close } = await openInstallation(config, silentLog, true)
  // A pool of its own: the program's connections give a statement a minute, and copying takes longer.
  const patient = new pg.Pool({ connectionString: database.url, max: 1 })
  const size = smallSize * largeFactor
  await timed(`${size} products by copying rows`, () => multiplyProducts(patient, largeFactor - 1))
  await timed('catalogue rebuilt', () => rebuild(database, config))
  await patient.query('vacuum analyze')
  await patient.end()
  await close()
}

/** The second start of the whole program with its own embedded PostgreSQL, and what it holds when nobody asks anything. */
async function measureStart(program: string, directory: string): Promise<string> {
  const environment = {
    DATA_DIR: join(directory, 'start'),
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  }
  const options = { port: 18_090, environment, readyPath: '/readyz' }
  const first = await startServer([program, 'all'], options)
  await first.stop()
  const second = await startServer([program, 'all'], options)
  await sleep(5000)
  const memory = memoryOf(second.child.pid ?? 0)
  await second.stop()
  return (
    `\n### Start and rest\n\nfirst start ${Math.round(first.readyAfterMs)} ms · second start to ready ${Math.round(second.readyAfterMs)} ms · ` +
    `idle after 5 s ${Math.round(memory.now)} MB (peak while starting ${Math.round(memory.peak)} MB)\n`
  )
}

interface Setting {
  config: Config
  databaseUrl: string
  directory: string
  program: string
  isQuick: boolean
}

async function measureSizes({ config, databaseUrl, directory, program, isQuick }: Setting): Promise<void> {
  const rounds = isQuick ? { rounds: 1, seconds: 2, connections: 16 } : { rounds: 3, seconds: 3, connections: 16 }
  const served = { program, databaseUrl, dataDirectory: join(directory, 'served'), logLevel: 'warn' }
  const small: Measured[] = await measureWorkloads(served, rounds)
  console.log(loadTable(smallSize, small))
  if (isQuick) return
  const logged = await measureWorkloads({ ...served, logLevel: 'info', only: ['product page', 'product JSON'] }, rounds)
  console.log(loadTable(smallSize, logged).replace('products', 'products, LOG_LEVEL=info'))
  await enlarge(config)
  const large = await measureWorkloads(served, rounds)
  console.log(loadTable(smallSize * largeFactor, large))
  console.log(growthTable(small, large))
}

/** Measures the built program (dist/main.js) on made-up registers of 20,000 and 200,000 products; `--quick` stops at the small one. */
export async function runBenchmarks({ isQuick }: { isQuick: boolean }): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ocop-bench-'))
  // The bundle lies beside the program that it measures.
  const program = join(import.meta.dirname, 'main.js')
  const rootDirectory = resolve(import.meta.dirname, '..')
  const postgres = await startEmbeddedPostgres({
    directory: join(directory, 'postgres'),
    fsync: false,
    log: () => undefined,
  })
  const urlOf = (name: string) => postgres.url.replace(/@\/[^?]+/, `@/${name}`)
  const config = readConfig(
    { ...process.env, DATABASE_URL: postgres.url, DATA_DIR: join(directory, 'data') },
    rootDirectory,
  )
  try {
    console.log(
      `\n${machineText()}; embedded PostgreSQL with fsync off; load, servers and PostgreSQL share the machine.`,
    )
    await fill(config)
    await measureSizes({ config, databaseUrl: postgres.url, directory, program, isQuick })
    const { database, close } = await openInstallation(config, silentLog, true)
    const imported: Imported[] = await measureImport(
      { admin: database.pool, urlOf, directory, program },
      isQuick ? importRows / 4 : importRows,
    )
    console.log(importTable(imported))
    await close()
    console.log(await measureStart(program, directory))
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
