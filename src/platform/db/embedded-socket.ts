import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type Account, canReach } from './embedded-account.ts'

/** A socket's whole path fits 107 bytes on Linux, 103 on macOS; `/.s.PGSQL.5432` and the mark take 34 of them. */
const longestParentBytes = 64

/** A short word that names the cluster's directory, the same at every start. */
export async function markOf(directory: string): Promise<string> {
  return `ocop-pg-${createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 12)}`
}

async function makePrivate(path: string, account: Account): Promise<boolean> {
  const owner = account?.uid ?? process.getuid?.() ?? 0
  try {
    await mkdir(path, { mode: 0o700 })
    if (account) await chown(path, account.uid, account.gid)
  } catch {
    // There already, from the last start; whose it is, is looked at below.
  }
  const found = await lstat(path).catch(() => null)
  return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o077) === 0
}

/** A private directory with a short path for the server's socket: whoever cannot enter it cannot connect. */
export async function prepareSocketDirectory(mark: string, account: Account): Promise<string> {
  const parents = [tmpdir(), '/tmp', '/var/tmp'].filter((parent) => Buffer.byteLength(parent) <= longestParentBytes)
  for (const parent of parents) {
    const path = join(parent, mark)
    if ((await makePrivate(path, account)) && (await canReach(account, join(dirname(path), mark)))) return path
  }
  throw new Error(
    `Không tạo được thư mục riêng ${mark} trong ${parents.join(', ')} (có thể tài khoản khác đã chiếm tên này). / ` +
      'No private directory for the database socket could be made (another account may hold that name).',
  )
}
