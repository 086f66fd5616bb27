export type Locale = 'vi' | 'en'

/** The address of a page in a language: Vietnamese at /…, English at /en/…. */
export function localAddress(locale: Locale, path: string): string {
  if (locale === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}
