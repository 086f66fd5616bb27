import { today } from '../../platform/clock/clock.ts'
import type { Config } from '../../platform/config/config.ts'
import { keepFile } from '../../platform/files/file-store.ts'
import { authorOf } from '../producers/index.ts'
import { recordSource } from '../provenance/index.ts'
import { checkDecisionFile } from './check-decision-file.ts'
import type { EnteredRecognition, EnterRecognition } from './messages.ts'
import { type Recorded, recordRecognition, type Write } from './record-recognition.ts'
import { refuse } from './refusals.ts'
import type { SourceLevel } from './rules.ts'
import { toWarnings } from './views.ts'

interface DecisionFile {
  path: string
  originalName: string
  sizeBytes: number
  sha256: string
}

function filled<Value>(value: Value | '' | null | undefined): Value | null {
  return value === '' || value === undefined || value === null ? null : value
}

/** With the signed decision: A. A number on an officer's word: B. Without a number, or not verified: C, which is never published. */
function levelOf(input: EnterRecognition, fileId: string | null): SourceLevel {
  if (input.verified === 'no') return 'C'
  if (fileId !== null) return 'A'
  return filled(input.decisionNumber) === null ? 'C' : 'B'
}

function titleOf(input: EnterRecognition): string {
  const number = filled(input.decisionNumber)
  return number === null ? `Công nhận của ${input.authorityName}` : `Quyết định ${number} của ${input.authorityName}`
}

async function record(write: Write, input: EnterRecognition, fileId: string | null): Promise<EnteredRecognition> {
  const { tx, actor, now } = write
  const level = levelOf(input, fileId)
  const sourceId = await recordSource(tx, {
    kind: fileId === null ? 'officer' : 'decision',
    level,
    title: titleOf(input),
    reference: filled(input.decisionNumber),
    page: filled(input.documentPage),
    fileId,
    statedOn: filled(input.decidedOn),
    checkedOn: today(now),
    recordedBy: authorOf(actor),
    now,
  })
  const { id: productId, verified, ...fields } = input
  const recorded = await recordRecognition(write, {
    ...fields,
    productId,
    decisionNumber: filled(input.decisionNumber),
    decidedOn: filled(input.decidedOn),
    decidedYear: filled(input.decidedYear),
    criteriaVersion: filled(input.criteriaVersion),
    sourceId,
    level,
    documentFileId: fileId,
  })
  return toEntered(recorded, input.star, level)
}

function toEntered({ id, outcome, departs }: Recorded, star: number, level: SourceLevel): EnteredRecognition {
  if (outcome === 'same') throw new Error('a repeated decision is refused, not answered')
  return { id, outcome, level, warnings: toWarnings(star, departs) }
}

/** Records what an officer enters without a file: level B with a decision number, else C. */
export function enterRecognition(write: Write, input: EnterRecognition): Promise<EnteredRecognition> {
  return record(write, input, null)
}

/** Records a decision with its signed file, checked by content and kept by its SHA-256: level A. */
export async function enterSignedDecision(
  write: Write & { config: Config },
  input: EnterRecognition,
  file: DecisionFile,
): Promise<EnteredRecognition> {
  const { tx, actor, now, config } = write
  if (filled(input.decisionNumber) === null || filled(input.decidedOn) === null) throw refuse('decision-number-needed')
  const mediaType = await checkDecisionFile(file.path)
  const stored = await keepFile(tx, config, {
    path: file.path,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    mediaType,
    originalName: file.originalName,
    purpose: 'decision',
    storedBy: authorOf(actor),
    now,
  })
  return await record(write, input, stored.id)
}
