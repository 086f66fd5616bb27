import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const scripts = join(import.meta.dirname, '..', '..', 'scripts', 'lib')
const addressOf = (name: string) => pathToFileURL(join(scripts, name)).href

let folder = ''
const programs: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-launcher-'))
})
afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a few lines as a program below no npm; `ended` answers everything it printed. */
function runLines(lines: string, environment: Record<string, string> = {}) {
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const program = spawn(process.execPath, ['--input-type=module', '--eval', lines], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  programs.push(program)
  let said = ''
  program.stdout?.on('data', (part) => {
    said += part
  })
  const ended = new Promise<string>((answer) => program.once('close', () => answer(said)))
  return { program, ended, said: () => said }
}

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await claim()); tries += 1) await sleep(25)
}

/** A launcher that starts a program in a session of its own, which tells in a file that it was asked to stop, or ends after a while. */
function launch(told: string, environment: Record<string, string>) {
  const followed = `
    process.once('SIGTERM', () => { fs.writeFileSync(${JSON.stringify(told)}, 'asked to stop'); process.exit() })
    setTimeout(() => { fs.writeFileSync(${JSON.stringify(told)}, 'lived on'); process.exit() }, 3000)
    console.log('runs')`
  const words = ['--input-type=module', '--import', addressOf('follow-parent.mjs')]
  words.push('--eval', `import fs from 'node:fs';${followed}`)
  return runLines(
    `import { spawn } from 'node:child_process'
    spawn(process.execPath, ${JSON.stringify(words)}, { detached: true, stdio: ['ignore', 'inherit', 'ignore'] })
    setInterval(() => {}, 1000)`,
    environment,
  )
}

async function killLauncher(name: string, environment: Record<string, string>): Promise<string> {
  const told = join(folder, name)
  const { program, said } = launch(told, environment)
  await until(() => said().includes('runs'))
  program.kill('SIGKILL')
  let text = ''
  await until(async () => {
    text = await readFile(told, 'utf8').catch(() => '')
    return text !== ''
  })
  return text
}

test('a program whose launcher is killed with kill -9 is asked to stop', async () => {
  expect(await killLauncher('launched', { OCOP_LAUNCHED: '1' })).toBe('asked to stop')
})

test('a program below npm is asked to stop when what runs it is killed', async () => {
  expect(await killLauncher('npm', { npm_lifecycle_event: 'start' })).toBe('asked to stop')
})

test('a program that was started by hand outlives whoever started it', async () => {
  expect(await killLauncher('by-hand', {})).toBe('lived on')
})

const lockedWork = (lock: string, milliseconds: number) => `
  const { withLock } = await import(${JSON.stringify(addressOf('lock.mjs'))})
  await withLock(${JSON.stringify(lock)}, async () => {
    console.log('in')
    await new Promise((resolve) => setTimeout(resolve, ${milliseconds}))
    console.log('out')
  })`

test('two preparations of one checkout come one after the other', async () => {
  const lock = join(folder, 'one-at-a-time', 'prepare.lock')
  const first = runLines(lockedWork(lock, 600))
  await until(() => first.said().includes('in'))
  const second = runLines(lockedWork(lock, 0))
  await sleep(300)
  expect(second.said()).toBe('')
  expect(await first.ended).toBe('in\nout\n')
  expect(await second.ended).toBe('in\nout\n')
})

test('the lock of a preparation that was killed does not keep the next one out', async () => {
  const lock = join(folder, 'prepare.lock')
  const killed = runLines(lockedWork(lock, 60_000))
  await until(() => killed.said().includes('in'))
  killed.program.kill('SIGKILL')
  await killed.ended
  expect(await runLines(lockedWork(lock, 0)).ended).toBe('in\nout\n')
})

test('a lock file that a crash left empty does not keep the next preparation out', async () => {
  const lock = join(folder, 'empty.lock')
  await writeFile(lock, '')
  expect(await runLines(lockedWork(lock, 0)).ended).toBe('in\nout\n')
})
