import type { Chance } from '../random.ts'
import type { Palette } from './palette.ts'
import { box, ellipse, line, lit, mark, moved, path, shadow, twig } from './shapes.ts'

type Draw = (palette: Palette, chance: Chance) => string

/** A hill with rows, as bags of tea and coffee like to show. */
function hills(palette: Palette): string {
  return (
    path('M-130 -30C-90 -86 -40 -96 0 -66C40 -110 90 -100 130 -60L130 -6L-130 -6Z', palette.leaf) +
    path('M-130 -6C-80 -50 -20 -56 30 -28C70 -54 104 -50 130 -34L130 -6Z', palette.leafDeep) +
    ellipse([54, -118], [24, 24], palette.accent)
  )
}

const upright = 'M-150 -420L150 -420L158 -60Q166 -6 140 0L-140 0Q-166 -6 -158 -60Z'

/** A paper bag of tea, a small cup and a few leaves. */
export const pouch: Draw = (palette, chance) =>
  shadow(0, 0, 165) +
  lit(upright, palette.body) +
  path('M-150 -420L150 -420L151 -374L-151 -374Z', palette.bodyDeep) +
  line('M-142 -396L142 -396', '#ffffff44', 3) +
  box([-116, -330], [232, 262], palette.paper, 10) +
  mark(0, -262, { ring: palette.bodyDeep, leaf: palette.leaf, scale: 1.1 }) +
  box([-66, -204], [132, 8], palette.wallLow, 4) +
  moved(hills(palette), { x: 0, y: -68, scale: 0.88 }) +
  shadow(262, 30, 78) +
  moved(
    lit('M-74 -92C-74 -30 -44 0 -24 0L24 0C44 0 74 -30 74 -92Z', palette.paper) +
      ellipse([0, -92], [74, 17], '#e8ddc8') +
      ellipse([0, -90], [64, 13], chance.pick(['#a8b04a', '#b5702c', '#8f9b3f'])),
    { x: 258, y: 28 },
  ) +
  moved(twig(palette.leaf, palette.leafDeep, 4), { x: -330, y: 44, turn: -6 })

/** A side-folded bag of coffee with beans on the table. */
export const coffee: Draw = (palette, chance) => {
  const beans = Array.from({ length: 16 }, () => {
    const turn = chance.below(180)
    return moved(
      ellipse([0, 0], [21, 14], chance.pick(['#4b2a17', '#5d351d', '#3d2112'])) +
        line('M-15 0Q0 -7 15 0', '#2a160b', 3),
      { x: chance.between(170, 420), y: chance.between(-4, 66), turn },
    )
  })
  const body = 'M-140 -440L140 -440L150 0L-150 0Z'
  return (
    shadow(0, 0, 155) +
    lit(body, palette.bodyDeep) +
    path('M-140 -440L140 -440L142 -400L-142 -400Z', '#2b1d14', { opacity: 0.6 }) +
    box([-146, -300], [292, 200], palette.paper) +
    moved(hills(palette), { x: 0, y: -96, scale: 0.9 }) +
    mark(0, -232, { ring: palette.bodyDeep, leaf: palette.leafDeep }) +
    ellipse([0, -356], [13, 13], palette.accent) +
    path(body, 'url(#round)', { opacity: 0.6 }) +
    beans.join('')
  )
}

/** A tied sack of rice with a wooden bowl of grains. */
export const sack: Draw = (palette, chance) => {
  const body =
    'M-52 -352C-86 -320 -206 -240 -212 -110C-216 -30 -176 0 -132 0L132 0C176 0 216 -30 212 -110C206 -240 86 -320 52 -352Z'
  const ears = [-34, -8, 20].map((turn) => {
    const grains = Array.from({ length: 7 }, (_, index) =>
      ellipse([index % 2 ? 9 : -9, -70 - index * 15], [6, 12], '#dcae4d', {
        transform: `rotate(${index % 2 ? 24 : -24} ${index % 2 ? 9 : -9} ${-70 - index * 15})`,
      }),
    )
    return moved(line('M0 0L0 -170', '#a98533', 4) + grains.join(''), { x: 0, y: -392, scale: 0.8, turn })
  })
  const grains = Array.from({ length: 40 }, () =>
    ellipse(
      [chance.between(-70, 70), chance.between(-84, -66)],
      [11, 5],
      chance.pick(['#fbf3dc', '#efe0b8', '#fffaf0']),
    ),
  )
  return (
    shadow(0, 0, 215) +
    ears.join('') +
    lit('M-60 -430Q0 -400 60 -430L48 -352L-48 -352Z', '#e4d3ac') +
    lit(body, '#ead9b4') +
    line('M-52 -352Q0 -334 52 -352', palette.bodyDeep, 12) +
    mark(0, -150, { ring: palette.body, leaf: palette.leaf, scale: 1.8 }) +
    box([-80, -66], [160, 9], palette.body, 4) +
    shadow(310, 40, 104) +
    moved(
      ellipse([0, -72], [100, 24], '#6f4526') +
        ellipse([0, -76], [88, 20], '#f5e9c9') +
        grains.join('') +
        lit('M-100 -72C-96 -20 -60 0 -36 0L36 0C60 0 96 -20 100 -72C70 -50 -70 -50 -100 -72Z', '#8d5a34'),
      { x: 308, y: 38 },
    )
  )
}

/** A gift box with a ribbon and a half-open drawer of paper. */
export const boxed: Draw = (palette) =>
  shadow(10, 0, 260) +
  lit('M-230 -250L150 -250L150 0L-230 0Z', palette.body) +
  path('M150 -250L250 -296L250 -44L150 0Z', palette.bodyDeep) +
  path('M-230 -250L-130 -296L250 -296L150 -250Z', palette.paper) +
  path('M-70 -250L30 -296L72 -296L-24 -250Z', palette.accent) +
  box([-70, -250], [46, 250], palette.accent) +
  mark(62, -120, { ring: palette.paper, leaf: palette.paper, scale: 1.2 }) +
  moved(
    path('M0 0C-60 -70 -130 -50 -110 -6C-96 22 -40 14 0 0Z', palette.accent) +
      path('M0 0C60 -70 130 -50 110 -6C96 22 40 14 0 0Z', palette.accent) +
      ellipse([0, -2], [20, 16], palette.bodyDeep),
    { x: -6, y: -276 },
  ) +
  moved(twig(palette.leaf, palette.leafDeep, 4), { x: 250, y: 50, turn: 4 })

/** Wrapped cakes on a round tray, one cut open. */
export const cakes: Draw = (palette, chance) => {
  const green = chance.happens(0.5)
  const wrapped = (x: number, y: number) =>
    moved(
      lit(
        'M-78 -112L78 -112Q92 -112 92 -96L92 -12Q92 0 78 0L-78 0Q-92 0 -92 -12L-92 -96Q-92 -112 -78 -112Z',
        green ? palette.leafDeep : palette.body,
      ) +
        line('M-30 -112L-30 0', palette.paper, 6) +
        line('M34 -112L34 0', palette.paper, 6) +
        line('M-92 -58L92 -58', palette.paper, 6),
      { x, y },
    )
  const slice =
    lit('M-64 -84Q0 -104 64 -84L58 0L-58 0Z', '#f3e4bd') +
    ellipse([0, -38], [34, 22], '#d9a441') +
    ellipse([0, -38], [16, 10], '#9c4a2c')
  return (
    shadow(0, 20, 330) +
    ellipse([0, 8], [330, 62], '#7d5230') +
    ellipse([0, -4], [318, 54], '#a3703f') +
    wrapped(-146, -20) +
    wrapped(64, -26) +
    wrapped(-44, -128) +
    moved(slice, { x: 222, y: 6 })
  )
}
