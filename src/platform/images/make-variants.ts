import { createHash } from 'node:crypto'
import { open, writeFile } from 'node:fs/promises'
import sharp, { type Metadata } from 'sharp'
import { refuse } from './refusals.ts'

/** Widths in which pictures are served, in pixels; a smaller original is not enlarged. */
export const pictureWidths = [320, 800, 1600] as const
/** 15 MB: what a telephone's camera sends. */
export const pictureLimitBytes = 15_000_000
const limitPixels = 50_000_000
const smallestSide = 40

/** One served form of a picture, written to disk and hashed. */
export interface PictureVariant {
  /** one of pictureWidths: the address under which it is served */
  width: number
  /** height of the file in pixels at that width (or at the original's where that is smaller) */
  height: number
  path: string
  sha256: string
  sizeBytes: number
}

/** What a picture turned out to be, upright, with its served forms. */
export interface CheckedPicture {
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
  variants: PictureVariant[]
}

/** The only decoders that bytes from outside reach; sharp's own build reads no HEIC. */
const signatures = [
  {
    mediaType: 'image/jpeg',
    format: 'jpeg',
    isAt: (head: Buffer) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    mediaType: 'image/png',
    format: 'png',
    isAt: (head: Buffer) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  },
  {
    mediaType: 'image/webp',
    format: 'webp',
    isAt: (head: Buffer) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
] as const

const options = { limitInputPixels: limitPixels, failOn: 'error', sequentialRead: true } as const

/**
 * Checks a picture by its content and makes its served forms beside it: upright, WebP, without any metadata (EXIF holds where
 * somebody lives). Refuses what is not a still picture, is damaged, or would unpack to more than 50 megapixels.
 */
export async function makeVariants(path: string): Promise<CheckedPicture> {
  const signature = await readSignature(path)
  if (signature === undefined) throw refuse('picture-type-unsupported')
  const metadata = await readMetadata(path)
  if (metadata.format !== signature.format) throw refuse('picture-type-unsupported')
  if ((metadata.pages ?? 1) > 1) throw refuse('picture-animated')
  const { width, height } = metadata.autoOrient
  if (width * height > limitPixels)
    throw refuse('picture-too-many-pixels', { limitMegapixels: limitPixels / 1_000_000 })
  if (Math.min(width, height) < smallestSide) throw refuse('picture-too-small', { limitPixels: smallestSide })
  const variants: PictureVariant[] = []
  for (const served of pictureWidths) variants.push(await writeVariant(path, served))
  return { mediaType: signature.mediaType, width, height, variants }
}

async function readSignature(path: string) {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, head.length, 0)
    return signatures.find((signature) => signature.isAt(head))
  } finally {
    await file.close()
  }
}

async function readMetadata(path: string): Promise<Metadata> {
  try {
    return await sharp(path, options).metadata()
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message))
      throw refuse('picture-too-many-pixels', { limitMegapixels: limitPixels / 1_000_000 })
    throw refuse('picture-damaged')
  }
}

async function writeVariant(path: string, served: number): Promise<PictureVariant> {
  const { bytes, height } = await encode(path, served)
  const target = `${path}.${served}.webp`
  await writeFile(target, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { width: served, height, path: target, sha256, sizeBytes: bytes.length }
}

async function encode(path: string, served: number): Promise<{ bytes: Buffer; height: number }> {
  try {
    const { data: bytes, info: made } = await sharp(path, options)
      .autoOrient()
      .resize({ width: served, withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 4 })
      .toBuffer({ resolveWithObject: true })
    return { bytes, height: made.height }
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message))
      throw refuse('picture-too-many-pixels', { limitMegapixels: limitPixels / 1_000_000 })
    throw refuse('picture-damaged')
  }
}
