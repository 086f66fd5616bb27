export type Point = [number, number]

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  if (length === 0) return Math.hypot(x - ax, y - ay)
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function farthest(line: readonly Point[]): { at: number; distance: number } {
  const [first, last] = [line[0], line.at(-1)]
  let best = { at: 0, distance: 0 }
  if (first === undefined || last === undefined) return best
  for (const [at, point] of line.entries()) {
    const distance = distanceTo(point, first, last)
    if (distance > best.distance) best = { at, distance }
  }
  return best
}

/** Drops the points of a line that lie nearer than `tolerance` to it without them (Douglas and Peucker); the ends stay, so neighbours still meet. */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 3) return [...line]
  const { at, distance } = farthest(line)
  if (distance <= tolerance) return [line[0], line.at(-1)].filter((point) => point !== undefined)
  return [...simplifyLine(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplifyLine(line.slice(at), tolerance)]
}
