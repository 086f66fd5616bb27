import { execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type Account, chooseAccount } from '../../src/platform/db/embedded-account.ts'
import { prepareBinaries } from '../../src/platform/db/embedded-binaries.ts'
import { freePort, runProgram, until, untilServing } from './program/testing.ts'

const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'ocop-external-'))
await chmod(folder, 0o755)
const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
  await rm(folder, { recursive: true, force: true })
})

/** The oldest PostgreSQL that is supported where the machine has it, else the one that comes with the program. */
async function findPrograms(account: Account): Promise<{ initdb: string; postgres: string }> {
  const installed = { initdb: '/usr/local/bin/initdb', postgres: '/usr/local/bin/postgres' }
  return (await stat(installed.postgres).catch(() => null)) ? installed : prepareBinaries(account)
}

/** A PostgreSQL on a port of this machine, as an administrator would run one. */
async function startExternal(): Promise<string> {
  const cluster = join(folder, 'cluster')
  await mkdir(cluster, { mode: 0o700 })
  const account = await chooseAccount(cluster)
  if (account !== null) await chown(cluster, account.uid, account.gid)
  const { initdb, postgres } = await findPrograms(account)
  const as = { cwd: '/', ...(account ?? {}) }
  const words = ['-D', cluster, '-U', 'ocop', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
  await run(initdb, [...words, '--no-sync'], as)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((one) => ['-c', one])
  const server = spawn(postgres, ['-D', cluster, '-p', String(port), ...settings], { ...as, stdio: 'ignore' })
  stops.push(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  })
  const url = `postgres://ocop@127.0.0.1:${port}`
  await until(
    () =>
      ask(`${url}/postgres`, 'create database ocop').then(
        () => true,
        () => false,
      ),
    () => url,
  )
  return `${url}/ocop`
}

async function ask(url: string, question: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

test('with DATABASE_URL the program migrates and serves from that PostgreSQL and starts none of its own', async () => {
  const url = await startExternal()
  const settings = { DATABASE_URL: url, DATA_DIR: join(folder, 'installation'), PORT: String(await freePort()) }
  const migrating = runProgram(['migrate'], settings)
  expect(await migrating.ended, migrating.said()).toBe(0)
  expect(await ask(url, 'select count(*)::int > 10000 as filled from administrative_units.unit')).toEqual([
    { filled: true },
  ])

  const web = runProgram(['web'], settings)
  await untilServing(web)
  const page = await fetch(`http://127.0.0.1:${settings.PORT}/`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('OCOP')
  expect((await fetch(`http://127.0.0.1:${settings.PORT}/readyz`)).status).toBe(200)
  const doctor = runProgram(['doctor'], settings)
  await doctor.ended
  expect(doctor.said()).toMatch(/PostgreSQL 1[5-9].*\(DATABASE_URL\)/)
  expect(doctor.said()).not.toContain('PostgreSQL đi kèm')
  await expect(stat(join(settings.DATA_DIR, 'postgres'))).rejects.toThrow('ENOENT')

  web.child.kill('SIGTERM')
  expect(await web.ended).toBe(0)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
}, 180_000)
