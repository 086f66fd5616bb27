import { pictureAddress, productAddress, slugOf } from '../../ui/addresses.ts'
import { type Standing, standings } from '../certification/index.ts'
import type { CardRow } from './card-queries.ts'
import { type Classification, nameIn } from './classification.ts'
import type { PictureRow } from './picture-queries.ts'
import type { GroupMark, PictureView, ProductCardView } from './views.ts'

/** In whose language a page speaks, on which day, with which names. */
export interface Telling {
  language: 'vi' | 'en'
  day: string
  classification: Classification
}

const groupCodes = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const
const unclassified = { vi: 'Chưa phân nhóm', en: 'Not yet classified' } as const

/** Narrows a text from the database to a standing; what is not one counts as not recognised. */
export function toStanding(text: string): Standing {
  return standings.find((standing) => standing === text) ?? 'not-recognised'
}

/** The sign of a group; a product that is not classified yet borrows the first sign and says so. */
export function toMark(telling: Telling, groupCode: string | null, setCode: string | null): GroupMark {
  const { classification, language } = telling
  const set = classification.sets.get(setCode ?? '')
  const group = groupCodes.find((code) => code === (groupCode ?? set?.groupCode))
  if (group === undefined) return { group: 'I', subgroup: null, name: unclassified[language] }
  const subgroup = Number(set?.subgroupCode.split('.')[1] ?? Number.NaN)
  return {
    group,
    subgroup: Number.isInteger(subgroup) ? subgroup : null,
    name: nameIn(language, classification.groups.get(group)),
  }
}

/** A picture at one of the kept widths; its height follows from the original's shape. */
export function toPictureView(picture: PictureRow, width: 320 | 800 | 1600, name: string): PictureView {
  const shown = Math.min(width, picture.width)
  return {
    address: pictureAddress(picture.id, width),
    width: shown,
    height: Math.max(1, Math.round((shown * picture.height) / Math.max(1, picture.width))),
    alt: picture.caption || name,
    author: picture.author || null,
    licence: picture.licence || null,
  }
}

/** Where a card says its product comes from: commune and province today, or as far as they are known. */
export function placeNameOf(row: Pick<CardRow, 'commune_name' | 'province_name'>): string {
  return row.commune_name === null ? row.province_name : `${row.commune_name}, ${row.province_name}`
}

/** A product as lists show it. */
export function toCardView(telling: Telling, row: CardRow, pictures: ReadonlyMap<string, PictureRow>): ProductCardView {
  const picture = pictures.get(row.picture_id ?? '')
  return {
    publicId: row.public_id,
    address: productAddress(telling.language, { publicId: row.public_id, slug: slugOf(row.name) }),
    name: row.name,
    producerName: row.producer_name,
    placeName: placeNameOf(row),
    star: row.star,
    standing: toStanding(row.standing),
    expiresOn: row.expires_on,
    mark: toMark(telling, row.group_code, row.set_code),
    picture: picture === undefined ? null : toPictureView(picture, 320, row.name),
  }
}
