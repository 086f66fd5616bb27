import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { makeVariants } from './make-variants.ts'

const directory = await mkdtemp(join(tmpdir(), 'ocop-pictures-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

let count = 0
async function onDisk(bytes: Buffer | string): Promise<string> {
  const path = join(directory, String(count++))
  await writeFile(path, bytes)
  return path
}

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#3a7d44' } })
}

test('a photograph is turned upright and served in three widths without its EXIF', async () => {
  const exif = { IFD0: { Artist: 'Nguyễn Văn A' }, IFD3: { GPSLatitude: '11/1 56/1 0/1', GPSLatitudeRef: 'N' } }
  const photo = await plain(2000, 1000).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const withGps = await sharp(photo).withExifMerge(exif).jpeg().toBuffer()
  expect((await sharp(withGps).metadata()).exif).toBeDefined()
  const picture = await makeVariants(await onDisk(withGps))
  expect(picture.mediaType).toBe('image/jpeg')
  expect(picture.variants.map((variant) => variant.width)).toEqual([320, 800, 1600])
  for (const variant of picture.variants) {
    const served = await sharp(variant.path).metadata()
    expect([served.format, served.exif, served.xmp, served.iptc, served.orientation]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  }
})

test('a picture that lies on its side is measured and served upright', async () => {
  const turned = await plain(600, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const picture = await makeVariants(await onDisk(turned))
  expect([picture.width, picture.height]).toEqual([300, 600])
  const [small] = picture.variants
  expect((await sharp(small?.path).metadata()).height).toBe(small?.height)
})

test('a small picture is not enlarged', async () => {
  const picture = await makeVariants(await onDisk(await plain(500, 400).png().toBuffer()))
  const widths = await Promise.all(picture.variants.map(async ({ path }) => (await sharp(path).metadata()).width))
  expect(widths).toEqual([320, 500, 500])
})

test('PNG and WebP are pictures too, with transparency kept', async () => {
  const clear = sharp({ create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  const png = await makeVariants(await onDisk(await clear.clone().png().toBuffer()))
  expect(png.mediaType).toBe('image/png')
  expect((await sharp(png.variants[0]?.path).metadata()).hasAlpha).toBe(true)
  expect((await makeVariants(await onDisk(await clear.webp().toBuffer()))).mediaType).toBe('image/webp')
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>'
const unsupported: [string, () => Promise<Buffer | string>][] = [
  ['an SVG', async () => svg],
  ['a GIF', () => plain(100, 100).gif().toBuffer()],
  ['a TIFF', () => plain(100, 100).tiff().toBuffer()],
  ['an AVIF', () => plain(100, 100).avif().toBuffer()],
  ['a page of HTML', async () => '<html><script>alert(1)</script></html>'],
  ['an empty file', async () => ''],
]
test.each(unsupported)('%s is not accepted, whatever its name', async (_name, bytes) => {
  const path = await onDisk(await bytes())
  await expect(makeVariants(path)).rejects.toMatchObject({ refusal: { code: 'picture-type-unsupported' } })
})

test('an animation is refused', async () => {
  const stills = [await plain(60, 60).png().toBuffer(), await plain(60, 60).negate().png().toBuffer()]
  const frames = await sharp(stills, { join: { animated: true } })
    .webp()
    .toBuffer()
  await expect(makeVariants(await onDisk(frames))).rejects.toMatchObject({ refusal: { code: 'picture-animated' } })
})

test('a small file that unpacks to more than 50 megapixels is refused before it is unpacked', async () => {
  const bomb = await plain(9000, 6000).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(500_000)
  await expect(makeVariants(await onDisk(bomb))).rejects.toMatchObject({
    refusal: { code: 'picture-too-many-pixels', kind: 'too-large' },
  })
})

test('half a picture, and one too small to see, are refused', async () => {
  const whole = await plain(800, 600).jpeg().toBuffer()
  const noise = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, index) => (index * 7919) % 251)), {
    raw: { width: 300, height: 300, channels: 3 },
  })
    .jpeg()
    .toBuffer()
  for (const cut of [whole.subarray(0, 100), noise.subarray(0, noise.length / 2)])
    await expect(makeVariants(await onDisk(cut))).rejects.toMatchObject({ refusal: { code: 'picture-damaged' } })
  await expect(makeVariants(await onDisk(await plain(20, 20).png().toBuffer()))).rejects.toMatchObject({
    refusal: { code: 'picture-too-small' },
  })
})
