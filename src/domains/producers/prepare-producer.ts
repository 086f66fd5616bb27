import type { FieldProblem } from '../../platform/errors/refuse.ts'
import { plainLine, plainText } from '../../platform/text/plain-text.ts'
import type { PlaceColumns } from './place.ts'
import { refuse } from './refusals.ts'
import {
  type Gender,
  isTaxNumberValid,
  type ProducerFields,
  type ProducerKind,
  producerLimits,
  type TaxNumberState,
  writeTaxNumber,
} from './rules.ts'

/** What a source says of a producer; a field left out is not spoken of. */
export interface ProducerEntry {
  kindCode: ProducerKind
  name: string
  taxNumber?: string | null | undefined
  /** a person looked at a number whose check digit fails and says that it is written so */
  isTaxNumberConfirmed?: boolean | undefined
  introduction?: string | undefined
  representative?: string | null | undefined
  representativeGender?: Gender | null | undefined
  representativeEthnicity?: string | null | undefined
  phone?: string | null | undefined
  email?: string | null | undefined
  website?: string | null | undefined
  /** the producer has consented to contacts being published */
  contactsPublic?: boolean | undefined
  place: PlaceColumns
}

export type ProducerChange = { [Field in keyof ProducerEntry]?: ProducerEntry[Field] | undefined }

const blank = {
  taxNumber: null,
  taxNumberState: 'missing',
  introduction: '',
  representative: null,
  representativeGender: null,
  representativeEthnicity: null,
  phone: null,
  email: null,
  website: null,
  contactsPublic: false,
} as const

/** The fields of a new producer, cleaned; refuses with every wrong field named. */
export function prepareProducer(entry: ProducerEntry): ProducerFields {
  const { place, kindCode, name } = entry
  return changeProducer({ ...blank, kindCode, name, ...place }, entry)
}

/** The fields after a change: what the change does not speak of stays as it is. */
export function changeProducer(base: ProducerFields, change: ProducerChange): ProducerFields {
  const tax = taxOf(base, change)
  const fields: ProducerFields = {
    ...base,
    ...change.place,
    kindCode: change.kindCode ?? base.kindCode,
    name: plainLine(change.name ?? base.name),
    taxNumber: tax.taxNumber,
    taxNumberState: tax.taxNumberState,
    introduction: plainText(change.introduction ?? base.introduction),
    representative: line(change.representative, base.representative),
    representativeGender:
      change.representativeGender === undefined ? base.representativeGender : change.representativeGender,
    representativeEthnicity: line(change.representativeEthnicity, base.representativeEthnicity),
    phone: line(change.phone, base.phone),
    email: line(change.email, base.email),
    website: websiteOf(line(change.website, base.website)),
    contactsPublic: change.contactsPublic ?? base.contactsPublic,
    addressText: plainLine(change.place?.addressText ?? base.addressText),
  }
  const problems = [...tax.problems, ...problemsOf(fields)]
  if (problems.length > 0) throw refuse('producer-incomplete', { count: problems.length }, problems)
  return fields
}

function line(text: string | null | undefined, otherwise: string | null): string | null {
  if (text === undefined) return otherwise
  return plainLine(text ?? '') || null
}

interface TaxReading {
  taxNumber: string | null
  taxNumberState: TaxNumberState
  problems: FieldProblem[]
}

function taxOf(base: ProducerFields, change: ProducerChange): TaxReading {
  if (change.taxNumber === undefined)
    return { taxNumber: base.taxNumber, taxNumberState: base.taxNumberState, problems: [] }
  const taxNumber = writeTaxNumber(change.taxNumber ?? '')
  if (taxNumber === '') return { taxNumber: null, taxNumberState: 'missing', problems: [] }
  if (isTaxNumberValid(taxNumber)) return { taxNumber, taxNumberState: 'valid', problems: [] }
  const isKnown = base.taxNumber === taxNumber && base.taxNumberState === 'flagged'
  const isAccepted = (isKnown || change.isTaxNumberConfirmed === true) && taxNumber.length <= producerLimits.taxNumber
  return { taxNumber, taxNumberState: 'flagged', problems: isAccepted ? [] : [taxProblem] }
}

const taxProblem: FieldProblem = {
  path: 'taxNumber',
  vi: 'Mã số thuế không đúng: cần 10, 10-3 hoặc 12 chữ số với chữ số kiểm tra đúng. Nếu giấy tờ ghi như vậy, hãy xác nhận.',
  en: 'Not a right tax number: 10, 10-3 or 12 digits with the check digit are needed. If the papers say so, confirm it.',
}

function websiteOf(website: string | null): string | null {
  if (website === null || /^[a-z][a-z0-9+.-]*:/i.test(website)) return website
  return `https://${website}`
}

function tooLong(path: string, text: string | null, limit: number): FieldProblem[] {
  if ((text ?? '').length <= limit) return []
  return [{ path, vi: `Dài quá ${limit} ký tự.`, en: `Longer than ${limit} characters.` }]
}

function problemsOf(fields: ProducerFields): FieldProblem[] {
  const problems: FieldProblem[] = [
    ...tooLong('name', fields.name, producerLimits.name),
    ...tooLong('introduction', fields.introduction, producerLimits.introduction),
    ...tooLong('representative', fields.representative, producerLimits.representative),
    ...tooLong('representativeEthnicity', fields.representativeEthnicity, producerLimits.ethnicity),
    ...tooLong('phone', fields.phone, producerLimits.phone),
    ...tooLong('email', fields.email, producerLimits.email),
    ...tooLong('website', fields.website, producerLimits.website),
    ...tooLong('place.addressText', fields.addressText, producerLimits.address),
  ]
  if (fields.name === '') problems.push({ path: 'name', vi: 'Cần tên chủ thể.', en: 'The name is needed.' })
  if (fields.phone !== null && !/^[0-9+() .,/-]{6,}$/.test(fields.phone))
    problems.push({ path: 'phone', vi: 'Số điện thoại chỉ gồm chữ số.', en: 'A telephone number has digits only.' })
  if (fields.email !== null && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(fields.email))
    problems.push({ path: 'email', vi: 'Thư điện tử chưa đúng dạng ten@noi.vn.', en: 'Not an e-mail address.' })
  if (fields.website !== null && !/^https?:\/\/[^\s<>"]+\.[^\s<>"]+$/i.test(fields.website))
    problems.push({
      path: 'website',
      vi: 'Trang web cần bắt đầu bằng https://.',
      en: 'A web address begins with https://.',
    })
  return problems
}
