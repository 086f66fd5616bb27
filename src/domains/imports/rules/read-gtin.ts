export type GtinReading =
  /** `isVietnamese` is false for a prefix other than 893: accepted, with a note. */
  | { kind: 'valid'; gtin: string; isVietnamese: boolean }
  | { kind: 'wrong-check-digit'; gtin: string }
  | { kind: 'blank' }
  | { kind: 'unreadable' }

/** Reads a GTIN-8, -12, -13 or -14 and checks its check digit (GS1 General Specifications, 7.9.1). */
export function readGtin(text: string): GtinReading {
  const gtin = text.normalize('NFKC').replace(/[\s.\-'’]/g, '')
  if (gtin === '') return { kind: 'blank' }
  if (!/^(?:\d{8}|\d{12,14})$/.test(gtin)) return { kind: 'unreadable' }
  if (!hasGtinCheckDigit(gtin)) return { kind: 'wrong-check-digit', gtin }
  return { kind: 'valid', gtin, isVietnamese: gtin.padStart(14, '0').slice(1).startsWith('893') || /^893/.test(gtin) }
}

function hasGtinCheckDigit(gtin: string): boolean {
  const digits = Array.from(gtin, Number).toReversed()
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === digits[0]
}
