/** The colours of one picture: wall and table far apart enough that the thing stands out, everything calm. */
export interface Palette {
  wall: string
  wallLow: string
  table: string
  tableEdge: string
  /** the thing itself */
  body: string
  bodyDeep: string
  /** labels, cloth, paper */
  paper: string
  accent: string
  leaf: string
  leafDeep: string
}

function palette(colours: string): Palette {
  const [
    wall = '',
    wallLow = '',
    table = '',
    tableEdge = '',
    body = '',
    bodyDeep = '',
    paper = '',
    accent = '',
    leaf = '',
    leafDeep = '',
  ] = colours.split(' ').map((colour) => `#${colour}`)
  return { wall, wallLow, table, tableEdge, body, bodyDeep, paper, accent, leaf, leafDeep }
}

/** Named after what they remind of: rice straw, tea hill, lake morning, brick, indigo, lotus, sea, forest, honey, clay. */
export const palettes: readonly Palette[] = [
  palette('f1e6d0 e4d2b0 c9a877 ab8655 b5542f 8d3b1f fbf5e8 d9912f 6d8b4a 4d6a34'),
  palette('dfe7d5 c7d4b6 a9916b 8a7350 5f7d4a 42602f faf6ea c7662f 7fa05a 56783c'),
  palette('dbe5ea bccdd6 9fa8a3 7f8a86 3f6c82 2a4f63 f7f5ef d98a4b 79997c 54745a'),
  palette('f0dcd0 e0bfae b7795c 955c42 9c3f2c 742b1d fbf1e6 e0a63f 7d8c54 5b6a3a'),
  palette('d9dce8 b9bfd4 a79f92 867f73 34436f 22305a f6f3ea c9523f 6f8f74 4e6e55'),
  palette('f5e0e2 e8c3c8 c79f95 a67f75 b6516b 8d3a52 fdf5f0 dca14a 8aa06c 65804c'),
  palette('d6e8e4 b2d0ca 8fb0a6 6f9187 1f6f70 125254 f6f7f0 e28f4f 6c9c72 48784f'),
  palette('e3e1cf cdc9ab 8d7a58 6e5d40 55613a 3c4727 f8f4e4 cf7a33 7d9350 586d36'),
  palette('f8e8c4 efd18f c79a55 a67a3a c9862b 9c6217 fff8e6 a8482a 8a9a4b 657532'),
  palette('ece2d8 d6c4b3 a98468 88654c 7a5a48 593f31 faf4ec c8623c 7c9067 596d48'),
]
