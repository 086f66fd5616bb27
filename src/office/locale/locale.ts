import { useSyncExternalStore } from 'react'
import { vi } from './vi.ts'
import type { Words } from './words.ts'

export type Locale = 'vi' | 'en'
export type OfficeWords = Words<typeof vi>

const key = 'ocop-office-locale'
const listeners = new Set<() => void>()
let current: { locale: Locale; words: OfficeWords } = { locale: 'vi', words: vi }

/** The language of the office now; Vietnamese until the reader chooses otherwise. */
export function localeNow(): Locale {
  return current.locale
}

/** The words of the language now, for code outside components. */
export function wordsNow(): OfficeWords {
  return current.words
}

/** English is fetched when somebody first reads it; most never do. */
async function wordsIn(locale: Locale): Promise<OfficeWords> {
  return locale === 'vi' ? vi : (await import('./en.ts')).en
}

async function show(locale: Locale): Promise<void> {
  current = { locale, words: await wordsIn(locale) }
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

/** Changes the language and remembers it on this device; rejects where its words cannot be fetched, and then nothing changes. */
export async function setLocale(locale: Locale): Promise<void> {
  await show(locale)
  localStorage.setItem(key, locale)
}

/** Takes up the language that was chosen on this device; Vietnamese stays where English cannot be fetched. */
export async function restoreLocale(): Promise<void> {
  await show(localStorage.getItem(key) === 'en' ? 'en' : 'vi').catch(() => show('vi'))
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
  return useSyncExternalStore(listen, wordsNow)
}

/** Of a thing with a name in both languages, the one for the reader. */
export function useName(): (named: { nameVi: string; nameEn: string }) => string {
  const locale = useLocale()
  return (named) => (locale === 'en' ? named.nameEn : named.nameVi)
}
