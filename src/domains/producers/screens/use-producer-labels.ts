import { useWords } from '../../../office/locale/locale.ts'

/** What each field of a producer is called on the screen. */
export function useProducerLabels(): Record<string, string> {
  const { producer, place, form, product } = useWords()
  return {
    kindCode: producer.kind,
    name: producer.name,
    taxNumber: producer.taxNumber,
    taxNumberState: producer.taxStates.flagged,
    introduction: producer.introduction,
    representative: producer.representative,
    representativeGender: producer.gender,
    representativeEthnicity: producer.ethnicity,
    phone: producer.phone,
    email: producer.email,
    website: producer.website,
    contactsPublic: producer.consent,
    place: product.place,
    addressText: place.address,
    communeCode: place.now,
    'place.unit': place.unit,
    'place.addressText': place.address,
    reason: form.reason,
  }
}
