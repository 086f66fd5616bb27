import type { LoadResult } from './load.ts'
import { measureLoad } from './load.ts'
import { startServer } from './processes.ts'
import { type Workload, workloadsOf } from './workloads.ts'

/** What the three servers reached in the same minutes on the same rows. */
export interface Measured {
  name: string
  program: LoadResult
  limit: LoadResult
  query: LoadResult | null
}

export interface Rounds {
  rounds: number
  seconds: number
  connections: number
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function median(results: readonly LoadResult[]): LoadResult {
  return {
    perSecond: middle(results.map((each) => each.perSecond)),
    p50: middle(results.map((each) => each.p50)),
    p99: middle(results.map((each) => each.p99)),
    failed: results.reduce((sum, each) => sum + each.failed, 0),
  }
}

interface Servers {
  program: string
  limit: string
  query: string
}

/** Rounds alternate between the servers, so that whatever else the machine does falls on all alike; the first round warms up. */
async function measureOne(workload: Workload, servers: Servers, rounds: Rounds): Promise<Measured> {
  const { paths, isFresh, name } = workload
  const round = (url: string, seconds: number) =>
    measureLoad({ url, paths, isFresh, seconds, connections: rounds.connections })
  const asked = workload.hasQuery ? [servers.program, servers.limit, servers.query] : [servers.program, servers.limit]
  for (const url of asked) await round(url, 1)
  const results = new Map<string, LoadResult[]>(asked.map((url) => [url, []]))
  for (let turn = 0; turn < rounds.rounds; turn++) {
    for (const url of asked) results.get(url)?.push(await round(url, rounds.seconds))
  }
  const of = (url: string) => median(results.get(url) ?? [])
  return {
    name,
    program: of(servers.program),
    limit: of(servers.limit),
    query: workload.hasQuery ? of(servers.query) : null,
  }
}

/** Starts the program's web server and the two references, each in its own process, and measures every workload. */
export async function measureWorkloads(
  setting: { program: string; databaseUrl: string; dataDirectory: string; logLevel: string; only?: string[] },
  rounds: Rounds,
): Promise<Measured[]> {
  const { databaseUrl, dataDirectory, logLevel } = setting
  const environment = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDirectory,
    LOG_LEVEL: logLevel,
    RATE_LIMIT_PER_MINUTE: '100000000',
    NODE_ENV: 'production',
  }
  const program = await startServer([setting.program, 'web'], { port: 18_080, environment, readyPath: '/readyz' })
  const running = [program]
  try {
    const all = await workloadsOf(program.url)
    const workloads = all.filter(({ name }) => setting.only === undefined || setting.only.includes(name))
    const paths = [...new Set(workloads.flatMap((workload) => workload.paths))]
    const wish = { origin: program.url, paths, databaseUrl }
    const script = process.argv[1] ?? ''
    for (const [kind, port] of [
      ['memory', 18_081],
      ['query', 18_082],
    ] as const) {
      const words = [script, '--reference', JSON.stringify({ ...wish, kind, port })]
      running.push(await startServer(words, { port, environment, readyPath: '/ready' }))
    }
    const servers = { program: program.url, limit: 'http://127.0.0.1:18081', query: 'http://127.0.0.1:18082' }
    const measured: Measured[] = []
    for (const workload of workloads) {
      measured.push(await measureOne(workload, servers, rounds))
      process.stderr.write(`  ${workload.name}: ${Math.round(measured.at(-1)?.program.perSecond ?? 0)}/s\n`)
    }
    return measured
  } finally {
    for (const server of running.reverse()) await server.stop()
  }
}
