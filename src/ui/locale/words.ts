import type { Language } from '../addresses.ts'
import { en } from './en.ts'
import { type UiWords, vi } from './vi.ts'

const byLanguage = { vi, en } as const satisfies Record<Language, UiWords>

/** The words of the frame and the parts in a language. */
export function uiWords(language: Language): UiWords {
  return byLanguage[language]
}

/** Puts facts into the {places} of a sentence; a place without its fact stays visible, which a test notices. */
export function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place))
}
