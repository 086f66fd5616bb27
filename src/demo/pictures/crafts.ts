import type { Chance } from '../random.ts'
import type { Palette } from './palette.ts'
import { box, ellipse, leaf, line, lit, moved, path, shadow, twig } from './shapes.ts'

type Draw = (palette: Palette, chance: Chance) => string

/** Two rolls of silk with a length that falls over the table's edge. */
export const silk: Draw = (palette, chance) => {
  const dots = Array.from({ length: 24 }, (_, index) =>
    ellipse(
      [-210 + (index % 6) * 76 + (Math.floor(index / 6) % 2) * 34, 10 + Math.floor(index / 6) * 46],
      [9, 9],
      palette.paper,
      { opacity: 0.7 },
    ),
  )
  const roll = (colour: string, deep: string) =>
    lit('M-270 -64L250 -64Q290 -64 290 0Q290 64 250 64L-270 64Q-230 64 -230 0Q-230 -64 -270 -64Z', colour) +
    ellipse([-270, 0], [40, 64], deep) +
    ellipse([-270, 0], [26, 42], colour) +
    ellipse([-270, 0], [12, 20], deep)
  return (
    shadow(10, 6, 320) +
    moved(roll(palette.accent, palette.bodyDeep), { x: 30, y: -184, turn: chance.between(-4, 0), scale: 0.86 }) +
    moved(roll(palette.body, palette.bodyDeep), { x: 0, y: -66 }) +
    lit('M-230 -10C-120 10 60 -14 250 -6L300 190C190 214 80 176 -20 200C-120 222 -200 190 -280 206Z', palette.body) +
    dots.join('') +
    line('M-150 10Q-170 110 -190 200', '#00000022', 10) +
    line('M20 0Q40 100 30 194', '#00000022', 12) +
    line('M150 -4Q190 100 200 196', '#ffffff33', 10)
  )
}

/** A conical hat leaning on a woven bag. */
export const weave: Draw = (palette) => {
  const rows = Array.from({ length: 7 }, (_, row) =>
    line(`M-168 ${-232 + row * 34}L168 ${-232 + row * 34}`, row % 2 ? palette.accent : '#8f6a3a', 7),
  )
  const posts = Array.from({ length: 11 }, (_, post) =>
    line(`M${-160 + post * 32} -250L${-150 + post * 30} -6`, '#a57e48', 5),
  )
  const rings = Array.from({ length: 6 }, (_, ring) =>
    line(
      `M${-30 - ring * 34} ${-150 + ring * 34}Q0 ${-130 + ring * 40} ${30 + ring * 34} ${-150 + ring * 34}`,
      '#b39757',
      3,
    ),
  )
  return (
    shadow(-60, 0, 190) +
    moved(
      line('M-110 -246C-110 -400 110 -400 110 -246', '#8f6535', 15) +
        lit('M-176 -256L176 -256L160 0L-160 0Z', '#d1a869') +
        `<g opacity="0.8">${posts.join('')}${rows.join('')}</g>` +
        path('M-176 -256L176 -256L160 0L-160 0Z', 'url(#round)'),
      { x: -90, y: 0 },
    ) +
    shadow(210, 40, 220) +
    moved(
      lit('M0 -206L236 44Q0 108 -236 44Z', '#ead7a2') + rings.join('') + line('M-236 44Q0 108 236 44', '#a98d4c', 7),
      { x: 200, y: 0, turn: 5, scale: 0.92 },
    ) +
    moved(twig(palette.leaf, palette.leafDeep, 3), { x: -400, y: 50 })
  )
}

/** A bonsai on a low dish. */
export const bonsai: Draw = (palette, chance) => {
  const crowns = [
    [-150, -330, 116],
    [30, -430, 136],
    [180, -300, 104],
    [-40, -290, 90],
  ] as const
  const spots = crowns.flatMap(([x, y, size]) =>
    Array.from({ length: 12 }, () =>
      ellipse(
        [x + chance.between(-size, size) * 0.72, y + chance.between(-30, 18)],
        [22, 15],
        chance.pick([palette.leaf, palette.leafDeep, palette.accent]),
        { opacity: 0.75 },
      ),
    ),
  )
  return (
    shadow(0, 4, 220) +
    path(
      'M-46 -70C-60 -160 -10 -190 -50 -270C-70 -310 -130 -310 -150 -330L-136 -350C-90 -340 -50 -330 -24 -296C0 -350 10 -400 30 -430L52 -420C44 -370 40 -330 30 -280C80 -300 130 -290 176 -312L188 -290C130 -260 60 -250 34 -210C20 -160 40 -120 52 -70Z',
      '#6b4a30',
    ) +
    crowns
      .map(
        ([x, y, size]) =>
          ellipse([x, y], [size, size * 0.5], palette.leafDeep) +
          ellipse([x - 10, y - 14], [size * 0.9, size * 0.4], palette.leaf),
      )
      .join('') +
    spots.join('') +
    ellipse([0, -74], [180, 26], '#6f7d46') +
    lit('M-210 -80L210 -80L184 -14Q180 0 164 0L-164 0Q-180 0 -184 -14Z', palette.bodyDeep) +
    box([-214, -92], [428, 20], palette.body, 8)
  )
}

/** A round pond bowl with two koi and lotus leaves, seen from above. */
export const pond: Draw = (palette, chance) => {
  const koi = (at: { x: number; y: number; turn: number }, spot: string) =>
    moved(
      path('M-96 0C-60 -40 40 -36 84 -4L124 -34Q112 0 124 30L84 6C40 38 -60 40 -96 0Z', '#f6efe4') +
        ellipse([-40, -4], [30, 20], spot) +
        ellipse([26, 2], [24, 14], spot) +
        ellipse([-80, -6], [5, 5], '#222'),
      at,
    )
  return (
    shadow(0, 50, 370) +
    ellipse([0, -60], [366, 176], palette.bodyDeep) +
    ellipse([0, -72], [350, 164], palette.body) +
    ellipse([0, -66], [320, 144], '#4f8d92') +
    ellipse([0, -54], [290, 122], '#67a5a6') +
    koi({ x: -80, y: -80, turn: -14 }, '#d9542b') +
    koi({ x: 100, y: -24, turn: 160 + chance.between(0, 20) }, '#c8391f') +
    [
      [-190, -20, 60],
      [190, -110, 70],
      [40, -140, 46],
    ]
      .map(
        ([x = 0, y = 0, size = 50]) =>
          ellipse([x, y], [size, size * 0.5], palette.leaf) +
          line(`M${x} ${y}l${size * 0.8} ${size * 0.16}`, palette.leafDeep, 4),
      )
      .join('') +
    moved([-40, 0, 40].map((turn) => moved(leaf('#f0b9c0', '#e39aa6'), { x: 0, y: 0, scale: 0.6, turn })).join(''), {
      x: 196,
      y: -110,
    })
  )
}

/** A house on stilts before terraces. */
export const house: Draw = (palette) =>
  path('M-600 -60C-420 -240 -240 -300 -60 -190C80 -330 300 -330 600 -110L600 290L-600 290Z', palette.leafDeep, {
    opacity: 0.6,
  }) +
  [0, 1, 2, 3, 4]
    .map((step) =>
      path(
        `M-600 ${-20 + step * 52}C-340 ${-80 + step * 56} 100 ${20 + step * 46} 600 ${-40 + step * 58}L600 290L-600 290Z`,
        step % 2 ? palette.leaf : '#c6b65a',
        { opacity: 0.9 },
      ),
    )
    .join('') +
  shadow(0, 96, 260) +
  [-190, -70, 70, 190].map((x) => box([x - 9, -20], [18, 120], '#5a3d25')).join('') +
  lit('M-216 -116L216 -116L216 -14L-216 -14Z', '#9c6f43') +
  box([-30, -98], [60, 84], '#4a301c') +
  box([-156, -94], [64, 46], '#f2d38a', 4) +
  box([92, -94], [64, 46], '#f2d38a', 4) +
  lit('M-290 -106L-150 -280L150 -280L290 -106Z', '#8a6a3e') +
  [0, 1, 2, 3]
    .map((row) => line(`M${-160 - row * 32} ${-246 + row * 40}L${160 + row * 32} ${-246 + row * 40}`, '#6d5230', 4))
    .join('') +
  line('M-60 98L-24 -12M-28 98L8 -12', '#6b4a2b', 8) +
  [0, 1, 2, 3]
    .map((rung) => line(`M${-52 + rung * 9} ${74 - rung * 24}L${-20 + rung * 9} ${74 - rung * 24}`, '#6b4a2b', 6))
    .join('')
