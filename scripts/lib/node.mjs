// Brings Node 24 where the Node at hand is older. Builtins only, Node 20.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'
import { fail, root, run, runNpm, say } from './run.mjs'

const nodeVersion = '24.21.0'
const oldestMajor = 24

function bringingFailed() {
  fail(
    `Không tải được Node ${nodeVersion} từ kho npm. Kiểm tra mạng hoặc proxy (npm config get registry), hoặc tự cài Node 24: https://nodejs.org`,
    `Node ${nodeVersion} could not be fetched from the npm registry. Check the network or proxy, or install Node 24 yourself: https://nodejs.org`,
  )
}

function versionOf(binary) {
  try {
    return execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

async function bringNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const home = join(root, '.tools', 'node')
  const name = `node-${system}-${process.arch}`
  const binary = join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const isThere = () => existsSync(binary) && versionOf(binary) === `v${nodeVersion}`
  if (isThere()) return binary
  say(
    `Node ${process.versions.node} quá cũ (cần ≥ ${oldestMajor}): tải Node ${nodeVersion} vào .tools/node, chỉ một lần…`,
    `Node ${process.versions.node} is too old (≥ ${oldestMajor} is needed): fetching Node ${nodeVersion} into .tools/node, once…`,
  )
  await withLock(join(root, '.tools', 'node.lock'), async () => {
    if (isThere()) return
    mkdirSync(home, { recursive: true })
    const words = [
      'install',
      '--prefix',
      home,
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]
    if ((await runNpm([...words, `${name}@${nodeVersion}`])) !== 0) bringingFailed()
  })
  if (versionOf(binary) === null) {
    fail(
      `Node ${nodeVersion} vừa tải không chạy được trên máy này (${name}). Hãy tự cài Node 24.`,
      `The Node ${nodeVersion} just fetched does not run on this machine (${name}). Please install Node 24 yourself.`,
    )
  }
  return binary
}

/**
 * Returns at once under Node 24 or newer. Under an older one runs the script again with Node 24 and ends with its exit code;
 * follow-parent.mjs then stops the program when this launcher is killed.
 */
export async function requireNode24(script) {
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return
  await import('./follow-parent.mjs')
  const node = await bringNode()
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  const follow = pathToFileURL(join(root, 'scripts', 'lib', 'follow-parent.mjs')).href
  const words = ['--import', follow, script, ...process.argv.slice(2)]
  // In a group of its own: what is sent to the whole group (Ctrl-C, timeout) arrives once, through us, and not a second time.
  process.exit(
    await run(node, words, {
      detached: process.platform !== 'win32',
      cwd: process.cwd(),
      env: { ...process.env, PATH: path, OCOP_LAUNCHED: '1' },
    }),
  )
}
