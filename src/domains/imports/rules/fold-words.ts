import { fold } from '../../../platform/text/fold.ts'

/** Folded words with single spaces between them and no punctuation: "Số QĐ/ngày" → "so qd ngay". */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
