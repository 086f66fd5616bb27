import { lstat, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canReach } from '../../src/platform/db/embedded-account.ts'
import { linkLibraries } from '../../src/platform/db/embedded-binaries.ts'

let folder = ''
let native = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-links-'))
})
beforeEach(async () => {
  native = await mkdtemp(join(folder, 'package-'))
  native = join(native, 'native')
  await mkdir(join(native, 'lib'), { recursive: true })
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), '')
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }))
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('library links that npm left out are made, relative, so that the folder may be moved', async () => {
  expect(await linkLibraries(native)).toBe(true)
  expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18')
})

test('many starts at once make the links together without a failure', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => linkLibraries(native)))
  expect(outcomes.every(Boolean)).toBe(true)
  expect((await lstat(join(native, 'lib', 'libpq.so'))).isSymbolicLink()).toBe(true)
})

test('a link that leads nowhere is replaced', async () => {
  await symlink('libpq.so.4', join(native, 'lib', 'libpq.so'))
  expect(await linkLibraries(native)).toBe(true)
  expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18')
})

test('a folder closed to others is out of reach for another account, and in reach for ourselves', async () => {
  const closed = await mkdtemp(join(folder, 'closed-'))
  await writeFile(join(closed, 'postgres'), '')
  expect(await canReach({ uid: 4242, gid: 4242 }, join(closed, 'postgres'))).toBe(false)
  expect(await canReach(null, join(closed, 'postgres'))).toBe(true)
})
