import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process of the benchmark and how to end it. */
export interface Running {
  child: ChildProcess
  url: string
  stop: () => Promise<void>
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Starts a server with Node and waits until it answers at `readyPath`; throws when it ends before. */
export async function startServer(
  words: readonly string[],
  options: { port: number; environment: NodeJS.ProcessEnv; readyPath: string },
): Promise<Running & { readyAfterMs: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...words], {
    env: { ...process.env, ...options.environment, PORT: String(options.port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${options.port}`
  while (!(await isReady(`${url}${options.readyPath}`))) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended with ${child.exitCode}`)
    await sleep(5)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await endOf(child)
  }
  return { child, url, stop, readyAfterMs: performance.now() - startedAt }
}

/** Memory of a process in MB: what it holds now and the most it has held (Linux). */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

/** Runs a command to its end; answers seconds, the peak of its memory in MB, and what it printed. */
export async function runCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ seconds: number; peakMb: number; output: string }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...words], { env: { ...process.env, ...environment } })
  let output = ''
  child.stdout.on('data', (piece) => {
    output = (output + piece).slice(-4000)
  })
  child.stderr.on('data', (piece) => {
    output = (output + piece).slice(-4000)
  })
  let peakMb = 0
  const watch = setInterval(() => {
    try {
      peakMb = Math.max(peakMb, memoryOf(child.pid ?? 0).peak)
    } catch {
      // it has just ended
    }
  }, 50)
  const code = await endOf(child)
  clearInterval(watch)
  if (code !== 0 && code !== 2) throw new Error(`${words.join(' ')} ended with ${code}:\n${output}`)
  return { seconds: (performance.now() - startedAt) / 1000, peakMb, output }
}

/** Runs the bundle again in a role and reads the JSON that it prints. */
export async function askSelf(role: string, wish: unknown): Promise<string> {
  const script = process.argv[1] ?? ''
  const { output } = await runCommand([script, role, JSON.stringify(wish)], {})
  return output
}
