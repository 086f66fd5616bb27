import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { jobs } from '../app.ts'
import { applyBatch, type BatchView, listRows, type RowView, readBatch, receiveList } from '../domains/imports/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { inTransaction } from '../platform/db/database.ts'
import type { Upload } from '../platform/http/rows.ts'
import { runDueJobs } from '../platform/jobs/worker.ts'
import { createLog } from '../platform/log/log.ts'
import { commandLine } from './command-line-actor.ts'
import { type Installation, openInstallation } from './open-installation.ts'

interface Wish {
  province?: string
  formerProvince?: string
  level: string
  apply: boolean
}

async function toUpload(config: Config, file: string): Promise<Upload> {
  const directory = join(config.dataDirectory, 'uploads')
  await mkdir(directory, { recursive: true })
  const path = join(directory, randomUUID())
  await copyFile(file, path)
  const bytes = await readFile(path)
  return {
    path,
    originalName: basename(file),
    sizeBytes: (await stat(path)).size,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

function contextOf(installation: Installation, config: Config) {
  return {
    db: installation.database.db,
    actor: commandLine,
    now: systemClock.now(),
    locale: 'vi' as const,
    log: createLog('warn', 'import'),
    config,
    connection: { networkAddress: 'local', device: 'ocop import' },
    brought: { cookies: {}, authorization: null },
  }
}

const isWaiting = (batch: BatchView) => ['received', 'reading', 'judging', 'applying'].includes(batch.state)

/** Runs the queued jobs here, or waits for the running server's worker to do so. */
async function finish(
  context: ReturnType<typeof contextOf>,
  installation: Installation,
  batchId: string,
): Promise<BatchView> {
  const { config, log } = context
  await runDueJobs({ database: installation.database, jobs, clock: systemClock, config, log })
  let batch = await readBatch(context, { batchId })
  while (isWaiting(batch)) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    batch = await readBatch(context, { batchId })
  }
  return batch
}

interface Told {
  mark: string
  message: string
  places: string[]
}

function toPlace(row: RowView, letter: string): string {
  return letter === '' ? String(row.rowNumber) : `${letter}${row.rowNumber}`
}

/** The same sentence about many rows is said once, with the cells it is about. */
async function printProblems(context: ReturnType<typeof contextOf>, batchId: string): Promise<void> {
  const told = new Map<string, Told>()
  let cursor: string | undefined
  do {
    const page = await listRows(context, { batchId, limit: 200, cursor })
    for (const row of page.items) {
      for (const { level, letter, message, suggestion } of row.problems) {
        const hint = suggestion === null ? '' : ` → ${suggestion.label}: ${suggestion.value}`
        const one = told.get(message + hint) ?? {
          mark: level === 'warning' ? '!' : '✗',
          message: message + hint,
          places: [],
        }
        one.places.push(toPlace(row, letter))
        told.set(message + hint, one)
      }
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  for (const { mark, message, places } of told.values())
    console.log(`  ${mark} ${message}\n      ô ${places.join(', ')}`)
}

function printCounts(batch: BatchView): void {
  const { counts } = batch
  console.log(
    `${batch.fileName}: ${counts.total} dòng; ${counts.new} mới, ${counts.update} cập nhật, ${counts.same} không đổi, ${counts.problem} cần người xử lý, ${counts.skipped} không phải sản phẩm`,
  )
  for (const question of batch.questions) console.log(`  ? ${question.vi} (--province)`)
  if (batch.result !== null)
    console.log(
      `  đã ghi: ${batch.result.producers} chủ thể, ${batch.result.products} sản phẩm, ${batch.result.recognitions} công nhận`,
    )
}

/** Reads and judges a list from the command line and, with `--apply`, writes the rows that have no problem; exits with 2 when some were left out. */
export async function importList(config: Config, file: string, wish: Wish): Promise<void> {
  if (wish.level !== 'A' && wish.level !== 'B' && wish.level !== 'C')
    throw new Error('--level phải là A, B hoặc C / must be A, B or C')
  const { level } = wish
  const installation = await openInstallation(config, createLog('warn', 'import'), true)
  const context = contextOf(installation, config)
  const uploaded = await toUpload(config, file)
  try {
    const { batchId, isEarlier } = await inTransaction(context.db, (tx) =>
      receiveList(
        { ...context, tx },
        {
          level,
          ...(wish.province !== undefined && { provinceCode: wish.province }),
          ...(wish.formerProvince !== undefined && { formerProvinceCode: wish.formerProvince }),
        },
        uploaded,
      ),
    )
    if (isEarlier)
      console.log(
        'Tệp này đã được gửi trước đây; dùng lại đợt nhập đó. / The same file was sent before; its batch is used.',
      )
    let batch = await finish(context, installation, batchId)
    if (batch.failure !== null) throw new Error(batch.failure.message)
    await printProblems(context, batchId)
    if (wish.apply && batch.state === 'staged' && batch.counts.new + batch.counts.update > 0) {
      await inTransaction(context.db, (tx) => applyBatch({ ...context, tx }, { batchId, leaveOutProblems: true }))
      batch = await finish(context, installation, batchId)
    }
    printCounts(batch)
    if (batch.failure !== null) console.log(`  ${batch.failure.message}`)
    if (batch.counts.problem > 0) process.exitCode = 2
  } finally {
    await rm(uploaded.path, { force: true })
    await installation.close()
  }
}
