import type { z } from 'zod'
import { type Actor, covers } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import { notify } from '../notifications/index.ts'
import { authorOf, placeOf, staleFacts, type Writing } from '../producers/index.ts'
import { recordSource } from '../provenance/index.ts'
import type { Proposed, ProposeProducerChange, ProposeProductChange } from './messages.ts'
import { editsDirectly, sideOf } from './policy.ts'
import { type ConsentRow, findOpen, isPublic, lockValidConsent } from './queries.ts'
import { refuse } from './refusals.ts'
import { differing, producerFields, productFields, type SubjectKind, type Values } from './rules.ts'
import { insertRequest } from './store.ts'
import {
  applyValues,
  lockSubject,
  producerAfter,
  productAfter,
  requireActiveSubject,
  type Subject,
} from './subjects.ts'

type Answer = z.infer<typeof Proposed>

interface Proposal {
  version: number
  note: string
  onBehalf: boolean
}

/** Somebody who may only propose changes a product: at once while it is not public, else by asking the province. */
export async function proposeProductChange(
  write: Writing,
  { id, version, note, onBehalf, place, ...fields }: z.infer<typeof ProposeProductChange> & { version: number },
): Promise<Answer> {
  const subject = await takeUp(write, { kind: 'product', id, version, onBehalf })
  const change = { ...fields, place: place && (await placeOf(write.tx, place)) }
  if (subject.kind !== 'product') throw new Error('a product was asked for')
  const after = await productAfter(write.tx, subject.row, change)
  return propose(write, subject, { version, note, onBehalf }, pick(subject, after, named(productFields, change)))
}

/** The same for a producer. */
export async function proposeProducerChange(
  write: Writing,
  { id, version, note, onBehalf, place, ...fields }: z.infer<typeof ProposeProducerChange> & { version: number },
): Promise<Answer> {
  const subject = await takeUp(write, { kind: 'producer', id, version, onBehalf })
  const change = { ...fields, place: place && (await placeOf(write.tx, place)) }
  if (subject.kind !== 'producer') throw new Error('a producer was asked for')
  const after = producerAfter(subject.row, change)
  return propose(write, subject, { version, note, onBehalf }, pick(subject, after, named(producerFields, change)))
}

function named(fields: readonly string[], change: Record<string, unknown>): string[] {
  return fields.filter((field) => change[field] !== undefined)
}

function pick(subject: Subject, after: Values, fields: readonly string[]): Values {
  return Object.fromEntries(differing(subject.values, after, fields).map((field) => [field, after[field] ?? null]))
}

/** Locks the record for a proposal; refuses those who edit directly, and a version that is not the present one. */
async function takeUp(
  { tx, actor }: Writing,
  asked: { kind: SubjectKind; id: string; version: number; onBehalf: boolean },
): Promise<Subject> {
  const subject = await lockSubject(tx, actor, asked.kind, asked.id)
  if (editsDirectly(actor, asked.kind) && !asked.onBehalf) throw refuse('edit-directly')
  await requireActiveSubject(tx, subject)
  const { row } = subject
  if (row.version !== asked.version) throw refuse('record-stale', { ...staleFacts(row), publicId: row.publicId })
  return subject
}

async function propose(write: Writing, subject: Subject, proposal: Proposal, values: Values): Promise<Answer> {
  const { tx, actor, now } = write
  if (Object.keys(values).length === 0) throw refuse('nothing-proposed')
  const consent = proposal.onBehalf ? await requireConsent(write, subject.producerId) : null
  const needsConsentOfProvince = (await isPublic(tx, subject.kind, subject.row.id)) || leavesReach(actor, values)
  if (!needsConsentOfProvince) return applyAtOnce(write, subject, { ...proposal, consent, values })
  const side = consent === null ? sideOf(actor) : 'producer'
  const open = await findOpen(tx, { kind: subject.kind, id: subject.row.id, side })
  if (open !== undefined) throw refuse('request-open', { publicId: subject.row.publicId, requestId: open.id })
  const requestId = await insertRequest(tx, {
    kind: subject.kind,
    subjectId: subject.row.id,
    version: proposal.version,
    side,
    note: proposal.note,
    author: actor,
    consentId: consent?.id ?? null,
    fields: Object.entries(values).map(([field, proposed]) => ({
      field,
      before: subject.values[field] ?? null,
      proposed,
    })),
    now,
  })
  await tellProvince(write, subject, requestId)
  return { outcome: 'requested', requestId, version: subject.row.version, contradicting: [] }
}

/** A move to where the author may not act is always the province's to decide. */
function leavesReach(actor: Actor, { place }: Values): boolean {
  if (place === undefined || place === null || typeof place !== 'object') return false
  const [provinceCode, communeCode] = [place.provinceCode, place.communeCode]
  if (typeof provinceCode !== 'string') return true
  return !covers(actor.scope, { provinceCode, communeCode: typeof communeCode === 'string' ? communeCode : null })
}

async function requireConsent({ tx, actor, now }: Writing, producerId: string): Promise<ConsentRow> {
  if (!actor.permissions.has('producers.assist')) throw refuse('consent-needed')
  const consent = await lockValidConsent(tx, { producerId, officerId: actor.accountId, day: today(now) })
  if (consent === undefined) throw refuse('consent-needed')
  return consent
}

/** An officer's word is level B; a producer's own, also through an officer who acts for it, is C until the province has looked. */
async function applyAtOnce(
  write: Writing,
  subject: Subject,
  edit: Proposal & { consent: ConsentRow | null; values: Values },
): Promise<Answer> {
  const { tx, actor, now } = write
  const isOwnWord = edit.consent !== null || sideOf(actor) === 'producer'
  const helped = edit.consent === null ? '' : ` (${actor.displayName} làm thay chủ thể)`
  const sourceId = await recordSource(tx, {
    kind: isOwnWord ? 'producer' : 'officer',
    level: isOwnWord ? 'C' : 'B',
    title: `${edit.note}${helped}`,
    checkedOn: today(now),
    recordedBy: authorOf(actor),
    now,
  })
  const revised = await applyValues(write, subject, { version: edit.version, sourceId, values: edit.values })
  if (edit.consent !== null) {
    await tx
      .insertInto('change_requests.assisted_edit')
      .values({
        consent_id: edit.consent.id,
        subject_kind: subject.kind,
        subject_id: subject.row.id,
        version: revised.version,
        made_at: now,
      })
      .execute()
  }
  return { outcome: 'applied', requestId: null, version: revised.version, contradicting: revised.contradicting }
}

async function tellProvince({ tx, actor, now }: Writing, { kind, row }: Subject, requestId: string): Promise<void> {
  await notify(tx, {
    to: { permission: 'changes.decide', place: { provinceCode: row.provinceCode, communeCode: row.communeCode } },
    except: actor.accountId,
    kind: 'change-opened',
    subject: {
      vi: `${actor.displayName} đề nghị sửa “${row.name}”`,
      en: `${actor.displayName} proposed a change of “${row.name}”`,
    },
    facts: { requestId, kind, publicId: row.publicId, name: row.name },
    link: `/changes/${requestId}`,
    now,
  })
}
