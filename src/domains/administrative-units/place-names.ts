import { fold } from '../../platform/text/fold.ts'
import type { Level, Scheme } from './rules.ts'

/** The tone is written on either vowel of oa, oe, uy ("Hoà", "Hòa"): both are read as the newer form "Hoà". */
const tonePlacements: readonly (readonly [string, string])[] = ['oa', 'oe', 'uy'].flatMap((pair) =>
  ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => {
    const [first = '', second = ''] = pair
    return [(first + tone).normalize('NFC') + second, first + (second + tone).normalize('NFC')] as const
  }),
)

const placed = new Map(tonePlacements)
const misplaced = new RegExp(tonePlacements.map(([from]) => from).join('|'), 'g')
const apostrophes = /['’‘‛`´ʼ′]/g

/** One spelling for comparing with accents: lower case, NFC, Eth read as Đ, one tone placement, no apostrophes. */
export function unifySpelling(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ð', 'đ')
    .replace(apostrophes, '')
    .replace(misplaced, (pair) => placed.get(pair) ?? pair)
}

const alreadyPlain = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u

/** The words of a unified spelling, separated by single spaces, without punctuation. */
export function plainWords(spelling: string): string {
  if (alreadyPlain.test(spelling)) return spelling
  return (spelling.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/**
 * What names are looked up by: folded words run together, y read as i, leading zeros dropped. "Mađaguôi", "Ma Đa Guôi" and
 * "MA DA GUOI" meet, as do "Tân Quy" and "Tân Qui", "Phường 01" and "Phường 1".
 */
export function lookupKey(spelling: string): string {
  return foldedKey(fold(spelling))
}

/** The look-up key of words that are folded already. */
export function foldedKey(folded: string): string {
  const words = folded.match(/[a-z0-9]+/g) ?? []
  return words
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .join('')
    .replaceAll('y', 'i')
}

/** The same letters with y read as i and accents kept: tells "Tân Qui" for "Tân Quy" from a wrong accent. */
export function looseSpelling(spelling: string): string {
  return spelling.normalize('NFD').replaceAll('y', 'i').normalize('NFC')
}

/** What a type word says about the unit that follows it. */
export interface TypeWord {
  levels: readonly Level[]
  /** the types it may stand for; empty where only the level is meant */
  types: readonly string[]
}

const province = { levels: ['province'], types: ['Tỉnh'] } as const satisfies TypeWord
const city = {
  levels: ['province', 'district'],
  types: ['Thành phố', 'Thành phố trực thuộc trung ương'],
} as const satisfies TypeWord
const town = { levels: ['district'], types: ['Thị xã'] } as const satisfies TypeWord
const rural = { levels: ['district'], types: ['Huyện'] } as const satisfies TypeWord
const urban = { levels: ['district'], types: ['Quận'] } as const satisfies TypeWord
const commune = { levels: ['commune'], types: ['Xã'] } as const satisfies TypeWord
const ward = { levels: ['commune'], types: ['Phường'] } as const satisfies TypeWord
const township = { levels: ['commune'], types: ['Thị trấn'] } as const satisfies TypeWord
const zone = { levels: ['commune'], types: ['Đặc khu'] } as const satisfies TypeWord

/** Type words as they are written with accents. An unaccented text is compared with their folded forms. */
export const typeWords: ReadonlyMap<string, TypeWord> = new Map<string, TypeWord>([
  ['tỉnh', province],
  ['thành phố', city],
  ['tp', city],
  ['t phố', city],
  ['thị xã', town],
  ['tx', town],
  ['huyện', rural],
  ['huyện đảo', rural],
  ['quận', urban],
  ['xã', commune],
  ['phường', ward],
  ['phuờng', ward],
  ['phừơng', ward],
  ['thị trấn', township],
  ['tt', township],
  ['ttr', township],
  ['đặc khu', zone],
  ['đk', zone],
])

/** Single letters count as type words only before a dot or a number, or at the start of a part ("X. Ninh Gia", "P9"). */
export const typeLetters: ReadonlyMap<string, TypeWord> = new Map<string, TypeWord>([
  ['t', province],
  ['h', rural],
  ['q', urban],
  ['x', commune],
  ['p', ward],
  ['f', ward],
])

/** Words after which comes something smaller than a commune: what follows them is no commune, whatever its name. */
export const smallerPlaceWords: ReadonlySet<string> = new Set([
  'thôn',
  'ấp',
  'khóm',
  'tổ',
  'tdp',
  'bản',
  'buôn',
  'bon',
  'làng',
  'xóm',
  'khu',
  'kp',
  'đường',
  'phố',
  'ngõ',
  'ngách',
  'hẻm',
  'kiệt',
  'số',
  'ql',
  'tl',
  'kcn',
  'ccn',
  'chợ',
  'đội',
  'cụm',
])

const both = ['2004-2025', '2025-'] as const satisfies readonly Scheme[]
const oldOnly = ['2004-2025'] as const satisfies readonly Scheme[]

/** How provinces are usually written besides their names. Codes 67, 77 and 06 are no provinces of the new scheme. */
export const usualProvinceNames: readonly { code: string; schemes: readonly Scheme[]; names: readonly string[] }[] = [
  { code: '79', schemes: both, names: ['HCM', 'TPHCM', 'HCMC', 'TPHCMC', 'Sài Gòn', 'TP Sài Gòn', 'SG', 'TPSG'] },
  { code: '01', schemes: both, names: ['HN', 'TPHN', 'Thủ đô Hà Nội'] },
  { code: '46', schemes: both, names: ['Thừa Thiên Huế', 'TT Huế', 'TTH', 'Thừa Thiên'] },
  { code: '77', schemes: oldOnly, names: ['BRVT', 'Vũng Tàu - Bà Rịa'] },
  { code: '66', schemes: both, names: ['Đắc Lắc', 'Đăk Lăk', 'Darlac'] },
  { code: '67', schemes: oldOnly, names: ['Đắc Nông', 'Đăk Nông'] },
  { code: '06', schemes: oldOnly, names: ['Bắc Cạn'] },
]

const romanNumbers = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((roman, index) => [roman, String(index + 1)]),
)

/** The number that a Roman numeral stands for ("IV" is "4"), or null. */
export function readRoman(spelling: string): string | null {
  return romanNumbers.get(spelling) ?? null
}
