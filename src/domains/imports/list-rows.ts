import type { z } from 'zod'
import type { Db } from '../../platform/db/database.ts'
import type { Locale, Read } from '../../platform/http/rows.ts'
import { columnLetters } from '../../platform/spreadsheets/cell-addresses.ts'
import { readCells } from './load-batch.ts'
import { Judgement, type ListRows, type RowView } from './messages.ts'
import { visibleBatches } from './policy.ts'
import { refuse } from './refusals.ts'
import { fieldLabels, isImportField } from './rules/fields.ts'
import { shownUnderstanding } from './show-understanding.ts'
import { StoredChanges, StoredHeader, StoredProblems, StoredUnderstanding } from './stored.ts'

const rowColumns = [
  'row.row_number',
  'row.written',
  'row.accepted',
  'row.understood',
  'row.problems',
  'row.changes',
  'row.judgement',
  'row.decision',
  'row.producer_id',
  'row.product_id',
  'producer.name as producer_name',
  'product.name as product_name',
  'product.public_id as product_public_id',
] as const

function selectRows(db: Db, batchId: string) {
  return db
    .selectFrom('imports.batch_row as row')
    .leftJoin('producers.producer_in_list as producer', 'producer.id', 'row.producer_id')
    .leftJoin('products.product_in_list as product', 'product.id', 'row.product_id')
    .select(rowColumns)
    .where('row.batch_id', '=', batchId)
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>

interface Setting {
  headings: ReadonlyMap<number, string>
  sheetName: string
  locale: Locale
}

function toProblems(row: StoredRow, locale: Locale): RowView['problems'] {
  return StoredProblems.parse(row.problems).map(({ code, level, column, field, found, vi, en, suggestion }) => ({
    code,
    level,
    column: column ?? null,
    letter: column === undefined ? '' : columnLetters(column),
    field,
    found,
    message: locale === 'vi' ? vi : en,
    suggestion:
      suggestion === undefined
        ? null
        : {
            ...suggestion,
            label: isImportField(suggestion.field) ? fieldLabels[suggestion.field][locale] : suggestion.field,
          },
    resolved: row.accepted.includes(code),
  }))
}

function toRowView(row: StoredRow, { headings, sheetName, locale }: Setting): RowView {
  const understood = row.understood === null ? null : StoredUnderstanding.parse(row.understood)
  return {
    rowNumber: row.row_number,
    sheetName,
    judgement: Judgement.parse(row.judgement ?? 'skipped'),
    written: readCells(row.written).map(({ column, text }) => ({
      column,
      letter: columnLetters(column),
      header: headings.get(column) ?? '',
      text,
    })),
    understood: understood === null ? [] : shownUnderstanding(understood.listed),
    problems: toProblems(row, locale),
    subject: {
      producer:
        row.producer_id === null || row.producer_name === null
          ? null
          : { id: row.producer_id, name: row.producer_name },
      product:
        row.product_id === null || row.product_name === null || row.product_public_id === null
          ? null
          : { id: row.product_id, publicId: row.product_public_id, name: row.product_name },
    },
    changes: StoredChanges.parse(row.changes),
    decision: row.decision === 'skip' ? 'skip' : 'apply',
  }
}

async function settingOf(
  { db, actor, locale }: Pick<Read, 'db' | 'actor' | 'locale'>,
  batchId: string,
): Promise<Setting> {
  const batch = await visibleBatches(db, actor)
    .select(['batch.header', 'batch.sheet_names', 'batch.sheet_index'])
    .where('batch.id', '=', batchId)
    .executeTakeFirst()
  if (batch === undefined) throw refuse('batch-unknown')
  const header = batch.header === null ? null : StoredHeader.parse(batch.header)
  return {
    headings: new Map(header?.columns.map((column) => [column.column, column.header])),
    sheetName: batch.sheet_names[batch.sheet_index] ?? '',
    locale,
  }
}

/** Rows of a batch as written beside what was understood, in the order of the list. */
export async function listRows(context: Read, { batchId, judgement, cursor, limit }: z.infer<typeof ListRows>) {
  const setting = await settingOf(context, batchId)
  const wanted = () => {
    const rows = selectRows(context.db, batchId)
    return judgement === undefined ? rows : rows.where('row.judgement', '=', judgement)
  }
  const counted = await context.db
    .selectFrom('imports.batch_row')
    .select((where) => where.fn.countAll<number>().as('rows'))
    .where('batch_id', '=', batchId)
    .$if(judgement !== undefined, (rows) => rows.where('judgement', '=', judgement ?? null))
    .executeTakeFirstOrThrow()
  const after = Number(cursor ?? 0) || 0
  const rows = await wanted()
    .where('row.row_number', '>', after)
    .orderBy('row.row_number')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => toRowView(row, setting)),
    total: counted.rows,
    next: rows.length > limit && last !== undefined ? String(last.row_number) : null,
  }
}

/** One row of a batch. */
export async function readRowView(
  context: Pick<Read, 'db' | 'actor' | 'locale'>,
  batchId: string,
  rowNumber: number,
): Promise<RowView> {
  const setting = await settingOf(context, batchId)
  const row = await selectRows(context.db, batchId).where('row.row_number', '=', rowNumber).executeTakeFirst()
  if (row === undefined) throw refuse('row-unknown', { row: rowNumber })
  return toRowView(row, setting)
}
