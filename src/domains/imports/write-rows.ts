import { today } from '../../platform/clock/clock.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { type RecognitionKind, recordRecognitions } from '../certification/index.ts'
import { authorOf, type PlaceColumns, registerProducers, reviveProducer, type Writing } from '../producers/index.ts'
import { addCodeAlias, readLegalCode, registerProducts, reviseProduct, reviveProduct } from '../products/index.ts'
import { recordSources, stateFact } from '../provenance/index.ts'
import { authorityOf, readAuthorityRules } from './default-authority.ts'
import { type JudgedRow, recordable } from './judge-rows.ts'
import { keepMade, type Made } from './keep-made.ts'
import type { ListedProduct } from './rules/read-row.ts'

/** A row that applying writes. */
export interface ApplicableRow {
  judged: JudgedRow
  listed: ListedProduct
  place: PlaceColumns
}

/** The batch as the source of what is written. */
export interface ListSource {
  id: string
  fileId: string
  level: 'A' | 'B' | 'C'
  title: string
}

interface SourcedRow extends ApplicableRow {
  sourceId: string
}

interface Load {
  write: Writing
  list: ListSource
  rows: SourcedRow[]
  made: Made[]
}

const rowsAtOnce = 2000

/** Does the same with a long list part by part, so that what a part needs in memory is gone before the next. */
async function inParts<Item, Result>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += rowsAtOnce)
    results.push(...(await work(items.slice(from, from + rowsAtOnce))))
  return results
}

const reviveReason = 'Nhập lại danh sách đã hoàn tác'

async function withSources(write: Writing, list: ListSource, rows: readonly ApplicableRow[]): Promise<SourcedRow[]> {
  const entries = rows.map(({ judged, listed }) => ({
    kind: 'import' as const,
    level: list.level,
    title: list.title,
    reference: listed.recognitions.at(-1)?.decisionNumber ?? null,
    fileId: list.fileId,
    importBatchId: list.id,
    importRow: judged.rowNumber,
    checkedOn: today(write.now),
    recordedBy: authorOf(write.actor),
    now: write.now,
  }))
  const ids = await recordSources(write.tx, entries)
  return rows.map((row, index) => ({ ...row, sourceId: ids[index] ?? '' }))
}

function firstOfEach(rows: readonly SourcedRow[], keyOf: (row: SourcedRow) => string): Map<string, SourcedRow> {
  const first = new Map<string, SourcedRow>()
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row)
  return first
}

function toProducer({ listed, place, sourceId }: SourcedRow) {
  const [phone] = listed.phones
  return {
    sourceId,
    kindCode: listed.producerKind,
    name: listed.producer,
    taxNumber: listed.taxNumber,
    representative: listed.representative || undefined,
    phone,
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(listed.email) ? listed.email : undefined,
    place,
  }
}

/** Registers the producers that are new, brings back withdrawn ones; answers the id for each producer key. */
async function writeProducers({ write, rows, made }: Load): Promise<Map<string, string>> {
  const first = [...firstOfEach(rows, (row) => row.judged.producerKey)]
  const fresh = first.filter(([, row]) => row.judged.producerId === null)
  const registered = await inParts(fresh, (some) =>
    registerProducers(
      write,
      some.map(([, row]) => toProducer(row)),
    ),
  )
  const ids = new Map(
    first.flatMap(([key, row]) => (row.judged.producerId === null ? [] : [[key, row.judged.producerId] as const])),
  )
  for (const [index, [key, row]] of fresh.entries()) {
    const id = registered[index]?.id ?? ''
    ids.set(key, id)
    made.push({ rowNumber: row.judged.rowNumber, kind: 'producer', subjectId: id, effect: 'created' })
  }
  const withdrawn = await withdrawnAmong(write, 'producers.producer_in_list', [...ids.values()])
  for (const [key, row] of first) {
    const id = ids.get(key) ?? ''
    if (!withdrawn.has(id)) continue
    await reviveProducer(write, { id, reason: reviveReason })
    made.push({ rowNumber: row.judged.rowNumber, kind: 'producer', subjectId: id, effect: 'revived' })
  }
  return ids
}

async function withdrawnAmong(
  { tx }: Writing,
  table: 'producers.producer_in_list' | 'products.product_in_list',
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await tx
    .selectFrom(table)
    .select('id')
    .where('id', 'in', ids.slice(0, 60_000))
    .where('state', '=', 'withdrawn')
    .execute()
  return new Set(found.flatMap(({ id }) => (id === null ? [] : [id])))
}

function toProduct({ listed, place, sourceId }: SourcedRow, producerId: string) {
  const { price } = listed
  return {
    sourceId,
    producerId,
    name: listed.product,
    groupCode: listed.group,
    setCode: listed.set,
    gtin: listed.gtin,
    description: listed.description || undefined,
    priceMin: price?.min,
    priceMax: price?.max,
    priceUnit: price?.unit,
    place,
  }
}

/** Registers new products, brings back withdrawn ones, revises changed ones; answers the id for each product key. */
async function writeProducts(load: Load, producerIds: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const { write, rows, made } = load
  const first = [...firstOfEach(rows, (row) => row.judged.productKey)]
  const fresh = first.filter(([, row]) => row.judged.productId === null)
  const registered = await inParts(fresh, (some) =>
    registerProducts(
      write,
      some.map(([, row]) => toProduct(row, producerIds.get(row.judged.producerKey) ?? '')),
    ),
  )
  const ids = new Map(
    first.flatMap(([key, row]) => (row.judged.productId === null ? [] : [[key, row.judged.productId] as const])),
  )
  for (const [index, [key, row]] of fresh.entries()) {
    const id = registered[index]?.id ?? ''
    ids.set(key, id)
    made.push({ rowNumber: row.judged.rowNumber, kind: 'product', subjectId: id, effect: 'created' })
  }
  const withdrawn = await withdrawnAmong(write, 'products.product_in_list', [...ids.values()])
  for (const [key, row] of first) {
    const id = ids.get(key) ?? ''
    if (withdrawn.has(id)) {
      await reviveProduct(write, { id, reason: reviveReason })
      made.push({ rowNumber: row.judged.rowNumber, kind: 'product', subjectId: id, effect: 'revived' })
    }
    if (row.judged.productId !== null) await reviseKnown(load, row, id)
  }
  return ids
}

async function reviseKnown({ write, made }: Load, row: SourcedRow, id: string): Promise<void> {
  if (!row.judged.changes.some((change) => change.field !== 'recognition')) return
  const before = await write.tx
    .selectFrom('products.product')
    .select(['version', 'group_code', 'set_code', 'gtin', 'price_min', 'price_max', 'price_unit', 'description'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { producerId: _producer, name: _name, place: _place, ...spoken } = toProduct(row, '')
  const revised = await reviseProduct(write, { id, version: before.version, ...spoken })
  if (revised.version === before.version) return
  made.push({
    rowNumber: row.judged.rowNumber,
    kind: 'product',
    subjectId: id,
    effect: 'revised',
    before: { ...before },
  })
}

/** A list that keeps one recognition a product does not say which it was. */
function recognitionKind(listed: ListedProduct, kind: 'first' | 'second' | 'only', star: number): RecognitionKind {
  if (kind === 'only') return 'historical'
  if (kind === 'first') return 'first'
  const earlier = listed.recognitions.find((recognition) => recognition.kind === 'first')
  return earlier !== undefined && star > earlier.star ? 'upgrade' : 're-evaluation'
}

async function writeRecognitions(
  { write, list, rows, made }: Load,
  productIds: ReadonlyMap<string, string>,
): Promise<void> {
  const known = { gazetteer: await gazetteerOf(write.tx), rules: await readAuthorityRules(write.tx) }
  const stated = rows.flatMap((row) =>
    recordable(row.listed).map((recognition) => ({
      rowNumber: row.judged.rowNumber,
      input: {
        productId: productIds.get(row.judged.productKey) ?? '',
        kind: recognitionKind(row.listed, recognition.kind, recognition.star),
        star: recognition.star,
        decisionNumber: recognition.decisionNumber,
        decidedOn: recognition.decidedOn,
        decidedYear: recognition.year,
        ...authorityOf(recognition, row.place, known),
        sourceId: row.sourceId,
        level: list.level,
      },
    })),
  )
  const recorded = await inParts(stated, (some) =>
    recordRecognitions(
      write,
      some.map(({ input }) => input),
    ),
  )
  for (const [index, { id, outcome }] of recorded.entries()) {
    if (outcome !== 'recorded' && outcome !== 'superseded') continue
    made.push({
      rowNumber: stated[index]?.rowNumber ?? 0,
      kind: 'recognition',
      subjectId: id,
      effect: outcome === 'recorded' ? 'created' : 'revised',
    })
  }
}

/** A star without any year is no recognition, but what the list claims is kept beside its source and shown in the office. */
async function writeClaims({ write, rows }: Load, productIds: ReadonlyMap<string, string>): Promise<void> {
  for (const row of rows) {
    const claim = row.listed.recognitions.find((recognition) => recognition.year === undefined)
    if (claim === undefined) continue
    await stateFact(write.tx, {
      subjectKind: 'product',
      subjectId: productIds.get(row.judged.productKey) ?? '',
      fieldGroup: 'claimed-star',
      content: { star: claim.star, decisionNumber: claim.decisionNumber ?? null },
      sourceId: row.sourceId,
      now: write.now,
    })
  }
}

async function writeCodes({ write, rows }: Load, productIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { listed, judged, sourceId } of rows) {
    if (listed.code === '' || readLegalCode(listed.code) === null) continue
    const productId = productIds.get(judged.productKey) ?? ''
    await addCodeAlias(write.tx, { productId, code: listed.code, kind: 'other', sourceId, now: write.now })
  }
}

/** Writes the rows of a list through the front doors of producers, products and certification, and keeps what it made, for undoing. */
export async function writeRows(write: Writing, list: ListSource, applicable: readonly ApplicableRow[]): Promise<void> {
  const load: Load = { write, list, rows: await withSources(write, list, applicable), made: [] }
  const producerIds = await writeProducers(load)
  const productIds = await writeProducts(load, producerIds)
  await writeRecognitions(load, productIds)
  await writeClaims(load, productIds)
  await writeCodes(load, productIds)
  await keepMade(write.tx, list.id, load.made)
  await queue(write.tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue)
}
