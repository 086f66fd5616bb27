// A killed launcher says nothing: npm ends at SIGTERM without telling the program below its shell, and kill -9 lets nobody
// speak. So the program looks whether the chain above it still stands, and otherwise stops by itself instead of keeping
// the port and the database. Loaded with --import by the launcher of an older Node; called directly elsewhere.
import { readFileSync } from 'node:fs'
import process from 'node:process'

const everyMs = 500

/** The number of npm when the shell that npm runs us in stands between us, otherwise 0. */
function readNpm() {
  try {
    const words = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const [, name, rest] = words.match(/\((.*)\) (.*)/) ?? []
    return /^(ba|da)?sh$/.test(name) ? Number(rest.split(' ')[1]) : 0
  } catch {
    return 0
  }
}

/** Notes the first signal to stop, without changing what a signal does to a program that does not listen for it. */
function noteSignals(noted, onSignal) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    if (noted.has(signal) || process.listenerCount(signal) === 0) continue
    noted.add(signal)
    process.once(signal, onSignal)
  }
}

function follow(readAbove) {
  const parent = process.ppid
  const above = readAbove()
  const noted = new Set()
  const timer = setInterval(() => {
    // Whoever is stopping already is not told again: a second signal means "at once".
    noteSignals(noted, () => clearInterval(timer))
    if (process.ppid === parent && readAbove() === above) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  timer.unref()
}

// Started by hand (nohup, a terminal that is closed) a program may outlive whoever started it; below npm or a launcher of
// ours it may not. The launcher looks after npm itself.
const isLaunched = process.env.OCOP_LAUNCHED === '1'
delete process.env.OCOP_LAUNCHED
if (isLaunched) follow(() => 0)
else if (process.env.npm_lifecycle_event !== undefined) follow(readNpm)
