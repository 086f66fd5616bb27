import sharp from 'sharp'
import type { Drawing } from '../kinds/kind.ts'
import { type Chance, chanceOf } from '../random.ts'
import { bonsai, house, pond, silk, weave } from './crafts.ts'
import { basket, crate, eggs, flower, tray } from './harvest.ts'
import { boxed, cakes, coffee, pouch, sack } from './packs.ts'
import { type Palette, palettes } from './palette.ts'
import { box, ellipse, height, moved, path, tableTop, width } from './shapes.ts'
import { bottle, bowl, honey, jar, pot, vial } from './vessels.ts'

const draw: Record<Drawing, (palette: Palette, chance: Chance) => string> = {
  jar,
  honey,
  bottle,
  vial,
  pouch,
  coffee,
  sack,
  basket,
  crate,
  eggs,
  bowl,
  cakes,
  tray,
  box: boxed,
  silk,
  pot,
  weave,
  flower,
  bonsai,
  pond,
  house,
}
/** Where the foot of the thing stands, and how large it is drawn. */
const standing: Partial<Record<Drawing, { y: number; scale: number }>> = {
  pond: { y: 700, scale: 1 },
  house: { y: 640, scale: 1 },
  tray: { y: 720, scale: 1.05 },
  silk: { y: 700, scale: 1 },
  eggs: { y: 740, scale: 1.2 },
  cakes: { y: 740, scale: 1.2 },
  vial: { y: 740, scale: 1.25 },
  honey: { y: 740, scale: 1.25 },
}
const usual = { y: 740, scale: 1.12 }

const definitions = `<defs>
<linearGradient id="round" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".16"/><stop offset=".24" stop-color="#fff" stop-opacity=".24"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></linearGradient>
<radialGradient id="light" cx=".28" cy=".2" r=".9"><stop offset="0" stop-color="#fffaf0" stop-opacity=".75"/><stop offset=".6" stop-color="#fffaf0" stop-opacity="0"/><stop offset="1" stop-color="#1d120a" stop-opacity=".16"/></radialGradient>
<radialGradient id="shade"><stop offset="0" stop-color="#2a1c10" stop-opacity=".5"/><stop offset=".55" stop-color="#2a1c10" stop-opacity=".3"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0"/></radialGradient>
</defs>`

function backdrop(palette: Palette, chance: Chance): string {
  const sun = chance.between(280, 920)
  const round = chance.happens(0.6) ? ellipse([sun, 300], [230, 230], palette.paper, { opacity: 0.35 }) : ''
  const arch = `M${sun - 190} ${tableTop}L${sun - 190} 300A190 190 0 0 1 ${sun + 190} 300L${sun + 190} ${tableTop}Z`
  return (
    box([0, 0], [width, height], palette.wall) +
    (round || path(arch, palette.wallLow, { opacity: 0.75 })) +
    box([0, tableTop], [width, height - tableTop], palette.table) +
    box([0, tableTop], [width, 10], palette.tableEdge) +
    path(
      `M0 ${tableTop + 130}Q600 ${tableTop + 100} ${width} ${tableTop + 150}L${width} ${tableTop + 156}Q600 ${tableTop + 108} 0 ${tableTop + 136}Z`,
      palette.tableEdge,
      { opacity: 0.35 },
    )
  )
}

/** Drawn at 960 × 720: crisp on a page, and a third cheaper to encode than the full 1200 × 900. */
const drawnAt = 0.8

/** A still life of the kind of product as SVG, 960 × 720; the seed decides colours and arrangement. */
export function drawStillLife(drawing: Drawing, seed: string): string {
  const chance = chanceOf(`picture/${seed}`)
  const palette = chance.pick(palettes)
  const { y, scale } = standing[drawing] ?? usual
  const thing = draw[drawing](palette, chance)
  const x = drawing === 'house' ? 600 : chance.between(540, 600)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * drawnAt}" height="${height * drawnAt}" viewBox="0 0 ${width} ${height}">${definitions}` +
    `${backdrop(palette, chance)}${moved(thing, { x, y, scale })}${box([0, 0], [width, height], 'url(#light)')}</svg>`
  )
}

/** The still life as PNG: the product's door takes pictures, not drawings. */
export function rasterise(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 3 }).toBuffer()
}
