/** Control characters but the line break, and marks that reorder or hide text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g

/** A text that is safe to keep as plain text: composed Unicode, no control or direction marks, no trailing blanks. Markup stays as typed. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unwanted, '')
    .replace(/[ \u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A name or other single line: as plainText, with every run of blanks made one space. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ')
}
