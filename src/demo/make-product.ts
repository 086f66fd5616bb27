import type { Keeping, ProductKind } from './kinds/kind.ts'
import type { DemonstrationProducer } from './make-producer.ts'
import type { DemonstrationPlace, Speciality } from './places.ts'
import type { Chance } from './random.ts'
import { describe, tellStory } from './tell-story.ts'

/** A product without its producer's id, as it will be registered. */
export interface DemonstrationProduct {
  name: string
  setCode: string
  gtin: string | null
  description: string
  story: string
  ingredients: string
  usage: string
  storage: string
  packaging: string
  season: string
  capacity: string
  priceMin: number
  priceMax: number
  priceUnit: string
}

const storage: Record<Keeping, readonly string[]> = {
  dry: ['Để nơi khô ráo, thoáng mát, tránh ánh nắng trực tiếp.', 'Bảo quản ở nhiệt độ thường; đậy kín sau khi mở.'],
  cool: ['Bảo quản ngăn mát 2–6 °C.', 'Giữ ở 0–5 °C; dùng trong 3 ngày sau khi mở.'],
  frozen: ['Cấp đông ở –18 °C; không cấp đông lại sau khi rã đông.'],
  fresh: ['Để nơi thoáng, dùng trong 5 ngày.', 'Bảo quản ngăn mát, không rửa trước khi cất.'],
  craft: ['Tránh ẩm và nắng gắt; lau bằng khăn mềm khô.'],
  living: ['Giao tận nơi; chăm theo thẻ hướng dẫn đi kèm.'],
  visit: ['Mang theo giấy tờ tuỳ thân; nhận phòng từ 14 giờ.'],
}
const capacities: Record<Keeping, readonly string[]> = {
  dry: ['sản phẩm một tháng', 'gói một năm'],
  cool: ['sản phẩm một tháng', 'kg một tháng'],
  frozen: ['kg một tháng'],
  fresh: ['kg một vụ', 'tạ một vụ'],
  craft: ['chiếc một tháng'],
  living: ['cây hoặc con một năm'],
  visit: ['lượt khách một tháng'],
}
const amounts = [80, 120, 150, 200, 300, 450, 500, 800, 1200, 1500, 2000, 3500, 5000]

/** GS1 numbers from 8930000 on: Vietnam's prefix with a company number that stands for nobody, and the right check digit. */
export function demonstrationGtin(serial: number): string {
  const body = `8930000${String(serial % 100_000).padStart(5, '0')}`
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

interface Setting {
  kind: ProductKind
  producer: DemonstrationProducer
  place: DemonstrationPlace
  /** what the province is known for */
  specialities: readonly Speciality[]
  /** numbers the products of the whole demonstration */
  serial: number
  /** names that the producer has used */
  used: ReadonlySet<string>
}

function nameOnce(chance: Chance, { kind, producer, place, specialities }: Setting): string {
  const known = specialities.filter((each) => each.kindKey === kind.key && each.communes.has(place.recorded))
  const adjective = chance.pick(kind.qualities)
  const isKnown = known.length > 0 && chance.happens(0.6)
  const bare = isKnown ? chance.pick(known).name : chance.pick(kind.names)
  const quality = bare.includes(adjective) ? '' : adjective
  const tail = isKnown ? knownTail(chance, quality, producer.brand) : [quality, tailOf(chance, place, producer.brand)]
  return [bare, ...tail].filter(Boolean).join(' ')
}

/** A name that people know already is followed by one word at most. */
function knownTail(chance: Chance, quality: string, brand: string): string[] {
  return [chance.happens(0.35) ? quality : chance.happens(0.5) ? brand : '']
}

function tailOf(chance: Chance, place: DemonstrationPlace, brand: string): string {
  if (chance.happens(0.55) && place.name !== null) return place.name
  return chance.happens(0.75) ? brand : ''
}

function nameOf(chance: Chance, setting: Setting): string {
  for (let turn = 0; turn < 20; turn++) {
    const name = nameOnce(chance, setting)
    if (!setting.used.has(name)) return name
  }
  return `${nameOnce(chance, setting)} số ${setting.used.size + 1}`
}

/** The step in which prices of a height are asked, in thousand đồng. */
function roundPrice(thousands: number): number {
  const step = thousands < 50 ? 1 : thousands < 200 ? 5 : thousands < 1000 ? 10 : 50
  return Math.max(step, Math.round(thousands / step) * step) * 1000
}

function priceOf(chance: Chance, kind: ProductKind) {
  const pack = chance.pick(kind.packs)
  const low = roundPrice(chance.between(pack.low, pack.high))
  const high = chance.happens(0.6) ? low : roundPrice((low / 1000) * (1 + chance.between(5, 30) / 100))
  return { pack, priceMin: low, priceMax: Math.max(low, high), priceUnit: `đồng/${pack.unit}` }
}

/** Makes up a product of a kind for a producer; the same chance makes the same product. */
export function makeProduct(chance: Chance, setting: Setting): DemonstrationProduct {
  const { kind, producer, place, serial } = setting
  const name = nameOf(chance, setting)
  const { pack, ...price } = priceOf(chance, kind)
  const subject = {
    product: name,
    producer: producer.entry.name,
    place: place.name ?? place.district.name,
    province: place.province.name,
    material: kind.material,
    craft: kind.craft,
    taste: kind.taste,
    since: producer.since,
  }
  return {
    name,
    setCode: kind.setCode,
    gtin: kind.keeping !== 'visit' && chance.happens(0.45) ? demonstrationGtin(serial) : null,
    description: describe(chance, subject),
    story: tellStory(chance, subject),
    ingredients: chance.pick(kind.ingredients),
    usage: chance.pick(kind.usage),
    storage: chance.pick(storage[kind.keeping]),
    packaging: pack.label,
    season: chance.pick(kind.season),
    capacity: `${new Intl.NumberFormat('vi-VN').format(chance.pick(amounts))} ${chance.pick(capacities[kind.keeping])}`,
    ...price,
  }
}
