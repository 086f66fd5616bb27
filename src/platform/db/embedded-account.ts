import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import process from 'node:process'

/** The system account the server runs under; null means "as ourselves". */
export type Account = { uid: number; gid: number } | null

async function findNobody(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , uid, gid] = accounts.match(/^nobody:.*$/m)?.[0].split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}

async function nearestOwnerButRoot(path: string): Promise<Account> {
  const found = await stat(path).catch(() => null)
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid }
  return path === dirname(path) ? null : nearestOwnerButRoot(dirname(path))
}

/** PostgreSQL refuses to run as root: then it runs as whoever owns the directory or one above it, or as nobody when all of them are root's. */
export async function chooseAccount(directory: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  return (await nearestOwnerButRoot(resolve(directory))) ?? findNobody()
}

async function grants(path: string, account: { uid: number; gid: number }, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  if (uid === account.uid) return ((mode >> 6) & bits) === bits
  if (gid === account.gid) return ((mode >> 3) & bits) === bits
  return (mode & bits) === bits
}

/** Whether the account may read `path` and enter every directory above it (a checkout under /root, mode 0700, is closed to nobody). */
export async function canReach(account: Account, path: string): Promise<boolean> {
  if (account === null) return true
  if (!(await grants(path, account, 4))) return false
  for (let above = dirname(resolve(path)); ; above = dirname(above)) {
    if (!(await grants(above, account, 1))) return false
    if (above === dirname(above)) return true
  }
}
