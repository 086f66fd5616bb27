import { SaxesParser } from 'saxes'
import { isRefusal } from '../errors/refuse.ts'
import { refuse } from './refusals.ts'

export interface XmlListener {
  /** `name` without namespace prefix. */
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  text(text: string): void
}

/** Feeds XML bytes to a listener; after each chunk control returns so that what was gathered can be passed on. A DOCTYPE is refused. */
export async function* readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = makeParser(listener)
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    const known = decoder ?? decoderFor(chunk)
    decoder = known
    feed(() => parser.write(decode(known, chunk)))
    yield
  }
  feed(() => parser.close())
  yield
}

/** Reads a whole small part. */
export async function readWholeXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(bytes, listener));
}

function makeParser(listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw refuse('unsafe-file', { found: 'DOCTYPE' })
  })
  parser.on('error', () => {
    throw refuse('broken-file', { found: 'XML' })
  })
  parser.on('opentag', (tag) => listener.open(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag) => listener.close(localName(tag.name)))
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  return parser
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decoderFor(first: Buffer): TextDecoder {
  const encoding =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function decode(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw refuse('broken-file', { found: 'UTF-8' })
  }
}

function feed(step: () => unknown): void {
  try {
    step()
  } catch (cause) {
    throw isRefusal(cause) ? cause : refuse('broken-file', { found: 'XML' })
  }
}
