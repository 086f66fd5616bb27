import type { Gazetteer, Unit } from '../domains/administrative-units/index.ts'
import { kinds } from './kinds/all-kinds.ts'
import type { ProductKind } from './kinds/kind.ts'
import { type DemonstrationProducer, makeProducer } from './make-producer.ts'
import { type DemonstrationProduct, makeProduct } from './make-product.ts'
import { type DemonstrationHistory, makeHistory } from './make-recognitions.ts'
import { choosePlace, type DemonstrationPlace, type Ground, groundOf, provinceWeights } from './places.ts'
import { type Chance, chanceOf } from './random.ts'

export interface PlannedProduct {
  product: DemonstrationProduct
  kind: ProductKind
  star: number
  history: DemonstrationHistory
  /** legal code by which it is also found; null for some, as in real lists */
  code: string | null
  /** draw a picture for it */
  isPictured: boolean
}

export interface PlannedProducer {
  producer: DemonstrationProducer
  place: DemonstrationPlace
  products: PlannedProduct[]
}

export interface ProvincePlan {
  province: Unit
  producers: PlannedProducer[]
}

/** How large the demonstration is, and the calendar day in Vietnam on which it is made. */
export interface Wish {
  products: number
  today: string
  seed?: string
  /** products that get a drawn picture beside all of five stars; 200, or a tenth where there are few, when left out */
  pictures?: number
  /** false leaves five-star products without a picture too */
  drawsFiveStars?: boolean
}

/** The programme's own proportions: 126 of 17,000 products with five stars, 23 % with four, 9,800 producers. */
const shares = { fiveStar: 126 / 17_000, fourStar: 0.23, producers: 9_800 / 17_000, coded: 0.6, known: 0.3 } as const

/** Splits a number among provinces by their weight, at least one each while there is enough. */
function spread(total: number, provinces: readonly Unit[]): Map<string, number> {
  const weightOf = (province: Unit) => provinceWeights[province.code] ?? 10
  const sum = provinces.reduce((all, province) => all + weightOf(province), 0)
  const base = total >= provinces.length ? 1 : 0
  const rest = total - base * provinces.length
  const exact = provinces.map((province) => ({ code: province.code, wanted: (rest * weightOf(province)) / sum }))
  const counts = new Map(exact.map(({ code, wanted }) => [code, base + Math.floor(wanted)]))
  let missing = total - [...counts.values()].reduce((all, count) => all + count, 0)
  for (const { code } of exact.toSorted((one, other) => (other.wanted % 1) - (one.wanted % 1))) {
    if (missing-- <= 0) break
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

/** How many products each producer has: one for most, a handful for some. */
function sizesOf(chance: Chance, products: number): number[] {
  const producers = Math.max(1, Math.round(products * shares.producers))
  const sizes = Array.from({ length: producers }, () => 1)
  for (let rest = products - producers; rest > 0; rest--) {
    // The power draws to the front: few producers have many products.
    const index = Math.floor((chance.below(100_000) / 100_000) ** 1.4 * producers)
    sizes[index] = (sizes[index] ?? 0) + 1
  }
  return sizes
}

interface Choice {
  kind: ProductKind
  weight: number
}

function kindsFor(province: Unit): Choice[] {
  return kinds.flatMap((kind) => {
    const isHome = kind.home.includes(province.code)
    if (kind.onlyAtHome && !isHome) return []
    const nearness = kind.home.length === 0 ? 1 : isHome ? (kind.onlyAtHome ? 2 : 1.8) : 0.6
    return [{ kind, weight: kind.weight * nearness }]
  })
}

interface Run {
  gazetteer: Gazetteer
  seed: string
  today: string
  fiveStars: ReadonlySet<number>
  pictured: ReadonlySet<number>
  drawsFiveStars: boolean
  serial: number
  running: Map<string, number>
}

/** The next legal code of a commune: four parts since 01/07/2025, with the district before (26/2026/QĐ-TTg, annex III). */
function codeOf(run: Run, place: DemonstrationPlace, history: DemonstrationHistory): string | null {
  const year = history.recognitions[0]?.decidedYear
  if (year === undefined || place.recorded.level !== 'commune') return null
  const { recorded } = place
  const parts =
    recorded.scheme === '2025-'
      ? [recorded.province.code, recorded.code]
      : [recorded.province.code, recorded.parent?.code ?? '', recorded.code]
  const prefix = parts.join('-')
  const number = (run.running.get(prefix) ?? 0) + 1
  run.running.set(prefix, number)
  return `${prefix}-${number}-${year}`
}

interface ProvinceRun {
  run: Run
  chance: Chance
  ground: Ground
  choices: readonly Choice[]
}

function planProduct(
  { run, chance, ground }: ProvinceRun,
  planned: PlannedProducer,
  kind: ProductKind,
): PlannedProduct {
  const serial = run.serial++
  const used = new Set(planned.products.map(({ product }) => product.name))
  const { producer, place } = planned
  const { specialities } = ground
  const product = makeProduct(chance, { kind, producer, place, specialities, serial, used })
  const star = run.fiveStars.has(serial) ? 5 : chance.happens(shares.fourStar) ? 4 : 3
  const history = makeHistory(chance, { seed: run.seed, today: run.today, place, star })
  const isCoded = chance.happens(shares.coded)
  const isPictured = (star === 5 && run.drawsFiveStars) || run.pictured.has(serial)
  return { product, kind, star, history, code: isCoded ? codeOf(run, place, history) : null, isPictured }
}

/** Some producers make what their place is known for; the others whatever suits the province. */
function chooseTrade({ chance, ground, choices }: ProvinceRun) {
  const speciality = chance.happens(shares.known) ? chance.pick(ground.specialities) : null
  const known = kinds.find((kind) => kind.key === speciality?.kindKey)
  return { speciality, kind: known ?? chance.weighted(choices).kind }
}

function planProducer(province: ProvinceRun, size: number): PlannedProducer {
  const { run, chance, ground, choices } = province
  const { speciality, kind } = chooseTrade(province)
  const place = choosePlace(run.gazetteer, ground, { chance, speciality })
  const latestYear = Number(run.today.slice(0, 4)) - 1
  const producer = makeProducer(chance, { kind, place, latestYear })
  const planned: PlannedProducer = { producer, place, products: [] }
  const isGuide = producer.entry.kindCode === 'tourism-association'
  for (let index = 0; index < size; index++) {
    const isOther = index > 0 && !isGuide && chance.happens(0.2)
    planned.products.push(planProduct(province, planned, isOther ? chance.weighted(choices).kind : kind))
  }
  return planned
}

function someOf(seed: string, all: number, count: number): ReadonlySet<number> {
  return new Set(
    chanceOf(seed).some(
      Array.from({ length: all }, (_, index) => index),
      count,
    ),
  )
}

/** Yields the demonstration province by province, from a seed and a day alone: the same wish makes the same register. */
export function* planDemonstration(gazetteer: Gazetteer, wish: Wish): Generator<ProvincePlan> {
  const { products, today, seed = 'ocop', pictures = Math.min(200, Math.round(products / 10)) } = wish
  const provinces = gazetteer.provinces.present
  const counts = spread(products, provinces)
  const run: Run = {
    gazetteer,
    seed,
    today,
    fiveStars: someOf(`${seed}/five`, products, Math.max(1, Math.round(products * shares.fiveStar))),
    pictured: someOf(`${seed}/pictured`, products, Math.min(pictures, products)),
    drawsFiveStars: wish.drawsFiveStars ?? true,
    serial: 0,
    running: new Map(),
  }
  for (const province of provinces) {
    const count = counts.get(province.code) ?? 0
    if (count === 0) continue
    const chance = chanceOf(`${seed}/${province.code}`)
    const each = { run, chance, ground: groundOf(gazetteer, province), choices: kindsFor(province) }
    yield { province, producers: sizesOf(chance, count).map((size) => planProducer(each, size)) }
  }
}
