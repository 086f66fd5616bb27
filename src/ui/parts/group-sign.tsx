import type { Language } from '../addresses.ts'
import { uiWords } from '../locale/words.ts'

export type GroupCode = 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI'

/** One drawing a group: bowl of rice, jar and cup, mortar with leaf, woven basket, flower in a pot, house under hills. */
const drawings = {
  I: 'M10 34h44a22 18 0 0 1-12 17v4H22v-4a22 18 0 0 1-12-17zM16 34c2-9 8-13 16-13s14 4 16 13M32 21c0-6 3-10 9-13M35 14c4 1 7-1 9-4M33 18c-4-1-6-4-6-8M24 28h1M32 27h1M40 28h1',
  II: 'M16 26h18v26a4 4 0 0 1-4 4H20a4 4 0 0 1-4-4zM19 26v-8h12v8M21 18v-8h8v8M16 36h18M42 38h14l-2 16a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2zM46 32c-2-3 2-4 0-7M52 32c-2-3 2-4 0-7',
  III: 'M14 32h36c0 12-6 20-13 22v3H27v-3c-7-2-13-10-13-22zM10 32h44M34 32l12-20M30 27C20 27 16 20 17 11c10 0 15 6 13 16zM30 27c-3-5-6-9-10-12',
  IV: 'M12 28h40l-5 26a3 3 0 0 1-3 2H20a3 3 0 0 1-3-2zM20 28c0-12 5-18 12-18s12 6 12 18M14 38h36M16 47h32M24 28l2 28M40 28l-2 28M32 28v28',
  V: 'M20 44h24l-3 14H23zM17 40h30v4H17zM32 40V26M32 34c-6 0-9-3-10-7 6 0 9 2 10 7zM32 31c5 0 8-2 9-6M32 22a5 5 0 1 0 0-.1M32 12c4-5 9 0 5 5 6 0 6 7 0 7M32 12c-4-5-9 0-5 5-6 0-6 7 0 7',
  VI: 'M6 50l14-24 9 13 11-21 18 32M24 50v-10l9-8 9 8v10M21 42l12-11 12 11M30 50v-6h6v6M4 56c8-3 14 3 22 0s14 3 22 0 8 0 12 0M48 12a4 4 0 1 0 .1 0',
} as const satisfies Record<GroupCode, string>

interface Mark {
  group: GroupCode
  subgroup: number | null
}

/** Stands where a picture would: the drawn sign of a product's group on its own ground, the ground tinted by subgroup. */
export function GroupSign({
  mark,
  language,
  isDecoration,
}: {
  mark: Mark
  language: Language
  isDecoration?: boolean
}) {
  const label =
    isDecoration === true ? { 'aria-hidden': true } : { role: 'img', 'aria-label': uiWords(language).signs[mark.group] }
  const tint = mark.subgroup === null ? '' : ` tint-${mark.subgroup % 4}`
  return (
    <div className={`sign sign-${mark.group}${tint}`} {...label}>
      <svg
        viewBox="0 0 64 64"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={drawings[mark.group]} />
      </svg>
    </div>
  )
}
