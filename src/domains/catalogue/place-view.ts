import type { Locale } from '../../platform/http/rows.ts'
import { provinceAddress, searchAddress, slugOf } from '../../ui/addresses.ts'
import type { PlaceView } from './views.ts'

interface Place {
  province_code: string
  province_name: string
  commune_code: string | null
  commune_name: string | null
}

/** A place as it was recorded and as it is today; "not decided" where a divided commune still waits for a person. */
export function toPlaceView(
  place: Place,
  recorded: string | null,
  { placeState, locale }: { placeState: string; locale: Locale },
): PlaceView {
  const { province_code: province, commune_code: commune, commune_name: communeName } = place
  const today = communeName === null ? place.province_name : `${communeName}, ${place.province_name}`
  return {
    asRecorded: recorded ?? today,
    commune:
      commune === null || communeName === null
        ? null
        : {
            label: communeName,
            address: searchAddress(locale, { q: '', filters: { province: [province], commune: [commune] } }),
          },
    province: {
      label: place.province_name,
      address: provinceAddress(locale, { code: province, slug: slugOf(place.province_name) }),
    },
    isDecided: placeState !== 'undecided',
  }
}
