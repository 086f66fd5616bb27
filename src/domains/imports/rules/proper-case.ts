const kept = new Set(
  'HTX HTXNN THT TNHH MTV CP DNTN HKD SXKD OCOP XNK TM DV SX NN KD UBND TP VSATTP HACCP ISO ST24 ST25 VIETGAP II III IV VI VII VIII IX XI'.split(
    ' ',
  ),
)
const legalForms = [
  'Hợp tác xã',
  'Tổ hợp tác',
  'Công ty',
  'Cổ phần',
  'Chi nhánh',
  'Hộ kinh doanh',
  'Hộ sản xuất',
  'Cơ sở sản xuất',
  'Cơ sở chế biến',
  'Cơ sở',
  'Trang trại',
  'Doanh nghiệp tư nhân',
  'Doanh nghiệp',
  'nông nghiệp',
  'dịch vụ',
  'sản xuất',
  'thương mại',
  'chế biến',
  'kinh doanh',
  'tổng hợp',
  'một thành viên',
  'và',
]

/** Whether a name of at least two words is in capitals throughout; short marks such as "TAFA" are left alone. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const ordinary = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !kept.has(word))
  return letters.length >= 6 && ordinary.length >= 2 && text === text.toUpperCase()
}

/** A proposal in ordinary spelling: each word with a capital, abbreviations kept, legal forms as they are usually written. */
export function properCase(text: string): string {
  const words = text.replace(/[\p{L}\p{M}\d]+/gu, (word) =>
    kept.has(word) || /\d/.test(word) ? word : capitalised(word),
  )
  const spelled = legalForms.reduce(
    (name, form) => name.replace(new RegExp(`(?<!\\p{L})${form}(?!\\p{L})`, 'giu'), form),
    words,
  )
  return spelled.charAt(0).toUpperCase() + spelled.slice(1)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
