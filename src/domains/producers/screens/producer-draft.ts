import type { z } from 'zod'
import type { PlaceValue } from '../../../office/parts/place-entry.tsx'
import type { ProducerView } from '../messages.ts'

export type Producer = z.infer<typeof ProducerView>

const privateTexts = ['representative', 'representativeGender', 'representativeEthnicity'] as const
const contactTexts = ['phone', 'email', 'website'] as const
export type TextName =
  | 'kindCode'
  | 'name'
  | 'taxNumber'
  | 'introduction'
  | (typeof privateTexts)[number]
  | (typeof contactTexts)[number]

/** A producer as its form holds it. */
export type ProducerDraft = Record<TextName, string> & {
  isTaxNumberConfirmed: boolean
  contactsPublic: boolean
  place: PlaceValue
}

export const blankDraft: ProducerDraft = {
  kindCode: '',
  name: '',
  taxNumber: '',
  isTaxNumberConfirmed: false,
  introduction: '',
  representative: '',
  representativeGender: '',
  representativeEthnicity: '',
  phone: '',
  email: '',
  website: '',
  contactsPublic: false,
  place: { addressText: '', unit: null, communeCode: null },
}

/** The form of a producer on record. */
export function draftOf(producer: Producer): ProducerDraft {
  const { recorded, addressText, communeCode } = producer.place
  return {
    kindCode: producer.kindCode,
    name: producer.name,
    taxNumber: producer.taxNumber ?? '',
    isTaxNumberConfirmed: producer.taxNumberState === 'flagged',
    introduction: producer.introduction,
    representative: producer.representative ?? '',
    representativeGender: producer.representativeGender ?? '',
    representativeEthnicity: producer.representativeEthnicity ?? '',
    phone: producer.phone ?? '',
    email: producer.email ?? '',
    website: producer.website ?? '',
    contactsPublic: producer.contactsPublic,
    place: {
      addressText,
      unit: recorded && { scheme: recorded.scheme, code: recorded.code, label: recorded.name },
      communeCode,
    },
  }
}

/** Fields that are kept as "not known" when their text is empty. */
const emptyMeansUnknown: readonly string[] = ['taxNumber', ...privateTexts, ...contactTexts]

/** What the API is sent for the fields given: empty texts as "not known", the place as its unit. */
export function toFields(draft: Partial<ProducerDraft>): Record<string, unknown> {
  const { place, ...plain } = draft
  const fields = Object.entries(plain).map(([name, value]) => [
    name,
    emptyMeansUnknown.includes(name) && typeof value === 'string' && value.trim() === '' ? null : value,
  ])
  // A confirmation belongs to a number: sent with it, never alone.
  const sent: Record<string, unknown> = Object.fromEntries(fields)
  if (place !== undefined) {
    const { addressText, unit, communeCode } = place
    sent.place = { addressText, unit: unit && { scheme: unit.scheme, code: unit.code }, communeCode }
  }
  return sent
}
