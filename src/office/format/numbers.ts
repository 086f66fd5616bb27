const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** 1234.5 as 1.234,5. */
export function showNumber(value: number): string {
  return whole.format(value)
}

/** A number of đồng as it is typed (120.000, 120 000, 120.000đ) in whole đồng; null when empty, undefined when it cannot be read. */
export function readPrice(text: string): number | null | undefined {
  const digits = text.replace(/[\s.,]|đồng|đ|₫|vnd/gi, '')
  if (digits === '') return null
  return /^\d{1,11}$/.test(digits) ? Number(digits) : undefined
}

/** Bytes as people say them: 12 kB, 3,4 MB. */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${showNumber(Math.round(bytes / 100_000) / 10)} MB`
}
