// One preparation at a time in a checkout: two starts at once would run npm over each other. Builtins only, Node 20.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, say } from './run.mjs'

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function tryLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return fail(
      `Không ghi được vào ${dirname(path)} (${error.code}): thư mục mã nguồn phải thuộc tài khoản đang chạy.`,
      `${dirname(path)} cannot be written to (${error.code}): the checkout must belong to the account that runs it.`,
    )
  }
}

function readHolder(path) {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return 0
  }
}

async function waitForLock(path) {
  let told = false
  for (let empty = 0; !tryLock(path); ) {
    const holder = readHolder(path)
    // The number is written a moment after the file; a file that stays without one was left by a crash.
    empty = holder === 0 ? empty + 1 : 0
    if (empty > 10 || (holder !== 0 && !isAlive(holder))) {
      rmSync(path, { force: true })
      continue
    }
    if (!told && holder !== 0) {
      say(
        `Lệnh khác (pid ${holder}) đang chuẩn bị thư mục này, xin chờ…`,
        `Another command (pid ${holder}) is preparing this checkout, waiting…`,
      )
      told = true
    }
    await sleep(200)
  }
}

/** Does `work` while no other script of this checkout holds the lock; a lock of a dead program does not count. */
export async function withLock(path, work) {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch {
    // tryLock says what is wrong with the directory.
  }
  await waitForLock(path)
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
