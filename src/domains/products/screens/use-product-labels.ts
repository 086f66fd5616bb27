import { useWords } from '../../../office/locale/locale.ts'

/** What each field of a product is called on the screen. */
export function useProductLabels(): Record<string, string> {
  const { product, place, form } = useWords()
  return {
    name: product.name,
    producerId: product.producer,
    groupCode: product.group,
    setCode: product.set,
    gtin: product.gtin,
    newCodes: product.codes,
    codes: product.codes,
    description: product.short,
    story: product.story,
    ingredients: product.ingredients,
    usage: product.usage,
    storage: product.storage,
    packaging: product.packaging,
    season: product.season,
    capacity: product.capacity,
    priceMin: product.priceMin,
    priceMax: product.priceMax,
    priceUnit: product.priceUnit,
    place: product.place,
    addressText: place.address,
    communeCode: place.now,
    'place.unit': place.unit,
    'place.addressText': place.address,
    reason: form.reason,
  }
}
