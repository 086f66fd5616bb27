import type { Chance } from '../random.ts'
import type { Palette } from './palette.ts'
import { box, ellipse, leaf, line, lit, mark, moved, path, shadow, twig } from './shapes.ts'

type Draw = (palette: Palette, chance: Chance) => string

function paperLabel(palette: Palette, at: readonly [number, number], size: readonly [number, number]): string {
  const [x, y] = at
  const [wide, high] = size
  const lines = [0.68, 0.78, 0.88].map((part, index) =>
    box([x + wide * (0.22 + index * 0.05), y + high * part], [wide * (0.56 - index * 0.1), 6], palette.wallLow, 3),
  )
  return (
    box(at, size, palette.paper, 6) +
    box([x, y], [wide, 12], palette.accent, 6) +
    mark(x + wide / 2, y + high * 0.38, { ring: palette.bodyDeep, leaf: palette.leaf, scale: wide / 190 }) +
    lines.join('')
  )
}

/** A glass jar with a cloth tied over its lid; what is inside shows above the label. */
export const jar: Draw = (palette, chance) => {
  const glass =
    'M-140 -300C-168 -280 -170 -250 -170 -220L-170 -40C-170 -10 -150 0 -120 0L120 0C150 0 170 -10 170 -40L170 -220C170 -250 168 -280 140 -300Z'
  const pieces = Array.from({ length: 46 }, () => {
    const x = chance.between(-140, 140)
    const y = chance.between(-232, -24)
    return ellipse(
      [x, y],
      [chance.between(16, 30), chance.between(12, 22)],
      chance.pick([palette.body, palette.bodyDeep, palette.accent]),
      { transform: `rotate(${chance.below(90)} ${x} ${y})` },
    )
  })
  const cloth =
    'M-152 -316C-120 -352 120 -352 152 -316L172 -270Q120 -288 84 -268Q40 -292 0 -268Q-40 -292 -84 -268Q-120 -288 -172 -270Z'
  return (
    shadow(0, 0, 175) +
    path(glass, palette.bodyDeep, { opacity: 0.55 }) +
    pieces.join('') +
    path(glass, palette.paper, { opacity: 0.16 }) +
    path(glass, 'url(#round)') +
    paperLabel(palette, [-104, -196], [208, 158]) +
    lit(cloth, palette.accent) +
    line('M-150 -302Q0 -276 150 -302', palette.paper, 6) +
    box([-150, -250], [16, 190], '#ffffff55', 8)
  )
}

/** A low honey jar with a wooden dipper. */
export const honey: Draw = (palette) => {
  const body =
    'M-132 -250C-176 -236 -182 -200 -182 -170L-182 -60C-182 -14 -160 0 -126 0L126 0C160 0 182 -14 182 -60L182 -170C182 -200 176 -236 132 -250Z'
  const dipper = [0, 1, 2, 3, 4].map((ring) =>
    ellipse([0, -ring * 17], [30 - Math.abs(ring - 2) * 5, 11], ring % 2 ? '#b98443' : '#d3a05c'),
  )
  return (
    shadow(10, 0, 200) +
    path(body, '#c77a12') +
    path('M-182 -190L182 -190L182 -60C182 -14 160 0 126 0L-126 0C-160 0 -182 -14 -182 -60Z', '#e3a021') +
    path(body, 'url(#round)') +
    paperLabel(palette, [-110, -176], [220, 142]) +
    lit('M-146 -300L146 -300Q158 -300 158 -288L158 -250L-158 -250L-158 -288Q-158 -300 -146 -300Z', palette.bodyDeep) +
    box([-158, -240], [16, 150], '#ffffff66', 8) +
    shadow(285, 34, 90) +
    moved(line('M0 -70L0 -250', '#b98443', 14) + dipper.join(''), { x: 330, y: 6, turn: -64 }) +
    ellipse([322, 26], [52, 14], '#e3a021', { opacity: 0.9 })
  )
}

/** A tall bottle with a cork or cap, and a small glass beside it. */
export const bottle: Draw = (palette, chance) => {
  const tall = chance.between(430, 490)
  const body = `M-26 ${-tall}L26 ${-tall}L30 ${-tall + 120}C36 ${-tall + 170} 92 ${-tall + 176} 92 ${-tall + 240}L92 -26Q92 0 66 0L-66 0Q-92 0 -92 -26L-92 ${-tall + 240}C-92 ${-tall + 176} -36 ${-tall + 170} -30 ${-tall + 120}Z`
  const glass = 'M-54 -112L54 -112L42 -8Q40 0 30 0L-30 0Q-40 0 -42 -8Z'
  return (
    shadow(0, 0, 104) +
    lit(body, palette.body) +
    path(body, palette.bodyDeep, { opacity: 0.25 }) +
    paperLabel(palette, [-78, -236], [156, 180]) +
    box([-72, -tall + 250], [12, 150], '#ffffff66', 6) +
    box([-30, -tall - 34], [60, 62], palette.accent, 8) +
    box([-30, -tall - 34], [60, 62], 'url(#round)', 8) +
    shadow(240, 20, 62) +
    moved(
      path('M-49 -64L49 -64L42 -8Q40 0 30 0L-30 0Q-40 0 -42 -8Z', palette.body, { opacity: 0.85 }) +
        path(glass, '#ffffff', { opacity: 0.28 }) +
        ellipse([0, -64], [49, 10], palette.accent, { opacity: 0.55 }) +
        ellipse([0, -112], [54, 11], 'none', { stroke: '#ffffffaa', 'stroke-width': 4 }),
      { x: 240, y: 14 },
    )
  )
}

/** Two small vials with droppers and a sprig. */
export const vial: Draw = (palette) => {
  const body =
    'M-34 -190L34 -190L34 -164Q78 -150 78 -110L78 -20Q78 0 58 0L-58 0Q-78 0 -78 -20L-78 -110Q-78 -150 -34 -164Z'
  const one = (colour: string) =>
    shadow(0, 0, 84) +
    lit(body, colour) +
    box([-62, -110], [124, 82], palette.paper, 6) +
    mark(0, -70, { ring: palette.bodyDeep, leaf: palette.leaf, scale: 0.74 }) +
    box([-38, -236], [76, 52], '#3b332c', 8) +
    lit('M-18 -300Q0 -316 18 -300L22 -236L-22 -236Z', palette.accent) +
    box([-66, -130], [10, 90], '#ffffff66', 5)
  return (
    moved(one('#8a4b1c'), { x: -104, y: -6, scale: 1.24 }) +
    moved(one(palette.bodyDeep), { x: 122, y: 12 }) +
    moved(twig(palette.leaf, palette.leafDeep, 5), { x: 210, y: 54, scale: 1.1, turn: 6 })
  )
}

/** A glazed pot with a low belly and a narrow neck; two strokes of decoration. */
export const pot: Draw = (palette, chance) => {
  const belly = chance.between(178, 214)
  const body = `M-70 -430Q-84 -424 -80 -410L-64 -376C-60 -330 -${belly} -300 -${belly} -180C-${belly} -70 -120 0 -88 0L88 0C120 0 ${belly} -70 ${belly} -180C${belly} -300 60 -330 64 -376L80 -410Q84 -424 70 -430Z`
  const waves = [-250, -222].map((y) =>
    line(
      `M${-belly + 26} ${y}${Array.from({ length: 6 }, () => `q${(belly - 26) / 6} -22 ${(belly - 26) / 3} 0`).join('')}`,
      palette.paper,
      5,
    ),
  )
  const petals = Array.from({ length: 7 }, (_, index) =>
    moved(leaf(palette.paper, palette.accent), { x: 0, y: -110, scale: 0.66, turn: -72 + index * 24 }),
  )
  return (
    shadow(0, 0, belly) +
    lit(body, palette.body) +
    `<g opacity="0.85">${waves.join('')}${petals.join('')}</g>` +
    path(`M-88 0C-110 -6 -140 -34 -160 -70Q0 -40 160 -70C140 -34 110 -6 88 0Z`, palette.bodyDeep, { opacity: 0.5 }) +
    ellipse([0, -424], [74, 15], palette.bodyDeep) +
    ellipse([-belly * 0.52, -210], [16, 66], '#ffffff', {
      opacity: 0.35,
      transform: `rotate(12 ${-belly * 0.52} -210)`,
    })
  )
}

/** A bowl of noodles with steam and chopsticks. */
export const bowl: Draw = (palette, chance) => {
  const strands = Array.from({ length: 15 }, (_, index) => {
    const x = -190 + index * 26
    return line(
      `M${x} -196q${chance.between(10, 30)} -${chance.between(24, 44)} ${chance.between(44, 66)} ${chance.between(-8, 8)}`,
      index % 2 ? '#f4e6c2' : '#e7d3a3',
      9,
    )
  })
  const steam = [-60, 20, 90].map((x, index) => line(`M${x} -300q-26 -40 0 -76t0 ${-70 - index * 12}`, '#ffffff55', 10))
  return (
    shadow(0, 4, 215) +
    steam.join('') +
    ellipse([0, -196], [232, 54], palette.bodyDeep) +
    ellipse([0, -194], [214, 46], '#d9b57b') +
    strands.join('') +
    moved(leaf(palette.leaf, palette.leafDeep), { x: 60, y: -196, scale: 0.7, turn: 70 }) +
    moved(leaf(palette.leafDeep, palette.leaf), { x: 40, y: -204, scale: 0.6, turn: 30 }) +
    ellipse([-70, -214], [34, 17], '#c9472f') +
    lit(
      'M-232 -196C-232 -70 -120 -26 -96 -20L-90 0L90 0L96 -20C120 -26 232 -70 232 -196C232 -150 130 -142 0 -142C-130 -142 -232 -150 -232 -196Z',
      palette.body,
    ) +
    line('M-190 -108Q0 -60 190 -108', palette.paper, 6) +
    line('M120 -232L372 -330', '#7a4a28', 11) +
    line('M136 -214L384 -296', '#8f5a33', 11)
  )
}
