import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { aSignedInActor } from '../../src/domains/accounts/testing.ts'
import { listOf } from '../../src/domains/imports/testing.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { sessionCookie } from '../../src/platform/http/request-facts.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { freePort, runProgram, untilServing } from './program/testing.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'ocop-stop-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const { token } = await inTransaction(database.db, (tx) => aSignedInActor(tx, 'ministry', systemClock.now()))

const boundary = 'grain'
const content = listOf('Mật ong Nửa Chừng,HTX Nửa Chừng,xã Ninh Gia,,Lâm Đồng,4,Thực phẩm,2026,3981/QĐ-UBND,,')
const body = Buffer.from(
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="danh-sach.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`,
)

/** Sends half of a list; `finish` sends the rest and answers what came back. */
function beginUpload(port: number) {
  const headers = {
    cookie: `${sessionCookie}=${token}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  }
  const sending = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/office/imports', headers })
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sending.on('error', reject)
    sending.on('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
  })
  sending.write(body.subarray(0, 150))
  return {
    finish: () => {
      sending.end(body.subarray(150))
      return answer
    },
  }
}

test('asked to stop, the program answers the request that had begun whole, takes no new one, and ends with 0', async () => {
  const port = await freePort()
  const program = runProgram(['web'], { PORT: String(port), DATABASE_URL: database.url, DATA_DIR: folder })
  await untilServing(program)
  const upload = beginUpload(port)
  await sleep(300)
  program.child.kill('SIGTERM')
  await sleep(500)
  expect(program.child.exitCode).toBeNull()
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()

  const { status, text } = await upload.finish()
  expect(status, text).toBe(201)
  const { id } = JSON.parse(text)
  expect(await program.ended).toBe(0)
  const kept = await database.pool.query('select state from imports.batch where id = $1', [id])
  expect(kept.rows).toHaveLength(1)
}, 90_000)
