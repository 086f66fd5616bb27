import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import process from 'node:process'
import { afterAll } from 'vitest'

/** The built program while it runs: what it said, and how it ended. */
export interface Running {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
})

/** Runs the built command line with nothing of this process's environment but what it needs; ended with the test file at the latest. */
export function runProgram(words: string[], settings: Record<string, string>): Running {
  const child = spawn(process.execPath, ['dist/main.js', ...words], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part
    })
  return { child, said: () => said, ended: new Promise((answer) => child.once('exit', (code) => answer(code))) }
}

/** Waits until a claim holds; throws with what is told when it does not within half a minute. */
export async function until(claim: () => boolean | Promise<boolean>, told: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await claim()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`waited in vain: ${told()}`)
}

/** Waits until the program says that it serves. */
export function untilServing({ said }: Running): Promise<void> {
  return until(() => said().includes('đang chạy / The OCOP registry is running'), said)
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((answer, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => answer(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
