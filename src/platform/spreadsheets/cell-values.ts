const dayMilliseconds = 86_400_000

/** A number as people type it: no exponent, and without the noise beyond the 15 digits that spreadsheets keep. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
  if (Number.isInteger(rounded)) return BigInt(rounded).toString()
  const short = String(rounded)
  if (!short.includes('e')) return short
  return rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
}

/**
 * The moment an Excel serial stands for, as UTC so that no time zone can shift the day. The 1900 system counts a 29 February 1900
 * that never was, hence the correction below serial 60.
 */
export function dateOfSerial(serial: number, is1904 = false): Date {
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  return new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000)
}

/** `2024-03-12`, or with the time of day when there is one; a serial below one day is a time alone. */
export function serialText(serial: number, is1904 = false): string {
  const iso = dateOfSerial(serial, is1904).toISOString()
  if (serial >= 0 && serial < 1) return iso.slice(11, 19)
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** The Excel serial (1900 system) of a UTC moment from 1 March 1900 on. */
export function serialOfDate(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / dayMilliseconds
}

const builtInDateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** Whether a number format shows its number as a date or time. Ids 27-36 and 50-58 are the East Asian date formats. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDateFormats.has(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const [section = ''] = code.split(';')
  const bare = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare)
}

/** Excel writes control characters in strings as `_x000D_`. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Line ends as `\n`, NFC, no white space (nor zero-width characters) at the ends; inside nothing is touched. */
export function tidyText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const trimmed = lines.normalize('NFC').trim()
  return isInvisible(trimmed.at(0)) || isInvisible(trimmed.at(-1)) ? trimmed.replace(invisibleEnds, '') : trimmed
}

const invisibleEnds = /^(?:\s|\u200b|\u2060)+|(?:\s|\u200b|\u2060)+$/g

function isInvisible(sign: string | undefined): boolean {
  return sign === '\u200b' || sign === '\u2060'
}
