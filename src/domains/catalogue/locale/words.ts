import { en } from './en.ts'
import { type PageWords, vi } from './vi.ts'

const byLanguage = { vi, en } as const satisfies Record<'vi' | 'en', PageWords>

/** The words of the public pages in a language. */
export function pageWords(language: 'vi' | 'en'): PageWords {
  return byLanguage[language]
}
