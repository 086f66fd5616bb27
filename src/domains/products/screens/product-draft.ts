import type { z } from 'zod'
import { readPrice, showNumber } from '../../../office/format/numbers.ts'
import type { PlaceValue } from '../../../office/parts/place-entry.tsx'
import type { ProductView } from '../messages.ts'
import { canonicalCode } from '../rules.ts'

export type Product = z.infer<typeof ProductView>

export type TextName =
  | 'name'
  | 'setCode'
  | 'gtin'
  | 'description'
  | 'story'
  | 'ingredients'
  | 'usage'
  | 'storage'
  | 'packaging'
  | 'season'
  | 'capacity'
  | 'priceMin'
  | 'priceMax'
  | 'priceUnit'
  | 'newCodes'

/** A product as its form holds it: every field is text, the place apart. */
export type ProductDraft = Record<TextName, string> & { place: PlaceValue }

/** The form of a product that is not on record yet. */
export const blankDraft: ProductDraft = {
  name: '',
  setCode: '',
  gtin: '',
  description: '',
  story: '',
  ingredients: '',
  usage: '',
  storage: '',
  packaging: '',
  season: '',
  capacity: '',
  priceMin: '',
  priceMax: '',
  priceUnit: '',
  newCodes: '',
  place: { addressText: '', unit: null, communeCode: null },
}

function priceText(price: number | null): string {
  return price === null ? '' : showNumber(price)
}

/** The form of a product on record. */
export function draftOf(product: Product): ProductDraft {
  const { recorded, addressText, communeCode } = product.place
  const { name, description, story, ingredients, usage, storage, packaging, season, capacity, priceUnit } = product
  return {
    ...{ name, description, story, ingredients, usage, storage, packaging, season, capacity, priceUnit },
    setCode: product.setCode ?? '',
    gtin: product.gtin ?? '',
    priceMin: priceText(product.priceMin),
    priceMax: priceText(product.priceMax),
    newCodes: '',
    place: {
      addressText,
      unit: recorded && { scheme: recorded.scheme, code: recorded.code, label: recorded.name },
      communeCode,
    },
  }
}

/** Codes typed in one line, each with its kind. */
export function readCodes(text: string) {
  const written = text.split(/[,;\n]/).map((code) => code.trim())
  return written.filter((code) => code !== '').map((code) => ({ code, kind: canonicalCode(code).kind }))
}

/** What an amendment sends: only what changed; a price that cannot be read goes as it is, so that the server names the field. */
export function toAmendment(changes: Partial<ProductDraft>): Record<string, unknown> {
  const { place, priceMin, priceMax, newCodes, setCode, gtin, ...plain } = changes
  return {
    ...plain,
    ...(setCode !== undefined && { setCode: setCode || null }),
    ...(gtin !== undefined && { gtin: gtin.trim() || null }),
    ...(priceMin !== undefined && { priceMin: readPrice(priceMin) ?? null }),
    ...(priceMax !== undefined && { priceMax: readPrice(priceMax) ?? null }),
    ...(newCodes !== undefined && { codes: readCodes(newCodes) }),
    ...(place !== undefined && { place: toPlace(place) }),
  }
}

/** A place as the API takes it. */
export function toPlace({ addressText, unit, communeCode }: PlaceValue) {
  return { addressText, unit: unit && { scheme: unit.scheme, code: unit.code }, communeCode }
}
