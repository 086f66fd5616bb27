// Small words for the scripts: where we are, what we say, and how we run a program. Builtins only, Node 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Says what is going on in both languages, on stderr so that stdout stays the program's own. */
export function say(vietnamese, english) {
  process.stderr.write(`▸ ${vietnamese}\n  ${english}\n`)
}

/** Ends the script with what failed and what to do about it. */
export function fail(vietnamese, english) {
  process.stderr.write(`\n✗ ${vietnamese}\n  ${english}\n`)
  process.exit(1)
}

/** Runs a program to its end with our terminal; answers its exit code, 128 + n when signal n ended it. */
export function run(command, words, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: 'inherit', ...options })
    // Ctrl-C in a terminal reaches the whole group: sent on, the child would take it for a second, impatient one.
    const hasHeard = (signal) => signal === 'SIGINT' && process.stdin.isTTY && !options.detached
    const forward = (signal) => (hasHeard(signal) ? undefined : child.kill(signal))
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const finish = (code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code)
    }
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      finish(127)
    })
    child.once('exit', (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Runs npm: the very one that runs us when there is one, otherwise the one on the path. Its talk goes to stderr. */
export function runNpm(words) {
  const stdio = ['ignore', 2, 2]
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js') && existsSync(cli)) return run(process.execPath, [cli, ...words], { stdio })
  const isWindows = process.platform === 'win32'
  return run(isWindows ? 'npm.cmd' : 'npm', words, { stdio, shell: isWindows })
}

/** A program of an installed package, run by this Node without a shell. */
export function packageProgram(path) {
  return join(root, 'node_modules', path)
}
