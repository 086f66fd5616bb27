import { execFile, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { childEnvironment, nameForPostgres } from './embedded-cluster.ts'

const run = promisify(execFile)
const logLimitBytes = 16 * 1024 * 1024

/** Everything needed to start, find and stop the server of one directory. */
export interface ServerPlan {
  cluster: string
  logFile: string
  /** short word in the command line of every server of this directory; its socket directory is named after it */
  mark: string
  account: Account
  binaries: Binaries
  settings: string[]
}

/** What postmaster.pid and the list of running programs say together. */
export type ServerState =
  | { state: 'none' }
  | { state: 'foreign'; pid: number }
  | { state: 'ours'; pid: number; socketDirectory: string; ready: boolean }

async function readCommand(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return words.replaceAll('\0', ' ')
  }
  const found = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => null)
  return found?.stdout ?? ''
}

async function isElsewhere(pid: number, cluster: string): Promise<boolean> {
  const there = await stat(`/proc/${pid}/cwd`).catch(() => null)
  const here = await stat(cluster).catch(() => null)
  return there !== null && here !== null && (there.ino !== here.ino || there.dev !== here.dev)
}

/** Looks whether a server of this cluster runs. A pid file alone proves nothing: after a crash its number may be anybody's. */
export async function inspectServer(plan: { cluster: string; mark: string }): Promise<ServerState> {
  const text = await readFile(join(plan.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [first, , , , socketDirectory = '', , , status = ''] = text.split('\n').map((line) => line.trim())
  const pid = Math.abs(Number(first))
  if (!pid || !Number.isInteger(pid)) return { state: 'none' }
  const command = await readCommand(pid)
  if (command.includes(plan.mark)) return { state: 'ours', pid, socketDirectory, ready: status === 'ready' }
  if (!command.includes('postgres') || (await isElsewhere(pid, plan.cluster))) return { state: 'none' }
  return { state: 'foreign', pid }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Makes a lock file of a crash harmless. PostgreSQL does so itself and then checks that no old backend still has the shared
 * memory named in it, so the file must stay; only when the number now belongs to another program, or to a dead one that
 * nobody has buried, would PostgreSQL refuse. Then our own number is put in its place: a postmaster takes its parent's for stale.
 */
async function excuseStaleLock(plan: ServerPlan, path: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => null)
  if (before === null || (before !== '' && !isAlive(Math.abs(Number.parseInt(before, 10))))) return
  // Another start may have written it a moment ago, before its command line could be seen.
  await sleep(50)
  const after = await readFile(path, 'utf8').catch(() => null)
  if (before !== after || (await inspectServer(plan)).state !== 'none') return
  if (before === '') await rm(path, { force: true })
  else await writeFile(path, before.replace(/^.*/, String(process.pid)))
}

async function openLog(path: string) {
  const size = (await stat(path).catch(() => null))?.size ?? 0
  if (size > logLimitBytes) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}

/** The last lines of the server's log, for the message of a start that failed. */
export async function readLogTail(logFile: string, lines = 12): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/** A server that was started: whether it ended again, and why it could not even begin. */
export interface LaunchedServer {
  hasEnded: () => boolean
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches only us and we stop it after the last request. */
export async function launchServer(plan: ServerPlan, socketDirectory: string): Promise<LaunchedServer> {
  await excuseStaleLock(plan, join(plan.cluster, 'postmaster.pid'))
  await excuseStaleLock(plan, join(socketDirectory, '.s.PGSQL.5432.lock'))
  const log = await openLog(plan.logFile)
  try {
    const settings = [...plan.settings, `unix_socket_directories=${socketDirectory}`]
    const words = [
      '-D',
      await nameForPostgres(plan.cluster, plan.account),
      ...settings.flatMap((setting) => ['-c', setting]),
    ]
    const child = spawn(plan.binaries.postgres, words, {
      cwd: plan.cluster,
      env: childEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...(plan.account ?? {}),
    })
    let ended = false
    child.once('exit', () => {
      ended = true
    })
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    child.unref()
    return { hasEnded: () => ended }
  } finally {
    await log.close()
  }
}

/**
 * Lets a test's server end with us even when we are killed: a shell waits for the end of a pipe that only we hold open.
 * Answers how to call it off.
 */
export function endWithUs(pid: number, account: Account): () => void {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    cwd: '/',
    env: childEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...(account ?? {}),
  })
  // Without a shell a killed test run leaves its server behind, nothing worse.
  watcher.on('error', () => undefined)
  watcher.unref()
  return () => watcher.kill('SIGKILL')
}

async function isGoneWithin(plan: ServerPlan, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    if ((await inspectServer(plan)).state !== 'ours') return true
    await sleep(10)
  }
  return false
}

/** Stops the server: open transactions are rolled back, everything committed is on disk; after 30 s without that, at once (recovered on the next start). */
export async function stopServer(plan: ServerPlan): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const server = await inspectServer(plan)
    if (server.state !== 'ours') return
    try {
      process.kill(server.pid, signal)
    } catch {
      // It ended between the look and the signal; the next look says so.
    }
    if (await isGoneWithin(plan, 30_000)) return
  }
  throw new Error(`PostgreSQL ở ${plan.cluster} không dừng được. / PostgreSQL in ${plan.cluster} does not stop.`)
}
