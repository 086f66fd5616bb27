import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportProducers, ListProducers } from '../domains/producers/index.ts'
import { exportProducts, ListProducts } from '../domains/products/index.ts'
import type { Config } from '../platform/config/config.ts'
import { createLog } from '../platform/log/log.ts'
import { commandLine } from './command-line-actor.ts'
import { openInstallation } from './open-installation.ts'

interface Wish {
  out: string
  province?: string
}

/** Writes all producers or products (of one province, where named) to an .xlsx file, a page at a time, so that memory stays flat. */
export async function exportRegister(config: Config, what: string, { out, province }: Wish): Promise<void> {
  if (what !== 'products' && what !== 'producers') {
    throw new Error('Chỉ xuất được products hoặc producers. / Only products or producers can be exported.')
  }
  const installation = await openInstallation(config, createLog('warn', 'export'), true)
  try {
    const reading = { db: installation.database.db, actor: commandLine, locale: 'vi' as const, now: new Date(0) }
    const { body } =
      what === 'products'
        ? exportProducts(reading, ListProducts.parse({ province }))
        : exportProducers(reading, ListProducers.parse({ province }))
    await pipeline(body instanceof Readable ? body : Readable.from([body]), createWriteStream(out))
    console.log(`Đã ghi ${out}`)
  } finally {
    await installation.close()
  }
}
