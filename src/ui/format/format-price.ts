import type { Locale } from '../locale/locales.ts'
import { formatNumber } from './format-number.ts'

export interface Price {
  lowest: number | null
  highest: number | null
  unit: string | null
}

/** Writes a price range in đồng, '45.000 – 60.000 đ/kg'; null when no end of the range is known. */
export function formatPrice(price: Price, locale: Locale = 'vi'): string | null {
  const ends = [price.lowest, price.highest].filter((end) => end !== null)
  const distinct = [...new Set(ends)].map((end) => formatNumber(end, locale))
  if (distinct.length === 0) return null
  return `${distinct.join(' – ')} đ${price.unit ? `/${price.unit}` : ''}`
}
