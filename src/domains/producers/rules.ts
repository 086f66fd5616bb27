/** Kinds of producer (chủ thể); the table producers.kind holds their names, and a test keeps both alike. */
export const producerKinds = [
  'cooperative',
  'cooperative-group',
  'enterprise',
  'farm',
  'household-business',
  'household',
  'tourism-association',
  'other',
] as const
export type ProducerKind = (typeof producerKinds)[number]

export const genders = ['female', 'male', 'other'] as const
export type Gender = (typeof genders)[number]

/** Characters a field may hold; the forms of the office show the same limits. */
export const producerLimits = {
  name: 300,
  introduction: 5000,
  representative: 120,
  ethnicity: 60,
  phone: 40,
  email: 120,
  website: 200,
  address: 300,
  taxNumber: 20,
  reason: 500,
} as const

export type TaxNumberState = 'missing' | 'valid' | 'flagged'

/** Weights of the first nine digits of a tax number (Thông tư 105/2020/TT-BTC, điều 5; check as the tax office computes it). */
const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/** A tax number as it is kept: no spaces or dots, ten digits and, for a dependent unit, a hyphen and three more. */
export function writeTaxNumber(text: string): string {
  const compact = text.toUpperCase().replace(/[\s.]/g, '').replaceAll('–', '-')
  const digits = compact.replaceAll('-', '')
  return /^\d{13}$/.test(digits) ? `${digits.slice(0, 10)}-${digits.slice(10)}` : compact
}

/**
 * Whether a canonical tax number can be right: 10 digits or 10-3 with the check digit; 12 digits are a personal identity number
 * used as tax code since 01/07/2025 and carry no check digit.
 */
export function isTaxNumberValid(taxNumber: string): boolean {
  if (/^\d{12}$/.test(taxNumber)) return true
  if (!/^\d{10}(-\d{3})?$/.test(taxNumber)) return false
  const sum = taxWeights.reduce((total, weight, index) => total + weight * Number(taxNumber[index]), 0)
  return 10 - (sum % 11) === Number(taxNumber[9])
}

/** The fields of a producer as they are kept, without identity and history. */
export interface ProducerFields {
  kindCode: ProducerKind
  name: string
  taxNumber: string | null
  taxNumberState: TaxNumberState
  introduction: string
  representative: string | null
  representativeGender: Gender | null
  representativeEthnicity: string | null
  phone: string | null
  email: string | null
  website: string | null
  contactsPublic: boolean
  addressText: string
  unitScheme: '2004-2025' | '2025-' | null
  unitCode: string | null
  provinceCode: string
  communeCode: string | null
  placeState: 'decided' | 'undecided' | 'province-only'
}

/**
 * Fields that one source states together. `place` is what the source says; `commune` is the present commune, which a person may have
 * decided where the recorded one was divided. `people`, `contact` and `identity` hold what never leaves the office.
 */
export const producerGroups = {
  identity: ['kindCode', 'name', 'taxNumber', 'taxNumberState'],
  introduction: ['introduction'],
  people: ['representative', 'representativeGender', 'representativeEthnicity'],
  contact: ['phone', 'email', 'website', 'contactsPublic'],
  place: ['addressText', 'unitScheme', 'unitCode', 'provinceCode'],
  commune: ['communeCode'],
} as const satisfies Record<string, readonly (keyof ProducerFields)[]>
export type ProducerGroup = keyof typeof producerGroups

/** Why an existing producer may be the one that is being entered. */
export type ProducerMatchReason = 'tax-number' | 'name-and-place' | 'similar-name'

/** From this likeness on (0 to 1) a name is worth a look; from the other on, entering it anew needs a person's word. */
export const similarFrom = 0.5
export const asksFrom = 0.7
