/** How a product of this kind is drawn. */
export const drawings = [
  'jar',
  'honey',
  'bottle',
  'vial',
  'pouch',
  'coffee',
  'sack',
  'basket',
  'crate',
  'eggs',
  'bowl',
  'cakes',
  'tray',
  'box',
  'silk',
  'pot',
  'weave',
  'flower',
  'bonsai',
  'pond',
  'house',
] as const
export type Drawing = (typeof drawings)[number]

/** Where and how a product keeps. */
export type Keeping = 'dry' | 'cool' | 'frozen' | 'fresh' | 'craft' | 'living' | 'visit'

/** A pack with the price span in thousand đồng. */
export interface Pack {
  label: string
  unit: string
  low: number
  high: number
}

/** One kind of product: everything that its names, texts and prices are put together from. */
export interface ProductKind {
  key: string
  setCode: string
  /** percent of all demonstration products */
  weight: number
  drawing: Drawing
  /** the word of the trade in producers' names: "Hợp tác xã chè …" */
  trade: string
  /** present provinces where it is at home; empty: everywhere alike */
  home: readonly string[]
  /** made nowhere else */
  onlyAtHome: boolean
  names: readonly string[]
  qualities: readonly string[]
  /** what it is made from, as a sentence of the story calls it */
  material: string
  craft: readonly string[]
  taste: readonly string[]
  ingredients: readonly string[]
  usage: readonly string[]
  keeping: Keeping
  packs: readonly Pack[]
  season: readonly string[]
}

interface KindText {
  key: string
  set: string
  weight: number
  drawing: Drawing
  trade: string
  home?: string
  onlyAtHome?: boolean
  names: string
  qualities?: string
  material: string
  craft: string
  taste: string
  ingredients: string
  usage: string
  keeping: Keeping
  packs: string
  season?: string
}

const parts = (text: string) => text.split('|')

/** "Hộp 100 g=90-160" → a pack of 90 to 160 thousand đồng. */
function toPack(text: string): Pack {
  const [label = '', prices = ''] = text.split('=')
  const [low = 0, high = low] = prices.split('-').map(Number)
  return { label, unit: label.split(' ')[0]?.toLowerCase() ?? '', low, high }
}

/** Reads a kind from its short form, where a bar parts the choices. */
export function kind(text: KindText): ProductKind {
  return {
    key: text.key,
    setCode: text.set,
    weight: text.weight,
    drawing: text.drawing,
    trade: text.trade,
    home: text.home?.split(' ') ?? [],
    onlyAtHome: text.onlyAtHome ?? false,
    names: parts(text.names),
    qualities: parts(text.qualities ?? '||hữu cơ|VietGAP|đặc biệt'),
    material: text.material,
    craft: parts(text.craft),
    taste: parts(text.taste),
    ingredients: parts(text.ingredients),
    usage: parts(text.usage),
    keeping: text.keeping,
    packs: parts(text.packs).map(toPack),
    season: parts(text.season ?? 'Quanh năm'),
  }
}
