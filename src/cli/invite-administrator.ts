import { inviteAdministrator as invite } from '../domains/accounts/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { inTransaction } from '../platform/db/database.ts'
import { createLog } from '../platform/log/log.ts'
import { openInstallation } from './open-installation.ts'

/** Prints a one-time link by which one more ministry administrator makes an account. */
export async function inviteAdministrator(config: Config): Promise<void> {
  const installation = await openInstallation(config, createLog('warn', 'admin'), true)
  try {
    const invitation = await inTransaction(installation.database.db, (tx) => invite(tx, systemClock.now()))
    console.log(`${config.publicUrl}${invitation.link}`)
  } finally {
    await installation.close()
  }
}
