// The browser of the browser tests: Debian's own package. Builtins only.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fail, run, say } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const packages = ['chromium', 'fonts-dejavu-core']

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  places.push(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  )
  return places.find(isExecutable)
}

function mayInstall() {
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  return isDebian && process.getuid?.() === 0
}

async function install() {
  say(
    `Cài ${packages.join(', ')} từ kho Debian cho các kiểm thử trình duyệt…`,
    `Installing ${packages.join(', ')} from Debian for the browser tests…`,
  )
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}

/** The path of a Chromium; installs Debian's where we may, otherwise ends with what to install. */
export async function requireChromium() {
  if (!findChromium() && mayInstall()) await install()
  const found = findChromium()
  if (found) return found
  return fail(
    `Kiểm thử trình duyệt cần Chromium. Debian: "sudo apt-get install ${packages.join(' ')}"; hệ khác: cài Google Chrome hoặc Chromium rồi chạy lại.`,
    `The browser tests need Chromium. Debian: "sudo apt-get install ${packages.join(' ')}"; elsewhere install Google Chrome or Chromium and run this again.`,
  )
}
