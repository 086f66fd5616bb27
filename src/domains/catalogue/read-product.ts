import { today } from '../../platform/clock/clock.ts'
import type { Read } from '../../platform/http/rows.ts'
import { pictureAddress } from '../../ui/addresses.ts'
import { classificationOf } from './classification.ts'
import { unscopedFindProduct } from './find-product.ts'
import type { Product } from './messages.ts'
import type { PictureRow } from './picture-queries.ts'
import { type ProductDetail, unscopedProductDetail } from './product-detail.ts'
import { toProductItem } from './product-item.ts'
import { refuse } from './refusals.ts'

/** One public product by any code on its label. Gone: 410; never known: 404. */
export async function readProduct({ db, now }: Pick<Read, 'db' | 'now'>, input: { code: string }): Promise<Product> {
  const day = today(now)
  const sought = await unscopedFindProduct(db, input.code)
  if (sought.state === 'gone') throw refuse('product-gone')
  const detail = sought.state === 'public' ? await unscopedProductDetail(db, sought.productId, day) : undefined
  if (detail === undefined) throw refuse('product-unknown')
  const { groups, sets } = await classificationOf(db)
  const { card, about } = detail
  const named = (line: { code: string; nameVi: string; nameEn: string } | undefined) =>
    line === undefined ? null : { code: line.code, nameVi: line.nameVi, nameEn: line.nameEn }
  return {
    ...toProductItem(card, day),
    standing: detail.standing.standing,
    isCertain: detail.standing.isCertain,
    since: detail.standing.since,
    until: detail.standing.until,
    groupName: named(groups.get(card.group_code ?? '')),
    setName: named(sets.get(card.set_code ?? '')),
    description: about.description,
    story: about.story,
    ingredients: about.ingredients,
    usage: about.usage,
    storage: about.storage,
    packaging: about.packaging,
    season: about.season,
    capacity: about.capacity,
    gtin: about.gtin,
    codes: detail.codes,
    pictures: detail.pictures.map(toPicture),
    recognitions: toRecognitions(detail),
  }
}

const widths = [320, 800, 1600] as const

function toPicture(picture: PictureRow): Product['pictures'][number] {
  const { width, height, caption, author, licence } = picture
  return { address: pictureAddress(picture.id, 800), widths: [...widths], width, height, caption, author, licence }
}

function toRecognitions({ standing, events, sources }: ProductDetail): Product['recognitions'] {
  return standing.each.map((each) => {
    const { recognition } = each
    const source = sources.get(recognition.sourceId)
    return {
      id: recognition.id,
      kind: recognition.kind,
      star: recognition.star,
      decisionNumber: recognition.decisionNumber,
      decidedOn: recognition.decidedOn,
      decidedYear: recognition.decidedYear,
      authorityName: recognition.authorityName,
      expiresOn: recognition.expiresOn,
      expiresBy: recognition.expiresBy,
      level: recognition.level === 'A' ? 'A' : 'B',
      standing: each.standing,
      since: each.since,
      until: each.until,
      isCertain: each.isCertain,
      sourceTitle: source?.title ?? '',
      checkedOn: source?.checkedOn ?? '1970-01-01',
      events: events.flatMap((event) =>
        event.recognitionId !== recognition.id || event.kind === 'annulment'
          ? []
          : [
              {
                kind: event.kind,
                effectiveOn: event.effectiveOn,
                decisionNumber: event.decisionNumber,
                authorityName: event.authorityName,
                reason: event.reason,
              },
            ],
      ),
    }
  })
}
