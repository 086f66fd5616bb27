// npm run dev: builds, starts, and does both again whenever a source changes.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { forgetBuild } from './lib/built.mjs'
import { prepare, program } from './lib/prepare.mjs'
import { root, say } from './lib/run.mjs'

process.chdir(root)
await prepare(fileURLToPath(import.meta.url))
// What is built here is not minified; the next `npm start` must build its own.
forgetBuild()
process.env.NODE_ENV = 'development'
const { buildPublic, watchServer } = await import('./lib/bundle.mjs')

const follow = pathToFileURL(join(root, 'scripts', 'lib', 'follow-parent.mjs')).href
let server = null
let restarting = Promise.resolve()

async function stopServer() {
  const running = server
  server = null
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGTERM')
  await ended
}

function startServer() {
  const words = ['--enable-source-maps', '--import', follow, program, 'all', ...process.argv.slice(2)]
  const started = spawn(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, OCOP_LAUNCHED: '1' },
  })
  server = started
  started.once('exit', () => {
    if (server === started)
      say('Máy chủ đã dừng; sửa mã nguồn để chạy lại.', 'The server ended; change a source to start it again.')
  })
}

function restart(errors) {
  if (errors > 0) return
  restarting = restarting.then(stopServer).then(startServer)
}

async function rebuildPublic() {
  await buildPublic().catch((error) => process.stderr.write(`${error.message}\n`))
  restart(0)
}

function watchFolder(folder, onChange) {
  if (!existsSync(join(root, folder))) return
  let waiting = null
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(onChange, 100)
  })
}

async function watchOffice() {
  if (!existsSync(join(root, 'src/office/index.html'))) return
  const { build } = await import('vite')
  const options = { watch: {}, minify: false, sourcemap: true }
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'development', logLevel: 'warn', build: options })
}

async function end() {
  await restarting
  await Promise.race([stopServer(), sleep(15_000)])
  process.exit(0)
}
process.once('SIGINT', end)
process.once('SIGTERM', end)

await buildPublic()
for (const folder of ['src/ui/scripts', 'src/ui/styles', 'src/ui/assets']) watchFolder(folder, rebuildPublic)
for (const folder of ['db/migrations', 'data/reference']) watchFolder(folder, () => restart(0))
await watchServer(restart)
await watchOffice()
