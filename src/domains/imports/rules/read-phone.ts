export type PhoneReading =
  /** National form, 0 first; `isRepaired` when a spreadsheet had dropped that zero. */
  { kind: 'phones'; phones: string[]; isRepaired: boolean } | { kind: 'blank' } | { kind: 'unreadable' }

/** Reads one or several Vietnamese telephone numbers from a cell. */
export function readPhone(text: string): PhoneReading {
  if (text.trim() === '' || /^[-–—.]+$/.test(text.trim())) return { kind: 'blank' }
  const parts = text
    .normalize('NFKC')
    .split(/[/;,\n]| - |\bhoặc\b|\bvà\b/u)
    .map((part) => part.trim())
    .filter((part) => /\d/.test(part))
  const read = parts.map(readOne)
  const phones = read.flatMap((one) => (one ? [one.phone] : []))
  if (parts.length === 0 || phones.length < parts.length) return { kind: 'unreadable' }
  return { kind: 'phones', phones: [...new Set(phones)], isRepaired: read.some((one) => one?.isRepaired) }
}

function readOne(part: string): { phone: string; isRepaired: boolean } | undefined {
  const digits = part
    .replace(/^\D*?(?=[+\d(])/u, '')
    .replace(/[\s().\-'’]/g, '')
    .replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0')
  const isNational = /^0(?:[35789]\d{8}|2\d{9})$/.test(digits) || /^(?:1800|1900)\d{4,6}$/.test(digits)
  if (isNational) return { phone: digits, isRepaired: false }
  return /^(?:[35789]\d{8}|2\d{9})$/.test(digits) ? { phone: `0${digits}`, isRepaired: true } : undefined
}
