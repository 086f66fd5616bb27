import { fold } from './fold.ts'

/** Abbreviations of lists and signboards, folded, with what they stand for. */
const abbreviations = new Map(
  Object.entries({
    htx: 'hop tac xa',
    htxnn: 'hop tac xa nong nghiep',
    htxdv: 'hop tac xa dich vu',
    htxsx: 'hop tac xa san xuat',
    htxdvnn: 'hop tac xa dich vu nong nghiep',
    lhhtx: 'lien hiep hop tac xa',
    tht: 'to hop tac',
    thtsx: 'to hop tac san xuat',
    cty: 'cong ty',
    ctcp: 'cong ty co phan',
    ct: 'cong ty',
    tnhh: 'trach nhiem huu han',
    mtv: 'mot thanh vien',
    '1tv': 'mot thanh vien',
    cp: 'co phan',
    dn: 'doanh nghiep',
    dntn: 'doanh nghiep tu nhan',
    hkd: 'ho kinh doanh',
    hkdct: 'ho kinh doanh ca the',
    hsx: 'ho san xuat',
    hgd: 'ho gia dinh',
    hsxkd: 'ho san xuat kinh doanh',
    sxkd: 'san xuat kinh doanh',
    sx: 'san xuat',
    kd: 'kinh doanh',
    cs: 'co so',
    cssx: 'co so san xuat',
    cscb: 'co so che bien',
    cb: 'che bien',
    tm: 'thuong mai',
    dv: 'dich vu',
    tmdv: 'thuong mai dich vu',
    dvtm: 'dich vu thuong mai',
    sxtm: 'san xuat thuong mai',
    xnk: 'xuat nhap khau',
    nn: 'nong nghiep',
    nlts: 'nong lam thuy san',
    cn: 'cong nghe',
    cnc: 'cong nghe cao',
    tp: 'thuc pham',
    xd: 'xay dung',
    dl: 'du lich',
  }),
)

/** Words that say what kind of producer it is, not which one: two names that share only these are not alike. */
const commonPhrases = [
  'lien hiep hop tac xa',
  'hop tac xa',
  'to hop tac',
  'cong ty',
  'chi nhanh',
  'trach nhiem huu han',
  'mot thanh vien',
  'hai thanh vien tro len',
  'co phan',
  'doanh nghiep tu nhan',
  'doanh nghiep',
  'ho kinh doanh ca the',
  'ho san xuat kinh doanh',
  'ho kinh doanh',
  'ho san xuat',
  'ho gia dinh',
  'co so san xuat',
  'co so che bien',
  'co so',
  'trang trai',
  'san xuat',
  'kinh doanh',
  'thuong mai',
  'dich vu',
  'xuat nhap khau',
  'nong nghiep',
  'tong hop',
]
const commonPattern = new RegExp(`\\b(?:${commonPhrases.join('|')})\\b`, 'g')

/** A name made comparable: folded, without punctuation, "HTX", "Cty", "TNHH"… written out, "và" left out. */
export function matchNameOf(name: string): string {
  const joined = fold(name)
    .replace(/\b(?:[a-z]\.\s?){2,}[a-z]?\b/g, (dotted) => `${dotted.replace(/[.\s]/g, '')} `)
    .replace(/\bc\.\s?ty\b/g, 'cty')
  const words = joined.match(/[a-z0-9]+/g) ?? []
  return words
    .filter((word) => word !== 'va')
    .map((word) => abbreviations.get(word) ?? word)
    .join(' ')
}

/** What tells one producer from another in a match name; the whole of it when only common words remain. */
export function distinctiveNameOf(matchName: string): string {
  const rest = matchName.replace(commonPattern, ' ').replace(/\s+/g, ' ').trim()
  return rest === '' ? matchName : rest
}

function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.split(' ')) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** How alike two match names are, 0 to 1: shared trigrams of their distinctive parts, counted as pg_trgm counts them. */
export function nameSimilarity(left: string, right: string): number {
  if (left === right) return 1
  const [one, other] = [trigramsOf(distinctiveNameOf(left)), trigramsOf(distinctiveNameOf(right))]
  let shared = 0
  for (const trigram of one) if (other.has(trigram)) shared++
  const total = one.size + other.size - shared
  return total === 0 ? 0 : shared / total
}
