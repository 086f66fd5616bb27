// Installs the packages of the lockfile when they are not there or the lockfile changed. Builtins only.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { withLock } from './lock.mjs'
import { fail, root, runNpm, say } from './run.mjs'

const stamp = join(root, 'node_modules', '.ocop-install-stamp')

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function wantedStamp(lock) {
  const major = process.versions.node.split('.')[0]
  return createHash('sha256').update(`${lock} node${major} ${process.platform}-${process.arch}`).digest('hex')
}

/** npm notes what it installed; when somebody ran npm ci by hand, that note answers for our missing stamp. */
function isInstalled(lock) {
  const note = read(join(root, 'node_modules', '.package-lock.json'))
  if (note === null) return false
  try {
    const there = JSON.parse(note).packages
    const wanted = Object.entries(JSON.parse(lock).packages).filter(([path]) => path !== '')
    return wanted.every(([path, entry]) => {
      if (there[path] === undefined) return entry.optional === true || entry.devOptional === true
      return there[path].version === entry.version && there[path].integrity === entry.integrity
    })
  } catch {
    return false
  }
}

function installingFailed() {
  fail(
    'Cài đặt thư viện (npm ci) không thành công: xem lỗi ở trên; thường do mạng, proxy hoặc hết chỗ trên đĩa. Sửa xong hãy chạy lại lệnh này.',
    'Installing the packages (npm ci) failed: see above; mostly the network, a proxy or a full disk. Mend it and run this command again.',
  )
}

/** Makes node_modules agree with package-lock.json: nothing to do takes a few milliseconds. */
export async function installPackages() {
  const lock = read(join(root, 'package-lock.json'))
  if (lock === null) fail('Thiếu package-lock.json.', 'package-lock.json is missing.')
  const wanted = wantedStamp(lock)
  if (read(stamp) === wanted) return
  await withLock(join(root, '.tools', 'prepare.lock'), async () => {
    if (read(stamp) === wanted) return
    if (read(stamp) !== null || !isInstalled(lock)) {
      say('Cài đặt thư viện theo package-lock.json…', 'Installing the packages of package-lock.json…')
      const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
      if ((await runNpm(words)) !== 0) installingFailed()
    }
    writeFileSync(stamp, wanted)
  })
}
