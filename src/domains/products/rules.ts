/** Characters a field may hold; the forms of the office show the same limits. */
export const productLimits = {
  name: 300,
  description: 5000,
  story: 10000,
  ingredients: 3000,
  usage: 3000,
  storage: 2000,
  packaging: 2000,
  season: 200,
  capacity: 200,
  priceUnit: 60,
  address: 300,
  code: 80,
  caption: 300,
  author: 200,
  licence: 200,
  reason: 500,
} as const

/** Đồng; beyond it a price is a slip of the keyboard. */
export const highestPrice = 99_999_999_999

/** The fields of a product as they are kept, without identity, pictures and history. */
export interface ProductFields {
  producerId: string
  name: string
  groupCode: string | null
  setCode: string | null
  gtin: string | null
  gtinNote: 'foreign-prefix' | null
  description: string
  story: string
  ingredients: string
  usage: string
  storage: string
  packaging: string
  season: string
  capacity: string
  priceMin: number | null
  priceMax: number | null
  priceUnit: string
  addressText: string
  unitScheme: '2004-2025' | '2025-' | null
  unitCode: string | null
  provinceCode: string
  communeCode: string | null
  placeState: 'decided' | 'undecided' | 'province-only'
}

/** Fields that one source states together; `commune` is the present commune, which a person may have decided (see producers). */
export const productGroups = {
  producer: ['producerId'],
  identity: ['name', 'groupCode', 'setCode', 'gtin', 'gtinNote'],
  description: ['description', 'story', 'ingredients', 'usage', 'storage', 'packaging'],
  commerce: ['season', 'capacity', 'priceMin', 'priceMax', 'priceUnit'],
  place: ['addressText', 'unitScheme', 'unitCode', 'provinceCode'],
  commune: ['communeCode'],
} as const satisfies Record<string, readonly (keyof ProductFields)[]>
export type ProductGroup = keyof typeof productGroups

/** A trade item number without blanks and hyphens. */
export function writeGtin(text: string): string {
  return text.replace(/[\s-]/g, '')
}

/** Whether digits are a GTIN-8, -12, -13 or -14 with the right check digit (GS1 General Specifications, 7.9). */
export function isGtinValid(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false
  const body = [...digits.slice(0, -1)].reverse()
  const sum = body.reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1))
}

/** 893 is Vietnam's GS1 prefix; a producer may lawfully hold another country's, so others are noted, not refused. */
export function isVietnamesePrefix(gtin: string): boolean {
  if (gtin.length === 14) return gtin.slice(1).startsWith('893')
  return gtin.length !== 12 && gtin.startsWith('893')
}

export type CodeKind = 'four-part' | 'five-part' | 'certificate' | 'other'

const firstYear = 2018

/**
 * A legal product code in canonical spelling, or null. Four parts since Decision 26/2026/QĐ-TTg: province-commune-number-year;
 * older ones have the district between. Blanks, slashes, dots, a leading word and zeros before the number do not matter.
 */
export function readLegalCode(text: string): { code: string; kind: 'four-part' | 'five-part' } | null {
  const parts = text
    .normalize('NFKC')
    .replace(/^[^\d]*/, '')
    .trim()
    .split(/[\s/.,_\-–—]+/)
  if (!parts.every((part) => /^\d+$/.test(part))) return null
  const widths = parts.length === 4 ? [2, 5] : parts.length === 5 ? [2, 3, 5] : null
  if (widths === null) return null
  const [number, year] = [parts.at(-2) ?? '', readYear(parts.at(-1) ?? '')]
  const units = parts.slice(0, -2).map((part, index) => part.padStart(widths[index] ?? 0, '0'))
  if (units.some((unit, index) => unit.length !== widths[index])) return null
  if (year === null || number.length > 6 || Number(number) === 0) return null
  return {
    code: [...units, String(Number(number)), String(year)].join('-'),
    kind: parts.length === 4 ? 'four-part' : 'five-part',
  }
}

function readYear(text: string): number | null {
  const year = text.length === 2 ? 2000 + Number(text) : Number(text)
  return (text.length === 2 || text.length === 4) && year >= firstYear && year <= 2100 ? year : null
}

/** Any other code (a certificate's number) in canonical spelling: upper case, no accents, one hyphen for every run of separators. */
export function foldCode(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .split(/[\s/._\-–—:]+/)
    .filter((part) => part !== '')
    .join('-')
}

/** The spelling by which a code is kept and found. */
export function canonicalCode(text: string): { code: string; kind: CodeKind } {
  return readLegalCode(text) ?? { code: foldCode(text), kind: 'other' }
}

export type ProductMatchReason = 'same-name' | 'similar-name'
export const similarFrom = 0.5
/** Names of one producer's products are often near each other ("tươi", "khô"), so only near-equality asks a person. */
export const asksFrom = 0.85
