import process from 'node:process'
import { createWeb, jobs } from '../app.ts'
import { inviteFirstAdministrator } from '../domains/accounts/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { inTransaction } from '../platform/db/database.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import { createLog } from '../platform/log/log.ts'
import { type Installation, openInstallation } from './open-installation.ts'

export type Mode = 'web' | 'worker' | 'all'

function explainPort(error: unknown, config: Config): Error {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') {
    return new Error(
      `Cổng ${config.port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác: PORT=${config.port + 1} npm start\n` +
        `Port ${config.port} is taken. Stop the other program or choose another port: PORT=${config.port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new Error(
      `Không được phép mở cổng ${config.port}; hãy chọn cổng từ 1024 trở lên. / Port ${config.port} may not be opened; choose 1024 or above.`,
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

async function announce(config: Config, installation: Installation): Promise<void> {
  console.log(`\nSổ đăng ký OCOP đang chạy / The OCOP registry is running:\n  ${config.publicUrl}\n`)
  const invitation = await inTransaction(installation.database.db, (tx) =>
    inviteFirstAdministrator(tx, systemClock.now()),
  )
  if (invitation === null) return
  console.log('Chưa có quản trị viên cấp Bộ. Mở liên kết dùng một lần này (hiệu lực 24 giờ) để tạo tài khoản đầu tiên:')
  console.log('There is no ministry administrator yet. Open this one-time link (24 hours) to make the first account:')
  console.log(`  ${config.publicUrl}${invitation.link}\n`)
}

/** A supervisor may signal every process of a unit, so that one wish arrives twice; only a later second signal is impatience. */
const patienceMs = 2000

/** Waits for SIGINT or SIGTERM; a second signal, two seconds later or more, ends at once. */
function untilAskedToStop(): Promise<void> {
  return new Promise((stop) => {
    let firstAt: number | null = null
    const onSignal = () => {
      if (firstAt !== null && performance.now() - firstAt > patienceMs) process.exit(130)
      firstAt ??= performance.now()
      stop()
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}

/** Runs web server, worker or both until asked to stop, then finishes what was begun: requests, jobs, database, in that order. */
export async function serve(mode: Mode, config: Config): Promise<void> {
  const log = createLog(config.logLevel, mode)
  const installation = await openInstallation(config, log, mode !== 'all')
  const { database } = installation
  const closers: (() => Promise<void>)[] = []
  try {
    if (mode !== 'worker') {
      const web = await createWeb({ config, clock: systemClock, log, database })
      closers.push(web.close)
      await web.server.listen({ port: config.port, host: config.host })
    }
    if (mode !== 'web') closers.push((await startWorker({ database, jobs, clock: systemClock, config, log })).stop)
    await announce(config, installation)
    await untilAskedToStop()
    log.info({ code: 'stopping' })
  } catch (error) {
    throw explainPort(error, config)
  } finally {
    for (const close of closers) await close()
    await installation.close()
  }
}
