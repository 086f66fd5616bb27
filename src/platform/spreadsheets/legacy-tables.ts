// TCVN 5712:1993 (VN3, "ABC" fonts): one byte a letter, here as the Latin-1 character of that byte.
const tcvn3Rows: [firstByte: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

/** Latin-1 sign → Vietnamese letter in TCVN3. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  tcvn3Rows.flatMap(([first, letters]) =>
    Array.from(letters, (letter, index): [string, string] => [String.fromCharCode(first + index), letter]),
  ),
)

// VNI for Windows: the vowel keeps its place and a second byte carries tone, hat or both.
const vniVowels: [vowel: string, marks: string, letters: string][] = [
  ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
]

/** Vowel and mark, both in the same case → letter. */
export const vniPairs: ReadonlyMap<string, string> = new Map(
  vniVowels.flatMap(([vowel, marks, letters]) => {
    const smalls = Array.from(marks, (mark, index): [string, string] => [vowel + mark, letters.charAt(index)])
    const capitals = smalls.map(([pair, letter]): [string, string] => [pair.toUpperCase(), letter.toUpperCase()])
    return [...smalls, ...capitals]
  }),
)

/** Signs that are a letter by themselves. */
export const vniSingles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ô: 'ơ',
    ö: 'ư',
    í: 'í',
    ì: 'ì',
    æ: 'ỉ',
    ó: 'ĩ',
    ò: 'ị',
    ñ: 'đ',
    î: 'ỵ',
    Ô: 'Ơ',
    Ö: 'Ư',
    Í: 'Í',
    Ì: 'Ì',
    Æ: 'Ỉ',
    Ó: 'Ĩ',
    Ò: 'Ị',
    Ñ: 'Đ',
    Î: 'Ỵ',
  }),
)
