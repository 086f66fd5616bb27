import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aGazetteer } from '../domains/administrative-units/testing.ts'
import { isTaxNumberValid } from '../domains/producers/index.ts'
import { isGtinValid, readLegalCode } from '../domains/products/index.ts'
import { kinds } from './kinds/all-kinds.ts'
import { drawings } from './kinds/kind.ts'
import { drawStillLife } from './pictures/draw-picture.ts'
import {
  type PlannedProducer,
  type PlannedProduct,
  type ProvincePlan,
  planDemonstration,
} from './plan-demonstration.ts'

const today = '2026-11-24'
const size = 3000
let plans: ProvincePlan[]
let producers: PlannedProducer[]
let products: PlannedProduct[]

async function plan(): Promise<ProvincePlan[]> {
  return [...planDemonstration(await aGazetteer(), { products: size, today })]
}

function digest(made: ProvincePlan[]): string {
  const hash = createHash('sha256')
  for (const { province, producers: each } of made) {
    hash.update(province.code)
    for (const { producer, place, products: own } of each) hash.update(JSON.stringify([producer, place.columns, own]))
  }
  return hash.digest('hex')
}

function shareOf<Item>(items: readonly Item[], isMeant: (item: Item) => boolean): number {
  return items.filter(isMeant).length / items.length
}

beforeAll(async () => {
  plans = await plan()
  producers = plans.flatMap((each) => each.producers)
  products = producers.flatMap((each) => each.products)
})

describe('the demonstration', () => {
  test('the same seed and day make the same register', async () => {
    expect(digest(await plan())).toBe(digest(plans))
  })

  test('has the asked number of products, of the programme’s proportion of producers, in all 34 provinces', () => {
    expect(products).toHaveLength(size)
    expect(Math.abs(producers.length - (size * 9_800) / 17_000)).toBeLessThan(20)
    expect(plans).toHaveLength(34)
    expect(plans.every((each) => each.producers.length > 0)).toBe(true)
  })

  test('keeps the programme’s shares of stars', () => {
    expect(products.filter(({ star }) => star === 5)).toHaveLength(Math.round((size * 126) / 17_000))
    expect(shareOf(products, ({ star }) => star === 4)).toBeCloseTo(0.23, 1)
  })

  test('keeps the programme’s shares of kinds of producer', () => {
    const kindShare = (...wanted: string[]) =>
      shareOf(producers, ({ producer }) => wanted.includes(producer.entry.kindCode))
    expect(kindShare('cooperative')).toBeCloseTo(0.33, 1)
    expect(kindShare('enterprise')).toBeCloseTo(0.25, 1)
    expect(kindShare('household', 'household-business')).toBeCloseTo(0.34, 1)
  })

  test('covers the 26 sets', () => {
    expect(new Set(kinds.map((kind) => kind.setCode)).size).toBe(26)
  })

  test('shows places recorded before the communes were merged beside present ones, some divided since', () => {
    expect(shareOf(producers, ({ place }) => place.columns.unitScheme === '2004-2025')).toBeCloseTo(0.42, 1)
    expect(producers.some(({ place }) => place.columns.placeState === 'undecided')).toBe(true)
    expect(
      producers.every(({ place }) => (place.columns.placeState === 'decided') === (place.columns.communeCode !== null)),
    ).toBe(true)
  })

  test('its trade item numbers, tax numbers and legal codes are well formed and used once', () => {
    const gtins = products.flatMap(({ product }) => product.gtin ?? [])
    const taxNumbers = producers.flatMap(({ producer }) => producer.entry.taxNumber ?? [])
    const codes = products.flatMap(({ code }) => code ?? [])
    expect(gtins.every((gtin) => gtin.startsWith('893') && isGtinValid(gtin))).toBe(true)
    expect(taxNumbers.every(isTaxNumberValid)).toBe(true)
    expect(codes.every((code) => readLegalCode(code)?.code === code)).toBe(true)
    expect(new Set(gtins).size).toBe(gtins.length)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('names no person: no representative, telephone, mail or site, and tax numbers that no office gives out', () => {
    for (const { producer } of producers) {
      const { representative, phone, email, website, taxNumber } = producer.entry
      expect([representative, phone, email, website]).toEqual([undefined, undefined, undefined, undefined])
      expect(taxNumber === null || taxNumber?.startsWith('99')).toBe(true)
    }
  })

  test('no decision lies after its day, and one number stands for one day and one authority', () => {
    const told = products.flatMap(({ history }) => history.recognitions.flatMap(({ decision }) => decision ?? []))
    expect(told.every((decision) => decision.decidedOn <= today)).toBe(true)
    const byKey = new Map(told.map((decision) => [decision.key, decision]))
    for (const decision of told) expect(decision).toEqual(byKey.get(decision.key))
  })

  test('a product’s recognitions follow each other, and the newest carries its star', () => {
    for (const { history, star } of products) {
      const days = history.recognitions.map(
        ({ decision, decidedYear }) => decision?.decidedOn ?? `${decidedYear}-01-01`,
      )
      expect(days.toSorted()).toEqual(days)
      expect(new Set(days).size).toBe(days.length)
      expect(history.recognitions.at(-1)?.star).toBe(star)
    }
  })

  test('some are upgraded, re-evaluated, known by year alone, suspended or revoked', () => {
    const kindsTold = new Set(products.flatMap(({ history }) => history.recognitions.map(({ kind }) => kind)))
    expect([...kindsTold].sort()).toEqual(['first', 'historical', 're-evaluation', 'upgrade'])
    expect(products.some(({ history }) => history.events.length > 0)).toBe(true)
  })

  test('stories do not read alike', () => {
    const stories = products.map(({ product }) => product.story)
    expect(new Set(stories).size).toBe(stories.length)
    expect(stories.every((story) => story.split('\n\n').length >= 2)).toBe(true)
    expect(stories.every((story) => !/[{}]/.test(story))).toBe(true)
  })

  test('a picture of every kind is drawn whole, without letters, the same each time', () => {
    for (const drawing of drawings) {
      const svg = drawStillLife(drawing, 'một hạt giống')
      expect(svg).toBe(drawStillLife(drawing, 'một hạt giống'))
      expect(svg).not.toMatch(/NaN|undefined|<text/)
    }
  })
})
