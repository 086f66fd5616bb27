/** Whether a spreadsheet program could take a text for a formula or a command (OWASP, "CSV injection"). */
export function isExplosive(text: string): boolean {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text)
}

/** An apostrophe makes any spreadsheet program show the text instead of running it; our own reader takes it off again. */
export function defuseText(text: string): string {
  return isExplosive(text) ? `'${text}` : text
}
