import {
  ancestorsOf,
  type Gazetteer,
  oldProvinceOf,
  oldProvincesOf,
  placeNameOf,
  predecessorsOf,
  presentPlaceOf,
  type Unit,
} from '../domains/administrative-units/index.ts'
import type { PlaceColumns } from '../domains/producers/index.ts'
import { fold } from '../platform/text/fold.ts'
import type { Chance } from './random.ts'
import { specialitiesOf } from './specialities.ts'

/** Where a demonstration producer works: the columns to record, and the authorities of then and now. */
export interface DemonstrationPlace {
  columns: PlaceColumns
  /** the commune's bare name, or null where it is only a number */
  name: string | null
  /** the unit as it was recorded */
  recorded: Unit
  province: Unit
  oldProvince: Unit
  district: Unit
}

/** Products per thousand in each present province; Hà Nội leads, as in the programme itself. */
export const provinceWeights: Record<string, number> = {
  '01': 150,
  '04': 13,
  '08': 30,
  '11': 12,
  '12': 13,
  '14': 16,
  '15': 34,
  '19': 33,
  '20': 14,
  '22': 25,
  '24': 38,
  '25': 40,
  '31': 38,
  '33': 40,
  '37': 48,
  '38': 38,
  '40': 42,
  '42': 22,
  '44': 22,
  '46': 14,
  '48': 40,
  '51': 28,
  '52': 36,
  '56': 26,
  '66': 36,
  '68': 42,
  '75': 26,
  '79': 32,
  '80': 24,
  '82': 40,
  '86': 44,
  '91': 40,
  '92': 40,
  '96': 24,
}

/** The part of producers whose place was recorded before the communes were merged, so that the history of places shows. */
const recordedBefore = 0.42

const northernHamlets = ['Thôn', 'Xóm', 'Bản', 'Khu', 'Tổ dân phố']
const southernHamlets = ['Ấp', 'Khóm', 'Thôn', 'Buôn', 'Tổ dân phố']
const hamletNames = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  'Đông',
  'Đoài',
  'Trung',
  'Thượng',
  'Hạ',
  'Tân Lập',
  'Tân Tiến',
  'Đồng Tâm',
  'Phú Thịnh',
  'Hoà Bình',
  'An Thịnh',
  'Bình Minh',
  'Tiền Phong',
  'Đoàn Kết',
  'Nà Khoang',
  'Bãi Giữa',
  'Cây Da',
  'Giồng Trên',
  'Vườn Mới',
]
/** Present province codes from here on lie in the south. */
const firstSouthern = '66'

function communesOf(unit: Unit): Unit[] {
  return unit.level === 'commune' ? [unit] : unit.children.flatMap(communesOf)
}

/** Something that a province is known for, and the communes where it may be made. */
export interface Speciality {
  kindKey: string
  name: string
  communes: ReadonlySet<Unit>
}

/** The communes of a present province that somebody may have recorded, before and since 01/07/2025, listed once. */
export interface Ground {
  province: Unit
  present: readonly Unit[]
  old: readonly Unit[]
  specialities: readonly Speciality[]
}

/** Every name by which a place within a commune may be called: its own, its district's, and of a present one those of its predecessors. */
function namesAround(gazetteer: Gazetteer, commune: Unit): string[] {
  const before = predecessorsOf(gazetteer, commune).map((succession) => succession.unit)
  return [commune, ...before].flatMap((unit) => [unit, ...ancestorsOf(unit)]).map((unit) => fold(unit.name))
}

function isNamedAfter(speciality: string, place: string): boolean {
  return place.length > 2 && !/\d/.test(place) && speciality.endsWith(` ${place}`)
}

/** Looks up a province's communes of both schemes, and which of them each speciality belongs to by its name. */
export function groundOf(gazetteer: Gazetteer, province: Unit): Ground {
  const present = communesOf(province)
  const old = oldProvincesOf(gazetteer, province).flatMap(communesOf)
  const named = [...present, ...old].map((unit) => ({ unit, names: [...new Set(namesAround(gazetteer, unit))] }))
  const known = [...specialitiesOf(province.code)].flatMap(([kindKey, names]) =>
    names.map((name) => ({ kindKey, name })),
  )
  const specialities = known.map(({ kindKey, name }) => {
    const folded = fold(name)
    const found = named.filter(({ names }) => names.some((place) => isNamedAfter(folded, place)))
    // A village or a street is no unit of its own: then anywhere in the province.
    return { kindKey, name, communes: new Set((found.length > 0 ? found : named).map(({ unit }) => unit)) }
  })
  return { province, present, old, specialities }
}

function districtOf(gazetteer: Gazetteer, recorded: Unit): Unit {
  const [before] = recorded.scheme === '2025-' ? predecessorsOf(gazetteer, recorded) : []
  return (before?.unit ?? recorded).parent ?? recorded.province
}

function addressOf(chance: Chance, recorded: Unit, province: Unit): string {
  const hamlets = province.code < firstSouthern ? northernHamlets : southernHamlets
  return `${chance.pick(hamlets)} ${chance.pick(hamletNames)}, ${placeNameOf(recorded)}`
}

function chooseCommune(chance: Chance, ground: Ground, speciality: Speciality | null): Unit {
  const isOld = chance.happens(recordedBefore)
  const communes = isOld ? ground.old : ground.present
  const fitting = speciality === null ? communes : communes.filter((unit) => speciality.communes.has(unit))
  return chance.pick(fitting.length > 0 ? fitting : [...(speciality?.communes ?? communes)])
}

/** A place in the province: recorded at a commune of before 01/07/2025 (then perhaps divided since), or at a present one. */
export function choosePlace(
  gazetteer: Gazetteer,
  ground: Ground,
  { chance, speciality }: { chance: Chance; speciality: Speciality | null },
): DemonstrationPlace {
  const recorded = chooseCommune(chance, ground, speciality)
  const present = presentPlaceOf(gazetteer, recorded)
  const { province } = ground
  const oldProvince = oldProvinceOf(gazetteer, recorded) ?? oldProvincesOf(gazetteer, province)[0] ?? province
  return {
    columns: {
      addressText: addressOf(chance, recorded, province),
      unitScheme: recorded.scheme,
      unitCode: recorded.code,
      provinceCode: province.code,
      communeCode: present.state === 'decided' ? present.commune.code : null,
      placeState: present.state,
    },
    name: /\d/.test(recorded.name) ? null : recorded.name,
    recorded,
    province,
    oldProvince,
    district: districtOf(gazetteer, recorded),
  }
}
