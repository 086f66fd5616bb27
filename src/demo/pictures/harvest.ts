import type { Chance } from '../random.ts'
import type { Palette } from './palette.ts'
import { box, ellipse, leaf, line, lit, moved, path, shadow, twig } from './shapes.ts'

type Draw = (palette: Palette, chance: Chance) => string

interface Fruit {
  flesh: string
  deep: string
}
const fruits: readonly Fruit[] = [
  { flesh: '#e58a2c', deep: '#b9651a' },
  { flesh: '#b8c24a', deep: '#86922c' },
  { flesh: '#c23f45', deep: '#8f272f' },
  { flesh: '#e9bd3f', deep: '#bb8d1f' },
  { flesh: '#8a3c62', deep: '#642645' },
  { flesh: '#d96f55', deep: '#a94a36' },
]

function fruit(at: readonly [number, number], radius: number, { flesh, deep }: Fruit): string {
  const [x, y] = at
  return (
    ellipse(at, [radius, radius * 0.96], flesh) +
    path(
      `M${x - radius * 0.5} ${y + radius * 0.72}A${radius} ${radius * 0.96} 0 0 0 ${x + radius * 0.98} ${y}A${radius * 1.1} ${radius} 0 0 1 ${x - radius * 0.5} ${y + radius * 0.72}Z`,
      deep,
      { opacity: 0.55 },
    ) +
    ellipse([x - radius * 0.34, y - radius * 0.4], [radius * 0.2, radius * 0.13], '#ffffff', { opacity: 0.5 }) +
    line(`M${x} ${y - radius * 0.9}l4 -14`, '#5d4526', 5)
  )
}

/** Woven strips over a shape's box. */
function weaveLines(colour: string, size: { half: number; top: number }): string {
  const rows = Array.from({ length: 5 }, (_, row) =>
    line(
      `M${-size.half + 10 + row * 7} ${-size.top + 34 + row * 30}Q0 ${-size.top + 62 + row * 30} ${size.half - 10 - row * 7} ${-size.top + 34 + row * 30}`,
      colour,
      5,
    ),
  )
  const posts = Array.from({ length: 9 }, (_, post) =>
    line(
      `M${-size.half + 34 + (post * (size.half * 2 - 68)) / 8} ${-size.top + 30}L${(-size.half + 34) * 0.74 + (post * (size.half * 2 - 68) * 0.74) / 8} -8`,
      colour,
      4,
    ),
  )
  return `<g opacity="0.55">${rows.join('')}${posts.join('')}</g>`
}

/** A bamboo basket heaped with fruit. */
export const basket: Draw = (palette, chance) => {
  const kind = chance.pick(fruits)
  const heap = [
    [-150, -204],
    [-66, -222],
    [24, -226],
    [112, -214],
    [168, -196],
    [-106, -270],
    [-18, -290],
    [70, -278],
    [24, -336],
  ] as const
  return (
    shadow(0, 0, 225) +
    ellipse([0, -186], [240, 44], '#6b4627') +
    moved(leaf(palette.leaf, palette.leafDeep), { x: -150, y: -250, scale: 1, turn: -50 }) +
    moved(leaf(palette.leafDeep, palette.leaf), { x: 150, y: -250, scale: 1.1, turn: 56 }) +
    heap.map((at) => fruit([at[0] + chance.between(-6, 6), at[1]], chance.between(52, 60), kind)).join('') +
    lit('M-244 -190C-236 -90 -190 0 -160 0L160 0C190 0 236 -90 244 -190Q0 -132 -244 -190Z', '#b98a52') +
    weaveLines('#7c5529', { half: 236, top: 200 }) +
    line('M-244 -190Q0 -132 244 -190', '#8f6535', 16) +
    shadow(330, 44, 60) +
    fruit([330, -8], 56, kind) +
    moved(twig(palette.leaf, palette.leafDeep, 3), { x: -330, y: 40, turn: -8 })
  )
}

/** A wooden crate of vegetables. */
export const crate: Draw = (palette, chance) => {
  const carrots = [-196, -150, -112].map((x, index) =>
    moved(
      lit('M-24 -150Q0 -166 24 -150L8 10L-8 10Z', '#dd7a2b') +
        [-18, 0, 18]
          .map((turn) => moved(leaf(palette.leaf, palette.leafDeep), { x: 0, y: -150, scale: 0.7, turn }))
          .join(''),
      { x, y: -120, turn: -10 + index * 6 },
    ),
  )
  const cabbage =
    ellipse([20, -226], [104, 92], palette.leaf) +
    path('M-80 -226C-60 -310 60 -320 112 -240C70 -270 10 -270 -20 -190C-40 -230 -60 -240 -80 -226Z', palette.leafDeep, {
      opacity: 0.6,
    }) +
    line('M20 -150C10 -210 30 -260 60 -300', '#e9efc9', 5) +
    line('M14 -170C-20 -220 -40 -240 -66 -250', '#e9efc9', 4)
  const tomatoes = [
    [136, -196],
    [186, -232],
    [206, -176],
  ] as const
  const boards = [-172, -116, -60].map(
    (y) =>
      lit(`M-262 ${y}L262 ${y}L262 ${y + 48}L-262 ${y + 48}Z`, '#bd9462') +
      line(`M-240 ${y + 24}Q-60 ${y + chance.between(14, 32)} 240 ${y + 24}`, '#8f6a3f66', 3),
  )
  return (
    shadow(0, 0, 280) +
    box([-250, -180], [500, 60], '#5d4126') +
    carrots.join('') +
    cabbage +
    tomatoes.map((at) => fruit(at, 50, { flesh: '#c8402f', deep: '#96281c' })).join('') +
    boards.join('') +
    box([-262, -184], [34, 176], '#9c7444', 4) +
    box([228, -184], [34, 176], '#9c7444', 4)
  )
}

/** Eggs in a nest of straw. */
export const eggs: Draw = (_palette, chance) => {
  const straws = Array.from({ length: 60 }, () =>
    line(
      `M${chance.between(-250, 210)} ${chance.between(-60, 0)}q${chance.between(30, 80)} ${chance.between(-36, 14)} ${chance.between(70, 130)} ${chance.between(-10, 10)}`,
      chance.pick(['#d8b56a', '#c49c4c', '#e6cb8b']),
      6,
    ),
  )
  const laid = [
    [-130, -106],
    [0, -92],
    [128, -104],
    [-66, -150],
    [68, -152],
  ] as const
  return (
    shadow(0, 10, 290) +
    ellipse([0, -34], [280, 66], '#a67d3a') +
    straws.slice(0, 40).join('') +
    laid
      .map((at, index) =>
        moved(
          lit(
            'M0 -66C44 -66 62 -10 62 18C62 56 34 74 0 74C-34 74 -62 56 -62 18C-62 -10 -44 -66 0 -66Z',
            index % 2 ? '#f2e2cb' : '#e3b98d',
          ),
          { x: at[0], y: at[1], turn: chance.between(-30, 30) },
        ),
      )
      .join('') +
    straws.slice(40).join('')
  )
}

/** Fish drying on a round flat basket, with chilli and lime. */
export const tray: Draw = (palette, chance) => {
  const fish = (turn: number, y: number) =>
    moved(
      lit(
        'M-170 0C-110 -58 40 -62 130 -6L186 -46Q176 0 186 46L130 6C40 62 -110 58 -170 0Z',
        chance.pick(['#a9b3b4', '#b79f83', '#9fa9a0']),
      ) +
        ellipse([-128, -10], [9, 9], '#2b2b2b') +
        line('M-92 -34Q-78 0 -92 34', '#6f7779', 4) +
        line('M-50 -10L90 -4', '#ffffff55', 6),
      { x: chance.between(-20, 20), y, turn, scale: 0.92 },
    )
  const rings = [0.94, 0.74, 0.54, 0.32].map((part) =>
    ellipse([0, -40], [330 * part, 118 * part], 'none', { stroke: '#a27a43', 'stroke-width': 4, opacity: 0.6 }),
  )
  return (
    shadow(0, 50, 350) +
    ellipse([0, -28], [346, 128], '#8c6433') +
    ellipse([0, -40], [330, 118], '#d2ab70') +
    rings.join('') +
    fish(-8, -96) +
    fish(4, -40) +
    fish(-5, 16) +
    moved(path('M0 0C40 -30 90 -26 120 6C90 -2 40 10 0 0Z', '#c2321f') + line('M0 0l-16 -10', palette.leafDeep, 7), {
      x: 250,
      y: 70,
      turn: -14,
    }) +
    moved(
      ellipse([0, 0], [42, 40], '#9fbf4d') +
        ellipse([0, 0], [33, 31], '#dfe9a8') +
        line('M-28 0L28 0M0 -28L0 28M-20 -20L20 20M-20 20L20 -20', '#b6cc6a', 3),
      { x: -300, y: 66 },
    )
  )
}

/** A vase of flowers. */
export const flower: Draw = (palette, chance) => {
  const bloom = (x: number, y: number, scale: number) => {
    const petals = Array.from({ length: 9 }, (_, index) =>
      moved(path('M0 0C-24 -22 -20 -62 0 -78C20 -62 24 -22 0 0Z', index % 2 ? palette.accent : palette.body), {
        x: 0,
        y: 0,
        turn: index * 40,
      }),
    )
    return moved(petals.join('') + ellipse([0, 0], [20, 20], '#f2d27a'), { x, y, scale, turn: chance.below(40) })
  }
  const places = [
    [-120, -420],
    [0, -500],
    [124, -430],
    [-56, -340],
    [74, -340],
  ] as const
  return (
    shadow(0, 0, 104) +
    places.map(([x, y]) => line(`M0 -180Q${x * 0.3} ${y * 0.7} ${x} ${y}`, palette.leafDeep, 7)).join('') +
    [-46, -18, 30, 54]
      .map((turn) => moved(leaf(palette.leaf, palette.leafDeep), { x: 0, y: -200, scale: 1.5, turn }))
      .join('') +
    places.map(([x, y]) => bloom(x, y, chance.between(90, 118) / 100)).join('') +
    lit(
      'M-56 -222L56 -222C50 -170 104 -140 104 -76C104 -20 70 0 50 0L-50 0C-70 0 -104 -20 -104 -76C-104 -140 -50 -170 -56 -222Z',
      palette.paper,
    ) +
    line('M-92 -88Q0 -60 92 -88', palette.body, 7)
  )
}
