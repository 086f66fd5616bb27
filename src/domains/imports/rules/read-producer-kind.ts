import { foldWords } from './fold-words.ts'

export const producerKinds = [
  'cooperative',
  'cooperative-group',
  'enterprise',
  'farm',
  'household-business',
  'household',
  'tourism-association',
  'other',
] as const
export type ProducerKind = (typeof producerKinds)[number]

// Folded; the first that fits wins. "Hội quán" and "Hội" can hold the mark for tourism only; others keep to be told by a person.
const kinds: [ProducerKind, RegExp][] = [
  ['cooperative', /^(?:lien hiep )?(?:hop tac xa|htx\w*)\b|\b(?:hop tac xa|htx)\b/],
  ['cooperative-group', /^(?:to hop tac|tht|to hop tac xa|to lien ket|nhom (?:so thich|ho))\b|\bto hop tac\b/],
  [
    'enterprise',
    /^(?:chi nhanh|van phong dai dien)? ?(?:cong ty|cty|ct (?:tnhh|cp)|ctcp|c ty|tap doan|tong cong ty|doanh nghiep|dntn|dn|xi nghiep|nha may|tnhh)\b|\b(?:tnhh|cong ty|ctcp)\b/,
  ],
  ['farm', /^(?:trang trai|tt chan nuoi|farm)\b|\btrang trai\b/],
  [
    'household-business',
    /^(?:ho (?:kinh doanh|sxkd|san xuat kinh doanh|kd|ca the|san xuat(?: va)? kinh doanh)|hkd|hkdct|co so(?: san xuat| sx| che bien| kinh doanh)?|cssx|csxx|lo san xuat|lo gio|quan|tiem|nha hang|homestay|cua hang|xuong)\b/,
  ],
  [
    'tourism-association',
    /^(?:hoi|hiep hoi|trung tam dieu hanh|ban quan ly|trung tam|khu du lich|diem du lich|hoi quan)\b/,
  ],
  [
    'household',
    /^(?:ho(?: gia dinh| san xuat| nong dan| ong| ba)?|ong|ba|gia dinh|nong ho|chi|anh|nghe nhan|ca nhan)\b/,
  ],
]

/** The kind of a producer from its own column or, failing that, from the words its name begins with; `other` when neither tells. */
export function readProducerKind(text: string): ProducerKind {
  const folded = foldWords(text)
  const english = producerKinds.find((kind) => foldWords(kind) === folded)
  return english ?? kinds.find(([, words]) => words.test(folded))?.[0] ?? 'other'
}
