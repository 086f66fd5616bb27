import type { ImportField } from './fields.ts'
import { foldWords } from './fold-words.ts'

type Meaning = [field: ImportField, confidence: number, heading: RegExp]

// Headings as provinces write them, folded. The first that fits wins: narrow meanings stand before wide ones.
const meanings: Meaning[] = [
  ['ordinal', 1, /^(?:stt|tt|so tt|so thu tu|no|ordinal|order|thu tu)$/],
  ['gtin', 1, /^(?:gtin|(?:so |ma )?(?:ma )?vach|barcode|ean)(?: .*)?$/],
  [
    'taxNumber',
    1,
    /^(?:mst|ma so thue|ma thue|tax.*|ma so (?:doanh nghiep|dkkd|htx|dang ky.*)|so (?:gcn )?(?:dkkd|dang ky kinh doanh)|msdn)(?: .*)?$/,
  ],
  ['code', 1, /^(?:ma|ma so|ma (?:so )?(?:san pham|sp|ocop|ho so)(?: ocop)?|product code|code|ocop code)$/],
  ['set', 1, /^(?:bo|bo san pham|bo sp|bo tieu chi|phan loai bo.*|product set|set|thuoc bo.*)$/],
  [
    'producerKind',
    1,
    /^(?:loai hinh.*|loai chu the|hinh thuc (?:to chuc|san xuat|shxkd|kinh doanh).*|loai hinh to chuc.*|kieu chu the|producer kind|kind(?: of producer)?|producer type)$/,
  ],
  [
    'group',
    1,
    /^(?:nganh|nhom|nganh hang|nganh nhom|phan nhom|phan nganh|linh vuc|loai san pham|product group|group|category|nganh san pham|(?:phan )?nhom (?:san pham|sp|nganh|hang)(?: .*)?|nganh hang nhom.*|nganh nhom.*)$/,
  ],
  ['description', 1, /^(?:mo ta.*|description|gioi thieu.*|dac diem.*|cau chuyen.*|thong tin san pham)$/],
  [
    'price',
    1,
    /^(?:gia|gia ban.*|don gia.*|gia (?:san pham|thanh|tien|niem yet|ban le|si).*|price.*|muc gia.*|gia (?:vnd|dong|d).*)$/,
  ],
  ['unit', 1, /^(?:don vi tinh|dvt|unit|quy cach.*|dv tinh)$/],
  ['email', 1, /^(?:e ?mail|thu dien tu|dia chi (?:email|thu dien tu))(?: .*)?$/],
  [
    'phone',
    1,
    /^(?:(?:so )?dien thoai.*|sdt.*|dt|so dt|so dtdd|phone.*|tel|telephone|hotline|lien he|so lien (?:he|lac)|dien thoai lien he)$/,
  ],
  [
    'representative',
    1,
    /^(?:(?:ho (?:va )?ten )?(?:nguoi )?dai dien.*|nguoi dung dau|chu (?:co so|ho|doanh nghiep)|giam doc|ho (?:va )?ten.*|representative.*|nguoi lien he)$/,
  ],
  [
    'currentStar',
    1,
    /^(?:.*(?:sao|hang|hang sao) hien (?:tai|nay|co|hanh)|hien (?:tai|nay) .*sao|current star|present star)$/,
  ],
  [
    'expiry',
    1,
    /^(?:.*het (?:han|hieu luc).*|.*hieu luc den.*|.*(?:co )?gia tri den.*|thoi han.*|han (?:gcn|giay chung nhan|su dung giay|hieu luc).*|expir.*|valid until|den ngay)$/,
  ],
  [
    'decisionNumber',
    1,
    /^(?:so (?:qd|quyet dinh).*|(?:qd|quyet dinh)(?: (?:cong nhan|so|phe duyet|xep hang|phan hang|cap|ocop|cua|so ngay).*)?|so hieu(?: quyet dinh)?|so van ban|decision.*|can cu quyet dinh|van ban cong nhan|so)$/,
  ],
  [
    'authority',
    1,
    /^(?:co quan.*|noi (?:cap|cong nhan|ban hanh)|don vi (?:ban hanh|cap|cong nhan|quyet dinh).*|cap (?:cong nhan|quyet dinh|qd|ban hanh)|authority|issuer|issued by|tham quyen.*)$/,
  ],
  [
    'year',
    1,
    /^(?:nam|nam (?:cong nhan|danh gia|dat|xep hang|cap|phan hang|duoc cong nhan|quyet dinh|thuc hien).*|year|(?:recogni[sz]ed |recognition )year|year (?:recogni[sz]ed|of recognition))$/,
  ],
  [
    'decidedOn',
    1,
    /^(?:ngay|ngay thang|ngay thang nam|(?:thoi gian|thoi diem|ngay|ngay thang|ngay thang nam) (?:ky|ban hanh|cong nhan|quyet dinh|qd|cap|duoc cong nhan|xep hang|ra quyet dinh).*|decided on|decision date|date|date of decision|recogni[sz]ed on|ngay qd)$/,
  ],
  [
    'star',
    1,
    /^(?:(?:ket qua )?(?:hang|xep hang|phan hang|xep loai)(?: (?:sao|san pham|ocop|dat|cong nhan|sp).*)?|sao|so sao.*|(?:dat|cap|muc|hang dat) sao.*|hang sao.*|dat hang.*|star|stars|rank|rating|tieu chuan sao|cap do|ket qua(?: (?:danh gia|cong nhan|cham).*)?|ocop|hang ocop|sao ocop)$/,
  ],
  ['status', 1, /^(?:trang thai.*|tinh trang.*|status|ket luan|standing)$/],
  [
    'product',
    1,
    /^(?:ten )?(?:san pham|sp|hang hoa)(?: (?:ocop|duoc cong nhan|dat|dich vu|cong nhan|duoc|du thi|da|hang hoa|va).*)?$|^product(?: name)?$|^ten(?: goi)? (?:san pham|sp|hang).*$|^danh muc san pham$/,
  ],
  [
    'producer',
    1,
    /^(?:ten )?(?:chu the|cac chu the|don vi|co so|doanh nghiep|cong ty|htx|nha san xuat|to chuc|dn)(?: .*)?$|^producer(?: name)?$|^(?:ho|nha|noi|don vi) san xuat(?: .*)?$|^owner$|^ten (?:chu the|don vi|co so|doanh nghiep|htx|to chuc).*$/,
  ],
  ['address', 1, /^(?:dia chi.*|noi san xuat|dia diem.*|address|dia ban|tru so.*)$/],
  ['commune', 1, /^(?:(?:ten )?xa(?: .*)?|phuong(?: .*)?|thi tran|commune|ward|dia ban xa.*|don vi hanh chinh)$/],
  [
    'district',
    1,
    /^(?:(?:ten )?huyen(?: .*)?|quan(?: .*)?|district|dia ban huyen.*|huyen thi.*|thanh pho thi xa huyen)$/,
  ],
  ['province', 1, /^(?:(?:ten )?tinh(?: .*)?|province|tinh tp|thanh pho|tinh thanh(?: .*)?)$/],
  ['note', 1, /^(?:ghi chu.*|notes?|remarks?|chu thich)$/],
  // Wide nets, for a person to confirm.
  ['star', 0.6, /\b(?:sao|hang)\b/],
  ['decisionNumber', 0.6, /\b(?:quyet dinh|qd)\b/],
  ['producer', 0.6, /\b(?:chu the|don vi san xuat|co so san xuat|doanh nghiep)\b/],
  ['product', 0.6, /\b(?:ten san pham|san pham)\b/],
  ['address', 0.6, /\bdia chi\b/],
  ['decidedOn', 0.5, /^ngay\b/],
]

const firstTime = /\b(?:lan dau|lan (?:thu )?(?:1|nhat|mot|i)|cong nhan moi|dau tien|first)\b/
const secondTime =
  /\b(?:lan (?:thu )?(?:2|hai|ii)|nang (?:hang|sao|cap)|(?:cong nhan|danh gia|phan hang|xep hang) lai|second|upgrade)\b/

const firstOf = {
  star: 'firstStar',
  decidedOn: 'firstDecidedOn',
  year: 'firstYear',
  decisionNumber: 'firstDecisionNumber',
  authority: 'firstAuthority',
} as const
const secondOf = {
  star: 'secondStar',
  decidedOn: 'secondDecidedOn',
  year: 'secondYear',
  decisionNumber: 'secondDecisionNumber',
  authority: 'secondAuthority',
} as const

/** The column's meaning by its own heading, and by the group heading above it ("Công nhận lần đầu"), if any. */
export function meaningOf(lines: readonly string[]): { field: ImportField; confidence: number } | undefined {
  const folded = lines.map(withoutBrackets).filter((line) => line !== '')
  const own = folded.at(-1)
  if (own === undefined) return undefined
  const whole = folded.join(' ')
  const found = lookUp(own) ?? lookUp(stripOccasion(own)) ?? (folded.length > 1 ? lookUp(whole) : undefined)
  return found && { ...found, field: onOccasion(found.field, whole) }
}

/** Brackets hold units or hints: "Giá bán (đồng)", "Hạng sao (3, 4, 5)". */
function withoutBrackets(line: string): string {
  return foldWords(line.replace(/[([][^)\]]*[)\]]/g, ' ')) || foldWords(line)
}

function stripOccasion(folded: string): string {
  return folded.replace(firstTime, ' ').replace(secondTime, ' ').replace(/\s+/g, ' ').trim()
}

function lookUp(folded: string): { field: ImportField; confidence: number } | undefined {
  const meaning = folded === '' ? undefined : meanings.find(([, , heading]) => heading.test(folded))
  return meaning && { field: meaning[0], confidence: meaning[1] }
}

function onOccasion(field: ImportField, whole: string): ImportField {
  if (!isPerOccasion(field)) return field
  if (secondTime.test(whole)) return secondOf[field]
  return firstTime.test(whole) ? firstOf[field] : field
}

function isPerOccasion(field: ImportField): field is keyof typeof firstOf {
  return Object.hasOwn(firstOf, field)
}
