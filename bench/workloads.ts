import { z } from 'zod'

/** One thing that is measured: addresses of the program; the reference servers answer the same addresses. */
export interface Workload {
  name: string
  paths: string[]
  isFresh: boolean
  /** whether a hand-written query answers it too */
  hasQuery: boolean
}

const things =
  'cà phê|chè shan tuyết|mật ong|nước mắm|gạo nếp|bánh gai|miến dong|rượu ngô|tiêu đen|trà atiso|mắc ca|hạt điều|tôm khô|chả mực|thịt trâu gác bếp|khăn thổ cẩm|gốm|bưởi da xanh|vải thiều|cam sành|nấm hương|yến sào|bánh tráng|kẹo dừa|tinh dầu tràm'.split(
    '|',
  )
const places = 'Lâm Đồng|Thái Nguyên|Quảng Ninh|Cà Mau|Hà Nội'.split('|')

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
}

/** A slip of the finger: two neighbouring letters change places, the same ones every time. */
function mistyped(text: string, seed: number): string {
  const letters = [...text]
  const at = 1 + (seed % Math.max(1, letters.length - 3))
  const [one = '', other = ''] = [letters[at], letters[at + 1]]
  letters.splice(at, 2, other, one)
  return letters.join('')
}

/** 200 different queries: a quarter each with accents, without, with a place, and mistyped. */
export function searchQueries(): string[] {
  const plain = things.flatMap((thing) => [thing, `${thing} hữu cơ`])
  const bare = plain.map(folded)
  const placed = things.flatMap((thing, index) => [
    `${thing} ${places[index % 5]}`,
    folded(`${thing} ${places[(index + 2) % 5]}`),
  ])
  const slips = things.flatMap((thing, index) => [mistyped(thing, index), mistyped(folded(thing), index + 3)])
  return [...new Set([...plain, ...bare, ...placed, ...slips])].slice(0, 200)
}

const provinces = ['68', '01', '19', '96', '40', '24', '15', '91']
const filters = provinces.flatMap((province) => [
  `province=${province}&star=4,5`,
  `province=${province}&group=I&standing=valid`,
  `group=II&kind=cooperative&province=${province}`,
  `province=${province}`,
])

const Items = z.object({ items: z.array(z.object({ publicId: z.string(), address: z.string() })) })

/** The workloads of a filled register; fifty products stand for all. */
export async function workloadsOf(url: string): Promise<Workload[]> {
  const answer = await fetch(`${url}/api/v1/products?limit=1000`)
  const { items } = Items.parse(await answer.json())
  const some = items.filter((_, index) => index % 20 === 0).slice(0, 50)
  const search = searchQueries().map((query) => `/api/v1/search?q=${encodeURIComponent(query)}`)
  const list = filters.map((filter) => `/api/v1/search?${filter}&sort=name`)
  const common = { isFresh: false, hasQuery: true }
  const json = some.map(({ publicId }) => `/api/v1/products/${publicId}`)
  const page = some.map(({ address }) => address)
  return [
    { ...common, name: 'product page', paths: page, hasQuery: false },
    { ...common, name: 'product JSON', paths: json },
    { ...common, name: 'search, 200 queries', paths: search },
    { ...common, name: 'list with facets', paths: list },
    { ...common, name: 'feed of 1,000', paths: ['/api/v1/products?limit=1000'] },
    { ...common, name: 'product page, no cache', paths: page, isFresh: true, hasQuery: false },
    { ...common, name: 'product JSON, no cache', paths: json, isFresh: true },
    { ...common, name: 'search, no cache', paths: search, isFresh: true },
    { ...common, name: 'list, no cache', paths: list, isFresh: true },
  ]
}
