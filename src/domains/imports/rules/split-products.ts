const numbered = /^\s*(?:\(?\d{1,2}[.)/]|[-+•●–*])\s*/

/** The products that one cell seems to name; a single one when there is no sign of more. Only for showing: nothing is split by itself. */
export function splitProducts(written: string): string[] {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const marked = lines.filter((line) => numbered.test(line))
  if (marked.length >= 2) return joinContinuations(lines)
  const inline = inlineNumbers(written)
  if (inline.length >= 2) return inline
  const parts = written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length >= 2) return parts.map(withoutMark)
  // A wrapped name goes on in small letters; a new product begins with a capital.
  const isList =
    lines.length >= 2 && lines.every((line) => /^\p{Lu}/u.test(line) && line.length >= 3 && !/^\(/.test(line))
  return isList ? lines : [lines.join(' ')]
}

function joinContinuations(lines: string[]): string[] {
  const products: string[] = []
  for (const line of lines) {
    const last = products.length - 1
    if (numbered.test(line) || last < 0) products.push(withoutMark(line))
    else products[last] = `${products[last]} ${line}`
  }
  return products
}

/** "1. Chè xanh 2. Chè đen": numbers that count up from one. */
function inlineNumbers(written: string): string[] {
  const parts = written
    .split(/(?:^|\s)(?=\d{1,2}[.)]\s*\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const counts = parts.every((part, index) => Number.parseInt(part, 10) === index + 1)
  return counts ? parts.map(withoutMark) : []
}

function withoutMark(line: string): string {
  return line.replace(numbered, '').trim()
}
