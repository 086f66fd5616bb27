import { sql } from 'kysely'
import { today } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { rewriteBitmaps, writeBitmaps } from './write-bitmaps.ts'
import { writeProducerCards, writeProductCards } from './write-cards.ts'
import { addTerms, rebuildTerms } from './write-terms.ts'

/** Takes the next serial: refreshes queue behind one another here, so bitmaps and cards never disagree. */
async function takeSerial(tx: Tx): Promise<{ serial: number; countedFor: string }> {
  const row = await tx
    .updateTable('catalogue.register_serial')
    .set({ serial: sql`serial + 1` })
    .returning(['serial', 'counted_for'])
    .executeTakeFirstOrThrow()
  return { serial: row.serial, countedFor: row.counted_for }
}

/** Tells every web process, on commit, that answers kept in memory are out of date. */
async function announce(tx: Tx, serial: number): Promise<void> {
  await sql`select pg_notify('register_changed', ${String(serial)})`.execute(tx)
}

/** Brings what the public sees of these products up to the register, in one transaction; may run twice. */
export async function refreshCards(tx: Tx, productIds: readonly string[], now: Date): Promise<void> {
  const day = today(now)
  const { serial, countedFor } = await takeSerial(tx)
  const { producerIds, chunks } = await writeProductCards(tx, productIds, now)
  await writeProducerCards(tx, producerIds, now)
  if (countedFor === day) await writeBitmaps(tx, chunks, day)
  else await rewriteBitmaps(tx, day)
  await addTerms(tx, productIds)
  await announce(tx, serial)
}

/** Brings everything up to the register: after a bulk change, and every midnight for the new day's standings and unit names. */
export async function rebuildCards(tx: Tx, now: Date): Promise<void> {
  const { serial } = await takeSerial(tx)
  await writeProductCards(tx, null, now)
  await writeProducerCards(tx, null, now)
  await rewriteBitmaps(tx, today(now))
  await rebuildTerms(tx)
  await announce(tx, serial)
}
