import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts'

const holder = join(import.meta.dirname, 'hold-embedded.ts')
const isRoot = process.getuid?.() === 0

let folder = ''
let directory = ''
const programs: ChildProcess[] = []
const servers: { stop: () => Promise<void> }[] = []

/** Vitest's own temporary directory may be deep; the database must not care, its socket lies elsewhere. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-start-'))
  await chmod(folder, 0o755)
  directory = join(folder, 'data', 'postgres')
})

afterEach(async () => {
  for (const program of programs.splice(0)) {
    if (program.exitCode !== null || program.signalCode !== null) continue
    const gone = once(program, 'exit')
    program.kill('SIGKILL')
    await gone
  }
  for (const server of servers.splice(0)) await server.stop()
})

afterAll(async () => {
  // Whatever a test left running is adopted once more, to be stopped. The database may still count a program that was killed a moment ago.
  await vi.waitFor(() => start(), { timeout: 8000, interval: 200 })
  for (const server of servers.splice(0)) await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(place = directory, lines: string[] = [], fsync = false) {
  const server = await startEmbeddedPostgres({ directory: place, fsync, log: (line) => lines.push(line) })
  servers.push(server)
  return server
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Row>(sql)
  await client.end()
  return rows
}

/** Runs the holder until it says that it is ready or refused; answers what it said. */
async function hold(...words: string[]): Promise<{ program: ChildProcess; said: string; url: string }> {
  const program = spawn(process.execPath, [holder, directory, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  programs.push(program)
  const said = await new Promise<string>((answer, reject) => {
    let text = ''
    program.stdout?.on('data', (part) => {
      text += part
      if (/^(ready|refused): .*\n/m.test(text)) answer(text)
    })
    program.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
  })
  return { program, said, url: said.match(/^ready: (.*)$/m)?.[1] ?? '' }
}

async function kill(program: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function isStopped(): Promise<boolean> {
  return !(await stat(join(directory, 'cluster', 'postmaster.pid')).catch(() => null))
}

test('the first start makes a UTF-8 database for Vietnamese text with the extensions that search needs', async () => {
  const { url } = await start()
  const [row] = await ask(
    url,
    `select current_database() as database, current_user as account, current_setting('server_encoding') as encoding,
       upper('cà phê đắk nông') as capitals, current_setting('listen_addresses') as addresses`,
  )
  expect(row).toEqual({
    database: 'ocop',
    account: 'ocop',
    encoding: 'UTF8',
    capitals: 'CÀ PHÊ ĐẮK NÔNG',
    addresses: '',
  })
  await ask(url, 'create extension unaccent; create extension pg_trgm; create table kept (word text)')
  await ask(url, `insert into kept (word) values ('chè')`)
})

test('a later start has the same rows and takes well under 1.5 s on a machine that is not busy', async () => {
  const milliseconds: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now()
    const server = await start()
    expect(await ask(server.url, 'select word from kept')).toEqual([{ word: 'chè' }])
    milliseconds.push(performance.now() - begun)
    await server.stop()
  }
  expect(Math.min(...milliseconds)).toBeLessThan(1500)
})

test('stopping leaves no server and no pid file', async () => {
  const server = await start()
  await server.stop()
  expect(await isStopped()).toBe(true)
  await expect(ask(server.url, 'select 1')).rejects.toThrow()
})

test('after kill -9 of the program its orphan server is adopted with everything committed', async () => {
  const { program, url } = await hold('fsync')
  await ask(url, `insert into kept (word) values ('mắc ca')`)
  const orphan = await postmasterPid()
  await kill(program)
  const lines: string[] = []
  const adopted = await start(directory, lines, true)
  expect(await postmasterPid()).toBe(orphan)
  expect(lines.join()).toContain('adopted')
  expect(await ask(adopted.url, 'select word from kept order by word')).toEqual([{ word: 'chè' }, { word: 'mắc ca' }])
  await adopted.stop()
  expect(await isStopped()).toBe(true)
})

test('an orphan with other settings is stopped and started anew', async () => {
  const { program } = await hold('fsync')
  const orphan = await postmasterPid()
  await kill(program)
  const { url } = await start()
  expect(await postmasterPid()).not.toBe(orphan)
  expect(await ask(url, 'show fsync')).toEqual([{ fsync: 'off' }])
})

test('the server of a test run that was killed ends by itself', async () => {
  const { program } = await hold()
  await kill(program)
  for (let tries = 0; tries < 200 && !(await isStopped()); tries += 1) await sleep(25)
  expect(await isStopped()).toBe(true)
})

test('a server and program killed together recover what was committed', async () => {
  const { program, url } = await hold('fsync')
  await ask(url, `insert into kept (word) values ('yến sào')`)
  const postmaster = await postmasterPid()
  await kill(program)
  process.kill(postmaster, 'SIGKILL')
  const recovered = await start(directory, [], true)
  expect(await ask(recovered.url, 'select count(*)::int as count from kept')).toEqual([{ count: 3 }])
})

test('a living program is not disturbed: the second start is refused by the name of the first', async () => {
  const first = await start()
  const second = await hold()
  expect(second.said).toContain('refused')
  expect(second.said).toContain(`pid ${process.pid}`)
  expect(second.said).toContain('DATA_DIR')
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('of two first starts at once exactly one owns the database', async () => {
  const place = join(folder, 'race')
  const both = await Promise.allSettled([start(place), start(place)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a pid file whose number belongs to another program by now does not keep the database closed', async () => {
  const pidFile = join(directory, 'cluster', 'postmaster.pid')
  await writeFile(
    pidFile,
    `${process.ppid}\n${directory}/cluster\n1795529821\n5432\n/nowhere\n\n 16039949 4\nready   \n`,
  )
  await chmod(pidFile, 0o644)
  const { url } = await start()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a pid file that was cut off by a crash does not keep the database closed', async () => {
  await writeFile(join(directory, 'cluster', 'postmaster.pid'), '')
  const { url } = await start()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that dies while the program lives comes back at the same address', async () => {
  const { url } = await start()
  process.kill(await postmasterPid(), 'SIGKILL')
  let answer: unknown = null
  for (let tries = 0; answer === null && tries < 100; tries += 1) {
    await sleep(50)
    answer = await ask(url, 'select 1 as one').catch(() => null)
  }
  expect(answer).toEqual([{ one: 1 }])
})

test('nobody else may enter the directory of the socket, and the cluster belongs to the account of the server', async () => {
  const { url } = await start()
  const socket = await lstat(new URL(url.replace('@/', '@localhost/')).searchParams.get('host') ?? '')
  const cluster = await stat(join(directory, 'cluster'))
  expect(socket.mode & 0o777).toBe(0o700)
  expect(cluster.mode & 0o077).toBe(0)
  expect(socket.uid).toBe(cluster.uid)
  expect(isRoot ? cluster.uid !== 0 : cluster.uid === process.getuid?.()).toBe(true)
})

test.runIf(isRoot)('root may keep the database below a directory that only root can enter', async () => {
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const { url } = await start(join(closed, 'data', 'postgres'))
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a directory with a path longer than a socket may have works all the same', async () => {
  const { url } = await start(join(folder, 'a'.repeat(120), 'postgres'))
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})
