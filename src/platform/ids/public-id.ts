import { randomInt } from 'node:crypto'

/** Digits and letters that are not mistaken for one another on a printed label (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bodyLength = 7

function checkCharacter(body: string): string {
  let sum = 0
  for (const [index, character] of [...body].entries()) sum = (sum + alphabet.indexOf(character) * (2 * index + 3)) % 31
  return alphabet.charAt(sum)
}

/** A permanent public identifier: seven random characters and a check character, 34 thousand million of them. */
export function newPublicId(random: (below: number) => number = randomInt): string {
  let body = ''
  for (let index = 0; index < bodyLength; index++) body += alphabet.charAt(random(32))
  return body + checkCharacter(body)
}

/** What a person typed, made canonical (O→0, I and L→1, no spaces or hyphens), or null when the check character disagrees. */
export function readPublicId(text: string): string | null {
  const canonical = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(canonical)) return null
  return checkCharacter(canonical.slice(0, bodyLength)) === canonical.slice(bodyLength) ? canonical : null
}
