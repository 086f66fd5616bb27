import type { Actor } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { registerProducer } from '../producers/index.ts'
import { registerProduct } from '../products/index.ts'
import { recordSource } from '../provenance/index.ts'
import { recordRecognition, type Write } from './record-recognition.ts'
import { recordStandingEvent, type StandingEventInput } from './record-standing-event.ts'
import type { SourceLevel } from './rules.ts'
import type { RecognitionInput } from './statement.ts'

/** A source of a level, for whatever a test states. */
export function aSource({ tx, now }: Write, level: SourceLevel = 'B', checkedOn = today(now)): Promise<string> {
  return recordSource(tx, {
    kind: 'publication',
    level,
    title: 'Danh sách sản phẩm OCOP',
    checkedOn,
    recordedBy: null,
    now,
  })
}

/** A product of a new producer in a province, without any recognition. */
export async function aProduct(write: Write, provinceCode = '68'): Promise<{ id: string; publicId: string }> {
  const sourceId = await aSource(write)
  const producer = await registerProducer(write, {
    kindCode: 'cooperative',
    name: 'Hợp tác xã Chè Cầu Đất',
    place: {
      addressText: '',
      unitScheme: '2025-',
      unitCode: provinceCode,
      provinceCode,
      communeCode: null,
      placeState: 'province-only',
    },
    sourceId,
  })
  return await registerProduct(write, { producerId: producer.id, name: 'Trà ô long Cầu Đất', sourceId })
}

type Wish = Partial<RecognitionInput> & { now?: Date }

/** What a source says of a product unless a test wishes otherwise: 4 stars by the province on 15/01/2025. */
export async function aStatement(write: Write, wish: Wish & { productId: string }): Promise<RecognitionInput> {
  const level = wish.level ?? 'B'
  return {
    kind: 'first',
    star: 4,
    decisionNumber: '12/QĐ-UBND',
    decidedOn: wish.decidedYear === undefined ? '2025-01-15' : null,
    authorityLevel: 'province',
    authorityName: 'UBND tỉnh Lâm Đồng',
    documentFileId: level === 'A' ? await aFile(write) : null,
    ...wish,
    level,
    sourceId: wish.sourceId ?? (await aSource(write, level)),
  }
}

/** A stored decision file without bytes behind it. */
async function aFile({ tx, now }: Write): Promise<string> {
  const row = await tx
    .insertInto('platform.file')
    .values({
      sha256: crypto.randomUUID().replaceAll('-', '').repeat(2),
      size_bytes: 1000,
      media_type: 'application/pdf',
      original_name: 'quyet-dinh.pdf',
      purpose: 'decision',
      stored_by: null,
      stored_at: now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}

/** A recognised product: a new product (or the one wished) with one recognition. */
export async function aRecognition(
  tx: Tx,
  { actor, now, productId, ...wish }: { actor: Actor; now: Date } & Wish,
): Promise<{ id: string; productId: string }> {
  const write = { tx, actor, now }
  const product = productId ?? (await aProduct(write)).id
  const { id } = await recordRecognition(write, await aStatement(write, { ...wish, productId: product }))
  return { id, productId: product }
}

/** Something that happened to a recognition. */
export async function anEvent(
  write: Write,
  recognitionId: string,
  wish: Partial<StandingEventInput> = {},
): Promise<{ id: string }> {
  return await recordStandingEvent(write, {
    recognitionId,
    kind: 'suspension',
    effectiveOn: '2025-06-01',
    authorityName: 'UBND tỉnh Lâm Đồng',
    reason: 'Kết quả hậu kiểm',
    sourceId: await aSource(write),
    ...wish,
  })
}
