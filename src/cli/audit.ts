import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { keepCheckpoint, readCheckpoints, readHead, verifyChain, writeCheckpoint } from '../domains/audit/index.ts'
import type { Config } from '../platform/config/config.ts'
import { createLog } from '../platform/log/log.ts'
import { openInstallation } from './open-installation.ts'

const written = new Intl.NumberFormat('vi-VN')

/** Walks the chain of the audit log, says its first broken link and exits with 1 where there is one. */
export async function verifyAudit(config: Config, wish: { checkpoint?: string }): Promise<void> {
  const checkpoints = wish.checkpoint === undefined ? [] : readCheckpoints(await readFile(wish.checkpoint, 'utf8'))
  const installation = await openInstallation(config, createLog('warn', 'audit'), true)
  try {
    const { entries, fault } = await verifyChain(installation.database.db, checkpoints)
    if (fault === null) {
      console.log(
        `Nhật ký nguyên vẹn: ${written.format(entries)} dòng, ${checkpoints.length} mốc khớp. / The log is whole: ${entries} entries, ${checkpoints.length} checkpoints agree.`,
      )
      return
    }
    const at = fault.at === null ? '' : `, ${fault.at}`
    console.error(
      `Chuỗi đứt ở số ${fault.number}${at}: ${fault.vi}.\nBroken at number ${fault.number}${at}: ${fault.en}.`,
    )
    process.exitCode = 1
  } finally {
    await installation.close()
  }
}

/** Prints the head of the chain, or appends it to a file, to be published elsewhere. */
export async function checkpointAudit(config: Config, wish: { out?: string }): Promise<void> {
  const installation = await openInstallation(config, createLog('warn', 'audit'), true)
  try {
    const { db } = installation.database
    const head = wish.out === undefined ? await readHead(db) : await keepCheckpoint(db, wish.out)
    if (head === null) console.log('Nhật ký còn trống. / The log is empty.')
    else console.log(typeof head === 'string' ? head : writeCheckpoint(head))
  } finally {
    await installation.close()
  }
}
