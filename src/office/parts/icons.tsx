import type { ReactNode } from 'react'

const drawings = {
  home: 'M3 10.5 12 4l9 6.500V20H14v-5h-4v5H3Z',
  products: 'M4 8h16v12H4ZM8 8V5h8v3M9 12h6',
  producers: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c1-5 4-7 8-7s7 2 8 7',
  imports: 'M12 3v12m0 0 5-5m-5 5-5-5M4 18v3h16v-3',
  places: 'M12 21s7-6.500 7-12a7 7 0 0 0-14 0c0 5.500 7 12 7 12Zm0-9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  recognitions: 'm12 3 2.700 5.700 6.300.8-4.600 4.300 1.200 6.200L12 17l-5.600 3 1.200-6.200L3 9.500l6.300-.8Z',
  accounts: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c1-5 4-7 8-7m8-1v8m-4-4h8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  tick: 'm5 12 5 5L20 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  cross: 'M6 6l12 12M18 6 6 18',
  pause: 'M9 5v14M15 5v14',
  swap: 'M4 8h14l-4-4m6 12H6l4 4',
  dash: 'M6 12h12',
  up: 'M12 20V5m0 0-6 6m6-6 6 6',
  down: 'M12 4v15m0 0-6-6m6 6 6-6',
  out: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
  calendar: 'M4 6h16v15H4ZM4 10h16M8 3v4m8-4v4',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4ZM10 21h4',
  file: 'M6 3h8l5 5v13H6ZM14 3v5h5',
} as const

export type IconName = keyof typeof drawings

/** A line drawing beside a word; never the only sign, so readers skip it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
