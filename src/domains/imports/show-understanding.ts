import type { RowView } from './messages.ts'
import { fieldLabels, type ImportField } from './rules/fields.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const plain = [
  'product',
  'producer',
  'commune',
  'district',
  'province',
  'address',
  'group',
  'set',
  'taxNumber',
  'code',
  'gtin',
  'expiry',
  'status',
  'note',
] as const satisfies readonly ImportField[]

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function recognitionText(recognition: Json): string {
  if (!isRecord(recognition)) return ''
  const day = textOf(recognition.decidedOn).split('-').reverse().join('/') || textOf(recognition.year)
  return [`${textOf(recognition.star)} ★`, textOf(recognition.decisionNumber), day, textOf(recognition.authority)]
    .filter((part) => part !== '')
    .join(' · ')
}

function entry(field: ImportField, value: string): RowView['understood'][number] {
  return { field, labelVi: fieldLabels[field].vi, labelEn: fieldLabels[field].en, value }
}

/** What was understood of a row, field by field, in words; empty fields are left out. */
export function shownUnderstanding(listed: { [key: string]: Json }): RowView['understood'] {
  const texts = plain.flatMap((field) => {
    const value = textOf(listed[field])
    return value === '' ? [] : [entry(field, value)]
  })
  const recognitions = Array.isArray(listed.recognitions)
    ? listed.recognitions.map((one) => entry('star', recognitionText(one)))
    : []
  const price = isRecord(listed.price)
    ? [
        entry(
          'price',
          [textOf(listed.price.min), textOf(listed.price.max)]
            .filter((part, index, all) => index === 0 || part !== all[0])
            .join(' – '),
        ),
      ]
    : []
  return [...texts, ...recognitions, ...price]
}
