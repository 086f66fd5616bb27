import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Upload } from '../../platform/http/rows.ts'
import { notify } from '../notifications/index.ts'
import { lockProducer, requireActive, visibleProducer, type Writing } from '../producers/index.ts'
import { type Keeping, keepPaper } from './evidence.ts'
import type { Consents, RecordConsent, RecordSignedConsent } from './messages.ts'
import { sideOf } from './policy.ts'
import { type ConsentRow, lockConsent, lockValidConsent, unscopedConsentsOf } from './queries.ts'
import { refuse } from './refusals.ts'
import { lastConsentDay, type Manner } from './rules.ts'
import { insertConsent } from './store.ts'

interface Told {
  id: string
  manner: Manner
  witness: string | null
  fileId: string | null
  from: string
  until: string
}

/** An officer records that a producer agreed, by word of mouth or by telephone, to their acting for it; the producer is told. */
export function recordConsent(write: Writing, entry: z.infer<typeof RecordConsent>): Promise<{ id: string }> {
  if (entry.manner === 'spoken' && entry.witness === '') {
    const field = { path: 'witness', vi: 'Cần tên người chứng kiến.', en: 'The witness is needed.' }
    throw refuse('witness-needed', {}, [field])
  }
  return keep(write, { ...entry, witness: entry.witness || null, fileId: null })
}

/** The same with the signed paper. */
export async function recordSignedConsent(
  write: Keeping,
  entry: z.infer<typeof RecordSignedConsent>,
  file: Upload,
): Promise<{ id: string }> {
  await visibleProducer(write.tx, write.actor, entry.id)
  const fileId = await keepPaper(write, file, 'consent')
  return keep(write, { ...entry, manner: 'signed-paper', witness: null, fileId })
}

async function keep({ tx, actor, now }: Writing, told: Told): Promise<{ id: string }> {
  const producer = await lockProducer(tx, actor, told.id)
  await requireActive(tx, producer)
  const day = today(now)
  const latest = lastConsentDay(told.from)
  if (told.from > day || told.until < day || told.until > latest) {
    const field = { path: 'until', vi: `Từ hôm nay đến ${latest}.`, en: `Between today and ${latest}.` }
    throw refuse('consent-dates-wrong', { latest }, [field])
  }
  const standing = await lockValidConsent(tx, { producerId: producer.id, officerId: actor.accountId, day })
  if (standing !== undefined) throw refuse('consent-standing', { until: standing.until })
  const { manner, witness, fileId, from, until } = told
  const consent = { producerId: producer.id, officer: actor, manner, witness, fileId, from, until, now }
  const id = await insertConsent(tx, consent)
  await notify(tx, {
    to: { permission: 'changes.propose', place: { producerId: producer.id } },
    except: actor.accountId,
    kind: 'consent-recorded',
    subject: {
      vi: `${actor.displayName} được ghi nhận làm thay ${producer.name}`,
      en: `${actor.displayName} is recorded as acting for ${producer.name}`,
    },
    facts: { consentId: id, producerId: producer.id, until },
    link: `/producers/${producer.id}`,
    now,
  })
  return { id }
}

function mayEnd(actor: Actor, consent: ConsentRow): boolean {
  if (consent.officerId === actor.accountId || sideOf(actor) === 'producer') return true
  return actor.permissions.has('changes.decide')
}

/** Ends a consent at once: by the producer, the officer themselves, or the province; what was done under it stands. */
export async function endConsent(
  { tx, actor, now }: Writing,
  { id, reason }: { id: string; reason: string },
): Promise<{ id: string }> {
  const consent = await lockConsent(tx, actor, id)
  if (!mayEnd(actor, consent)) throw refuse('not-your-side')
  if (consent.endedAt !== null) throw refuse('consent-over')
  await tx
    .insertInto('change_requests.consent_end')
    .values({ consent_id: id, reason, ended_by: actor.accountId, ended_by_name: actor.displayName, ended_at: now })
    .execute()
  await notify(tx, {
    to: { accountIds: [consent.officerId] },
    except: actor.accountId,
    kind: 'consent-ended',
    subject: {
      vi: `Sự đồng ý để anh/chị làm thay chủ thể đã chấm dứt: ${reason}`,
      en: `The consent for you to act for a producer has ended: ${reason}`,
    },
    facts: { consentId: id, producerId: consent.producerId },
    link: `/producers/${consent.producerId}`,
    now,
  })
  return { id }
}

/** Who may act or could act for a producer, and how that was agreed. */
export async function listConsents(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  { id }: { id: string },
): Promise<Consents> {
  const producer = await visibleProducer(db, actor, id)
  const day = today(now)
  const rows = await unscopedConsentsOf(db, id)
  const items = rows.map((row) => {
    const isValid = row.endedAt === null && row.from <= day && day <= row.until
    return {
      id: row.id,
      officer: row.officer,
      manner: row.manner,
      witness: row.witness,
      hasPaper: row.fileId !== null,
      from: row.from,
      until: row.until,
      recordedAt: row.recordedAt.toISOString(),
      ended:
        row.endedAt === null
          ? null
          : { at: row.endedAt.toISOString(), by: row.endedBy ?? '', reason: row.endReason ?? '' },
      isValid,
      isMine: row.officerId === actor.accountId,
      mayEnd: isValid && mayEnd(actor, row),
    }
  })
  const mine = items.some((item) => item.isMine && item.isValid) && actor.permissions.has('producers.assist')
  const mayRecord = !mine && producer.state === 'active' && actor.permissions.has('producers.assist')
  return { items, mine, mayRecord }
}
