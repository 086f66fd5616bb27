export type TaxNumberReading =
  /** Enterprise or household (10 digits), dependent unit (10-3), or a person's identity number (12). */
  | { kind: 'valid'; taxNumber: string; form: '10' | '10-3' | '12' }
  | { kind: 'wrong-check-digit'; taxNumber: string }
  /** A spreadsheet took the number for a quantity and dropped its first zero. */
  | { kind: 'lost-zero'; suggestion: string }
  | { kind: 'blank' }
  | { kind: 'unreadable' }

// Circular 105/2020/TT-BTC (before: 80/2012) keeps the weights that the General Department of Taxation publishes.
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/** Reads a tax or personal number and checks its check digit where there is one. */
export function readTaxNumber(text: string): TaxNumberReading {
  const compact = text
    .normalize('NFKC')
    .replace(/^\D*?(?=\d)/, '')
    .replace(/[\s.'’]/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
  if (text.trim() === '' || /^[-–—.]+$/.test(text.trim())) return { kind: 'blank' }
  const branch = /^(\d{10})-?(\d{3})$/.exec(compact)
  if (branch) return checked(branch[1] ?? '', `${branch[1]}-${branch[2]}`, '10-3')
  if (/^\d{10}$/.test(compact)) return checked(compact, compact, '10')
  // Identity numbers begin with the code of a province, 001 to 096, and the century and sex of their holder.
  if (/^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/.test(compact)) return { kind: 'valid', taxNumber: compact, form: '12' }
  return lostZero(compact)
}

function lostZero(compact: string): TaxNumberReading {
  const main = /^(\d{9})(?:-?(\d{3}))?$/.exec(compact)
  const repaired = main ? `0${main[1]}` : ''
  if (main && hasCheckDigit(repaired))
    return { kind: 'lost-zero', suggestion: main[2] ? `${repaired}-${main[2]}` : repaired }
  if (/^(?:0?[1-9]|[1-8]\d|9[0-6])\d{9}$/.test(compact) && compact.length === 11)
    return { kind: 'lost-zero', suggestion: `0${compact}` }
  return { kind: 'unreadable' }
}

function checked(main: string, taxNumber: string, form: '10' | '10-3'): TaxNumberReading {
  return hasCheckDigit(main) ? { kind: 'valid', taxNumber, form } : { kind: 'wrong-check-digit', taxNumber }
}

/** Whether the tenth digit is 10 less the weighted sum modulo 11; a remainder of zero is never given out. */
export function hasCheckDigit(main: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(main.charAt(index)), 0)
  return 10 - (sum % 11) === Number(main.charAt(9))
}
