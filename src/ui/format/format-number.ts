import type { Locale } from '../locale/locales.ts'

/** Writes a number with at most two decimals: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, locale: Locale = 'vi'): string {
  const rounded = Math.round(Math.abs(value) * 100) / 100
  const [whole = '0', fraction] = String(rounded).split('.')
  const [group, point] = locale === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const sign = value < 0 && rounded !== 0 ? '−' : ''
  return sign + grouped + (fraction === undefined ? '' : point + fraction)
}
