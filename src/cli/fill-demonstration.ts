import { jobs } from '../app.ts'
import { fillRegister } from '../demo/fill-register.ts'
import { systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { inTransaction } from '../platform/db/database.ts'
import { queue } from '../platform/jobs/jobs.ts'
import { jobNames } from '../platform/jobs/names.ts'
import { runDueJobs } from '../platform/jobs/worker.ts'
import { createLog } from '../platform/log/log.ts'
import { commandLine } from './command-line-actor.ts'
import { openInstallation } from './open-installation.ts'

const written = new Intl.NumberFormat('vi-VN')
/** So many products have distinct trade item numbers; more are made for measuring only. */
const mostProducts = 100_000

/** Fills the register with demonstration products and rebuilds what the public sees; a second run changes nothing, real records are never mixed in. */
export async function fillDemonstration(config: Config, products = 17_000): Promise<void> {
  if (!Number.isInteger(products) || products < 1 || products > mostProducts)
    throw new Error(`--products cần số nguyên từ 1 đến ${written.format(mostProducts)} / a whole number up to 100,000`)
  const log = createLog('warn', 'demo')
  const installation = await openInstallation(config, log, true)
  const { database } = installation
  const startedAt = performance.now()
  try {
    const setting = {
      db: database.db,
      actor: { ...commandLine, displayName: 'ocop demo' },
      now: systemClock.now(),
      config,
    }
    const filled = await fillRegister(setting, { products }, console.log)
    if (filled.provinces === 0) {
      console.log(
        'Sổ đăng ký đã có dữ liệu minh hoạ; không thay đổi gì. / The demonstration is in already; nothing changed.',
      )
      return
    }
    await inTransaction(database.db, (tx) => queue(tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue))
    console.log('Đang dựng lại danh mục công khai… / Rebuilding what the public sees…')
    await runDueJobs({ database, jobs, clock: systemClock, config, log })
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.log(
      `Xong trong ${seconds} giây: ${written.format(filled.products)} sản phẩm của ${written.format(filled.producers)} chủ thể ở ${filled.provinces} tỉnh, thành; ` +
        `${written.format(filled.recognitions)} lần công nhận, ${filled.pictures} ảnh. Mọi trang đều ghi rõ là dữ liệu minh hoạ.`,
    )
  } finally {
    await installation.close()
  }
}
