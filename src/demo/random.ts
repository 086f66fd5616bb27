/** Chance with a memory: the same seed tells the same story on every machine. */
export interface Chance {
  /** a whole number from 0 to below `end` */
  below: (end: number) => number
  /** a whole number from `first` to `last`, both included */
  between: (first: number, last: number) => number
  /** true in so many cases of one */
  happens: (share: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** `count` different items, in the order of the list */
  some: <Item>(items: readonly Item[], count: number) => Item[]
  /** an item whose weight decides how often it comes */
  weighted: <Item extends { weight: number }>(items: readonly Item[]) => Item
}

/** xmur3 of the seed text, so that neighbouring seeds do not resemble each other. */
function stateOf(seed: string): number {
  let hash = 1779033703 ^ seed.length
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return hash >>> 0
}

/** The generator mulberry32 over a text seed; no clock and no Math.random, so a demonstration can be made again exactly. */
export function chanceOf(seed: string): Chance {
  let state = stateOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    happens: (share) => next() < share,
    pick: (items) => at(items, below(items.length)),
    some: (items, count) => some(items, count, next),
    weighted: (items) => weighted(items, next()),
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

function some<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  let wanted = Math.min(count, items.length)
  return items.filter((_, index) => {
    const isTaken = next() < wanted / (items.length - index)
    if (isTaken) wanted -= 1
    return isTaken
  })
}

function weighted<Item extends { weight: number }>(items: readonly Item[], share: number): Item {
  let rest = share * items.reduce((sum, item) => sum + item.weight, 0)
  const found = items.find((item) => {
    rest -= item.weight
    return rest < 0
  })
  return found ?? at(items, items.length - 1)
}
