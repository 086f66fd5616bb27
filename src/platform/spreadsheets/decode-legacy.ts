import { tcvn3Letters, vniPairs, vniSingles } from './legacy-tables.ts'
import { isVietnameseSyllable } from './vietnamese-syllables.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

/** A font whose glyphs are drawn at the wrong code points; `isCapital` fonts (names ending in H) show small letters as capitals. */
export interface LegacyFont {
  encoding: LegacyEncoding
  isCapital: boolean
}

export interface Decoded {
  text: string
  encoding: 'unicode' | LegacyEncoding
}

/** The legacy encoding that a font's name stands for: `.VnTime` and its siblings, `VNI-Times` and its siblings. */
export function legacyFontOf(fontName: string): LegacyFont | undefined {
  if (/^\.vn/i.test(fontName)) return { encoding: 'tcvn3', isCapital: /[a-z]H$/.test(fontName) }
  return /^vni[- ]/i.test(fontName) ? { encoding: 'vni', isCapital: false } : undefined
}

/**
 * Decodes text typed with TCVN3 (ABC) or VNI fonts, which arrives looking like Latin-1 ("Hîp t¸c x·", "Hôïp taùc xaõ"). Text is
 * touched only when that turns its words into Vietnamese syllables; Unicode Vietnamese, ASCII and other languages stay as they are.
 * `font` is what the cell was typed in; `fileEncoding` what the rest of the file was found to be.
 */
export function decodeLegacy(text: string, hint: { font?: LegacyFont; fileEncoding?: LegacyEncoding } = {}): Decoded {
  const encoding = detect(text, hint.font?.encoding ?? hint.fileEncoding)
  const decoded = encoding === 'tcvn3' ? fromTcvn3(text) : encoding === 'vni' ? fromVni(text) : text.normalize('NFC')
  const isCapital = hint.font?.isCapital && encoding === 'tcvn3'
  return { text: isCapital ? decoded.toUpperCase() : decoded, encoding }
}

/** The encoding most of a file's texts were typed in, or nothing when they are Unicode or disagree. */
export function encodingOfMany(texts: Iterable<string>): LegacyEncoding | undefined {
  const votes = { unicode: 0, tcvn3: 0, vni: 0 }
  for (const text of texts) {
    if (isDecodable(text)) votes[detect(text, undefined)] += 1
    else if (isSurelyUnicode(text)) votes.unicode += 1
  }
  const total = votes.unicode + votes.tcvn3 + votes.vni
  const winner = votes.tcvn3 >= votes.vni ? 'tcvn3' : 'vni'
  return total > 0 && votes[winner] >= total * 0.7 ? winner : undefined
}

// Letters that only Unicode has. Typographic marks such as curly quotes say nothing either way.
const vietnameseLetters = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/
const marks = /\p{Mark}/u
// Letters whose place TCVN3 leaves empty: a text with one of them cannot be TCVN3.
const notTcvn3 = /[\u00c0-\u00c5\u00cd\u00d9-\u00db\u00e0\u00f0]/
const latin1 = /[\u00a1-\u00ff]/
// French that VNI or TCVN3 would turn into possible syllables, and units.
const foreignWords = new Set(['où', 'dû', 'dûs', 'crû', 'µm', 'µg', 'µl'])

// QĐ, NĐ, ĐT and the like are no syllables, yet every list cites decisions.
const abbreviations = { tcvn3: /^(?:[A-Z]{1,3}§[A-Z]{0,3}|§[A-Z]{1,3})$/, vni: /^(?:[QNTH]Ñ|ÑT|VPÑP|HÑND)$/ }

function isDecodable(text: string): boolean {
  return latin1.test(text) && !isSurelyUnicode(text)
}

function isSurelyUnicode(text: string): boolean {
  return vietnameseLetters.test(text) || marks.test(text)
}

function detect(text: string, expected: LegacyEncoding | undefined): Decoded['encoding'] {
  if (!isDecodable(text)) return 'unicode'
  const words = evidence(text)
  if (words.length === 0)
    return expected && /[\u00ae\u00a7\u00f1\u00d1\u00f6\u00d6\u00ad\u00ac]/.test(text) ? expected : 'unicode'
  const isValid = (word: string) => foreignWords.has(word.toLowerCase()) || isVietnameseSyllable(word.normalize('NFC'))
  const score = {
    unicode: words.filter(isValid).length,
    tcvn3: notTcvn3.test(text)
      ? 0
      : words.filter((word) => abbreviations.tcvn3.test(word) || isVietnameseSyllable(fromTcvn3(word))).length,
    vni: words.filter((word) => abbreviations.vni.test(word) || isVietnameseSyllable(fromVni(word))).length,
  }
  if (expected) return score[expected] > 0 && score[expected] >= score.unicode ? expected : 'unicode'
  const best = score.vni > score.tcvn3 ? 'vni' : 'tcvn3'
  return score[best] > score.unicode && score[best] >= words.length * 0.7 ? best : 'unicode'
}

/** The words that tell encodings apart: those with both an ordinary letter and a Latin-1 sign. */
function evidence(text: string): string[] {
  const words = text.match(/[0-9A-Za-z\u00a1-\u00ff]+/g) ?? []
  return words.filter(
    (word) => word.length > 1 && latin1.test(word) && /[A-Za-z\u00c0-\u00ff]/.test(word) && !/[0-9]/.test(word),
  )
}

/** TCVN3 (TCVN 5712:1993, VN3) read as Latin-1 → Unicode. Its capitals have no tones: they follow the case of their word. */
export function fromTcvn3(text: string): string {
  const capitals = text.match(/[A-Z]/g)?.length ?? 0
  const isCapitalText = capitals > 2 && !/[a-z]/.test(text)
  return text.replace(/[A-Za-z\u00a1-\u00ff]+/g, (word) => {
    const decoded = Array.from(word, (sign) => tcvn3Letters.get(sign) ?? sign).join('')
    const isCapitalWord = /[A-Z][^a-z]*[A-Z]/.test(word) && !/[a-z]/.test(word)
    return isCapitalText || isCapitalWord ? decoded.toUpperCase() : decoded
  })
}

/** VNI for Windows read as Latin-1 → Unicode: a vowel followed by the sign of its tone. */
export function fromVni(text: string): string {
  let decoded = ''
  for (let i = 0; i < text.length; i += 1) {
    const pair = vniPairs.get(text.slice(i, i + 2)) ?? vniPairs.get(loweredMark(text, i))
    if (pair) i += 1
    decoded += pair ?? vniSingles.get(text.charAt(i)) ?? text.charAt(i)
  }
  return decoded
}

/** Typists often hold the wrong shift key for the mark: the case of the vowel decides. */
function loweredMark(text: string, at: number): string {
  const vowel = text.charAt(at)
  const mark = text.charAt(at + 1)
  return vowel === vowel.toLowerCase() ? vowel + mark.toLowerCase() : vowel + mark.toUpperCase()
}
