import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, readConfig } from '../platform/config/config.ts'
import { diagnose, type Finding } from './doctor.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-doctor-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function anInstallation(changes: Partial<Config> = {}): Config {
  return { ...readConfig({ PORT: '0', DATA_DIR: join(folder, 'not', 'there', 'yet') }), ...changes }
}

function about(findings: Finding[], words: string): Finding | undefined {
  return findings.find(({ what }) => what.includes(words))
}

test('a machine with everything needed has a running PostgreSQL program, its extensions, pictures and passwords', async () => {
  const findings = await diagnose(anInstallation())
  expect(about(findings, 'PostgreSQL đi kèm')).toMatchObject({ level: 'ok' })
  expect(about(findings, 'unaccent, pg_trgm')).toMatchObject({ level: 'ok' })
  expect(about(findings, 'sharp')).toMatchObject({ level: 'ok' })
  expect(about(findings, 'argon2')).toMatchObject({ level: 'ok' })
  expect(about(findings, 'Thư mục dữ liệu')).toMatchObject({ level: 'ok' })
})

test('a port that another program holds is a fault that names PORT', async () => {
  const other = createServer()
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const finding = about(await diagnose(anInstallation({ port })), `:${port}`)
  other.close()
  expect(finding).toMatchObject({ level: 'fault', remedy: expect.stringContaining('PORT') })
})

test('a database that cannot be reached is a fault that names DATABASE_URL', async () => {
  const findings = await diagnose(anInstallation({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }))
  expect(about(findings, 'DATABASE_URL')).toMatchObject({ level: 'fault' })
  expect(about(findings, 'đi kèm')).toBeUndefined()
})

test('a missing build is a fault whose remedy is the build command', async () => {
  const finding = about(await diagnose(anInstallation({ rootDirectory: folder })), 'dist/main.js')
  expect(finding).toMatchObject({ level: 'fault', remedy: expect.stringContaining('npm run build') })
})

test('migrations that wait are a warning that names them, none is fine', async () => {
  const waiting = await diagnose(anInstallation(), async () => ['0099-later.sql'])
  expect(about(waiting, '0099-later.sql')).toMatchObject({ level: 'warning' })
  const done = await diagnose(anInstallation(), async () => [])
  expect(about(done, 'bản hiện hành')).toMatchObject({ level: 'ok' })
})

test('an address with https behind a proxy that is not trusted is a warning that names TRUST_PROXY', async () => {
  const secure = { publicUrl: 'https://ocop.example' }
  const warned = about(await diagnose(anInstallation(secure)), 'TRUST_PROXY')
  expect(warned).toMatchObject({ level: 'warning', remedy: expect.stringContaining('TRUST_PROXY=true') })
  expect(about(await diagnose(anInstallation({ ...secure, trustProxy: true })), 'TRUST_PROXY')?.level).toBe('ok')
  expect(about(await diagnose(anInstallation()), 'TRUST_PROXY')).toBeUndefined()
})
