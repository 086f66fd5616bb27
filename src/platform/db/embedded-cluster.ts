import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { type Account, canReach } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'

const run = promisify(execFile)

/** Everything a child of ours may know of our environment: nothing secret, nothing that changes its behaviour. */
export const childEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * How to name the cluster to PostgreSQL. Under a closed directory (/root, mode 0700) its account cannot walk the path, but
 * a child that is put there while still root can stay: /proc/self/cwd leads to it without walking.
 */
export async function nameForPostgres(cluster: string, account: Account): Promise<string> {
  return (await canReach(account, cluster)) ? cluster : '/proc/self/cwd'
}

async function ownTree(path: string, account: { uid: number; gid: number }): Promise<void> {
  await lchown(path, account.uid, account.gid)
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await ownTree(inside, account)
    else await lchown(inside, account.uid, account.gid)
  }
}

async function initialise(cluster: string, plan: { account: Account; binaries: Binaries; fsync: boolean }) {
  // Two first starts, even within one program, each make a cluster of their own; the rename decides whose it is.
  const fresh = `${cluster}.new-${randomUUID()}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  if (plan.account) await chown(fresh, plan.account.uid, plan.account.gid)
  const words = ['--username=ocop', '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8', '--locale=C']
  words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions')
  if (!plan.fsync) words.push('--no-sync')
  words.push('-D', await nameForPostgres(fresh, plan.account))
  try {
    await run(plan.binaries.initdb, words, { cwd: fresh, env: childEnvironment, ...(plan.account ?? {}) })
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true })
    throw new Error(`Không tạo được cơ sở dữ liệu ở ${cluster}. / The database could not be created in ${cluster}.`, {
      cause,
    })
  }
  // Two first starts at once each make their own; the first rename wins and the other throws its own away.
  await rename(fresh, cluster).catch(() => rm(fresh, { recursive: true, force: true }))
}

async function refuseOtherMajor(cluster: string, version: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  const [major] = version.split('.')
  if (found === '' || found === major) return
  throw new Error(
    `Dữ liệu ở ${cluster} thuộc PostgreSQL ${found}, bản đi kèm là ${major}: hãy chuyển bằng pg_upgrade hoặc pg_dump. / ` +
      `The cluster in ${cluster} is of PostgreSQL ${found}, the embedded one is ${major}: move it with pg_upgrade or pg_dump.`,
  )
}

/** Makes the cluster on the first start; afterwards checks that this release can open it and that it belongs to the account. */
export async function prepareCluster(
  cluster: string,
  plan: { account: Account; binaries: Binaries; fsync: boolean; log: (line: string) => void },
): Promise<void> {
  const found = await stat(cluster).catch(() => null)
  if (!found) {
    plan.log(`tạo cơ sở dữ liệu lần đầu ở ${cluster} / creating the database for the first time`)
    await initialise(cluster, plan)
    return
  }
  await refuseOtherMajor(cluster, plan.binaries.version)
  if (plan.account && found.uid !== plan.account.uid) {
    // A copy restored by root: PostgreSQL opens only what it owns, mode 0700.
    await ownTree(cluster, plan.account)
    await chmod(cluster, 0o700)
  }
  const ourselves = process.getuid?.()
  if (!plan.account && ourselves !== undefined && found.uid !== ourselves) {
    throw new Error(
      `Thư mục ${cluster} thuộc tài khoản số ${found.uid}: chạy bằng tài khoản đó (hoặc root), hoặc chown -R. / ` +
        `${cluster} belongs to the account ${found.uid}: run as that account (or root), or chown -R it.`,
    )
  }
}
