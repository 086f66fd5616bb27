/** Small words for SVG. Coordinates are pixels of a picture of 1200 × 900 whose table begins at `tableTop`. */
export const width = 1200
export const height = 900
export const tableTop = 610

type Attributes = Record<string, string | number>

function attributes(given: Attributes): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? Math.round(value * 10) / 10 : value}"`)
    .join('')
}

/** One path. */
export function path(d: string, fill: string, extra: Attributes = {}): string {
  return `<path${attributes({ d, fill, ...extra })}/>`
}

/** A path that is drawn as a line. */
export function line(d: string, stroke: string, strokeWidth: number): string {
  return path(d, 'none', { stroke, 'stroke-width': strokeWidth, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })
}

/** An ellipse by its middle and half axes. */
export function ellipse(
  at: readonly [number, number],
  axes: readonly [number, number],
  fill: string,
  extra: Attributes = {},
): string {
  return `<ellipse${attributes({ cx: at[0], cy: at[1], rx: axes[0], ry: axes[1], fill, ...extra })}/>`
}

/** A box by its upper left corner and size, with round corners. */
export function box(at: readonly [number, number], size: readonly [number, number], fill: string, round = 0): string {
  return `<rect${attributes({ x: at[0], y: at[1], width: size[0], height: size[1], rx: round, fill })}/>`
}

/** A shape with light from the left laid over it: first in its colour, then in the light. */
export function lit(d: string, fill: string): string {
  return path(d, fill) + path(d, 'url(#round)')
}

/** Parts moved, scaled and turned together. */
export function moved(parts: string, at: { x: number; y: number; scale?: number; turn?: number }): string {
  return `<g transform="translate(${Math.round(at.x)} ${Math.round(at.y)}) scale(${at.scale ?? 1}) rotate(${at.turn ?? 0})">${parts}</g>`
}

/** The soft shadow under a thing that stands at x with a width. A gradient, because a blur filter costs a second a picture. */
export function shadow(x: number, y: number, half: number): string {
  return ellipse([x + half * 0.16, y], [half * 1.34, half * 0.24], 'url(#shade)')
}

/** A leaf from the origin upwards, 100 long. */
export function leaf(fill: string, vein: string): string {
  return path('M0 0C-34 -28 -30 -72 0 -100C30 -72 34 -28 0 0Z', fill) + line('M0 -4L0 -84', vein, 2.5)
}

/** A twig with leaves on both sides, from the origin to the right. */
export function twig(fill: string, vein: string, leaves = 4): string {
  const stem = line(`M0 0Q${leaves * 22} -14 ${leaves * 44} -6`, vein, 4)
  const sides = Array.from({ length: leaves }, (_, index) => {
    const x = 26 + index * 42
    const scale = 0.62 - index * 0.05
    return (
      moved(leaf(fill, vein), { x, y: -8, scale, turn: 28 }) +
      moved(leaf(vein, fill), { x: x + 10, y: -8, scale, turn: 128 })
    )
  })
  return stem + sides.join('')
}

/** The round mark on a label: a leaf in a ring, no letters. */
export function mark(x: number, y: number, colours: { ring: string; leaf: string; scale?: number }): string {
  const { ring, scale = 1 } = colours
  return moved(
    ellipse([0, 0], [38, 38], 'none', { stroke: ring, 'stroke-width': 4 }) +
      moved(leaf(colours.leaf, ring), { x: -4, y: 24, scale: 0.46, turn: 12 }),
    { x, y, scale },
  )
}
