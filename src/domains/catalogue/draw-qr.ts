import { toString as drawQrCode } from 'qrcode'
import type { z } from 'zod'
import type { FileAnswer, Read } from '../../platform/http/rows.ts'
import { unscopedFindProduct } from './find-product.ts'
import type { QrPicture } from './page-messages.ts'
import { refuse } from './refusals.ts'

/** The QR code of a product as SVG. It holds the short address, which outlives every change of name or site structure. */
export async function drawQr({ db, config }: Read, { publicId }: z.infer<typeof QrPicture>): Promise<FileAnswer> {
  const sought = await unscopedFindProduct(db, publicId)
  if (sought.state === 'gone') throw refuse('product-gone')
  if (sought.state === 'unknown') throw refuse('product-unknown')
  const svg = await drawQrCode(`${config.publicUrl}/p/${sought.publicId}`, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 2,
  })
  return { body: Buffer.from(svg), mediaType: 'image/svg+xml', cacheControl: 'public, max-age=86400' }
}
