import { useSyncExternalStore } from 'react'
import { en } from './en.ts'
import { vi } from './vi.ts'
import type { Words } from './words.ts'

export type Locale = 'vi' | 'en'
export type OfficeWords = Words<typeof vi>

const key = 'ocop-office-locale'
const listeners = new Set<() => void>()
let current: Locale = localStorage.getItem(key) === 'en' ? 'en' : 'vi'
document.documentElement.lang = current

/** The language of the office now; Vietnamese until the reader chooses otherwise. */
export function localeNow(): Locale {
  return current
}

/** The words of the language now, for code outside components. */
export function wordsNow(): OfficeWords {
  return current === 'en' ? en : vi
}

/** Changes the language and remembers it on this device. */
export function setLocale(locale: Locale): void {
  current = locale
  localStorage.setItem(key, locale)
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language now; the component is drawn again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(listen, localeNow)
}

/** The words of the language now; the component is drawn again when it changes. */
export function useWords(): OfficeWords {
  return useLocale() === 'en' ? en : vi
}

/** Of a thing with a name in both languages, the one for the reader. */
export function useName(): (named: { nameVi: string; nameEn: string }) => string {
  const locale = useLocale()
  return (named) => (locale === 'en' ? named.nameEn : named.nameVi)
}
