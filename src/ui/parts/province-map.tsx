import type { Language } from '../addresses.ts'
import { formatNumber } from '../format/format-number.ts'
import { fill, uiWords } from '../locale/words.ts'
import shapes from '../map/provinces.json' with { type: 'json' }

export interface MapProvince {
  code: string
  name: string
  address: string
  products: number
}

interface MapFacts {
  provinces: readonly MapProvince[]
  language: Language
  /** code of the province that the page is about */
  here?: string
}

/** How deep a province is coloured: by its share of the largest, in four steps. */
function depthOf(products: number, most: number): number {
  if (products === 0 || most === 0) return 0
  return Math.min(4, 1 + Math.floor((3.999 * products) / most))
}

/** The label of each archipelago stands under its islands, clear of the mainland. */
const labelPlaces: Readonly<Record<string, readonly [number, number]>> = {
  'hoang-sa': [690, 618],
  'truong-sa': [820, 850],
}

function Archipelagos({ language }: { language: Language }) {
  const words = uiWords(language).map
  return shapes.archipelagos.map(({ id, dots }) => {
    const [x, y] = labelPlaces[id] ?? [0, 0]
    return (
      <g key={id}>
        {dots.map(([cx, cy]) => (
          <circle key={`${cx} ${cy}`} className="isle" cx={cx} cy={cy} r="5" />
        ))}
        <text x={x} y={y} textAnchor="middle">
          {id === 'hoang-sa' ? words.hoangSa : words.truongSa}
        </text>
      </g>
    )
  })
}

/** The country as it is divided since 01/07/2025, both archipelagos included; each province leads to its page. */
export function ProvinceMap({ provinces, language, here }: MapFacts) {
  const words = uiWords(language)
  const most = Math.max(0, ...provinces.map(({ products }) => products))
  const byCode = new Map(provinces.map((province) => [province.code, province]))
  return (
    <svg className="map" viewBox={`0 0 ${shapes.width} ${shapes.height}`}>
      <title>{words.map.title}</title>
      {shapes.provinces.map(({ code, path }) => {
        const province = byCode.get(code)
        if (province === undefined) return <path key={code} d={path} />
        const { address, name, products } = province
        const label = `${name}: ${fill(words.products, { count: formatNumber(products, language) })}`
        return (
          <a
            key={code}
            href={address}
            className={code === here ? 'here' : `d${depthOf(products, most)}`}
            aria-label={label}
            tabIndex={-1}
          >
            <title>{label}</title>
            <path d={path} />
          </a>
        )
      })}
      <Archipelagos language={language} />
    </svg>
  )
}

/** The same as the map, as text: every province with its number of products. */
export function ProvinceList({ provinces, language, here }: MapFacts) {
  return (
    <ul className="names">
      {provinces.map(({ address, code, name, products }) => (
        <li key={code}>
          <a href={address} {...(code === here && { 'aria-current': 'page' as const })}>
            {name}
          </a>
          <span className="num quiet">{formatNumber(products, language)}</span>
        </li>
      ))}
    </ul>
  )
}
