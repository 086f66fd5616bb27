import { foldWords } from './fold-words.ts'

const abbreviations: Record<string, string> = {
  htx: 'hop tac xa',
  htxnn: 'hop tac xa nong nghiep',
  htxdv: 'hop tac xa dich vu',
  htxdvnn: 'hop tac xa dich vu nong nghiep',
  htxsx: 'hop tac xa san xuat',
  tht: 'to hop tac',
  cty: 'cong ty',
  ctcp: 'cong ty co phan',
  cp: 'co phan',
  tnhh: 'trach nhiem huu han',
  mtv: 'mot thanh vien',
  tv: 'thanh vien',
  dntn: 'doanh nghiep tu nhan',
  dn: 'doanh nghiep',
  hkd: 'ho kinh doanh',
  sxkd: 'san xuat kinh doanh',
  cssx: 'co so san xuat',
  cs: 'co so',
  nn: 'nong nghiep',
  dv: 'dich vu',
  dvnn: 'dich vu nong nghiep',
  sx: 'san xuat',
  kd: 'kinh doanh',
  tm: 'thuong mai',
  dvth: 'dich vu tong hop',
  xnk: 'xuat nhap khau',
  xk: 'xuat khau',
  nk: 'nhap khau',
  cb: 'che bien',
  cn: 'chi nhanh',
  cnc: 'cong nghe cao',
  kdtm: 'kinh doanh thuong mai',
  tmdv: 'thuong mai dich vu',
  dt: 'dau tu',
  pt: 'phat trien',
  ntts: 'nuoi trong thuy san',
  nls: 'nong lam san',
  vsattp: 've sinh an toan thuc pham',
  sxtm: 'san xuat thuong mai',
}

// Words of legal form and of trade that every second name carries: they do not tell producers apart.
const formWords =
  /\b(?:lien hiep|hop tac xa|to hop tac|tong cong ty|cong ty|co phan|trach nhiem huu han|mot thanh vien|hai thanh vien|thanh vien|doanh nghiep tu nhan|doanh nghiep|chi nhanh|ho kinh doanh ca the|ho kinh doanh|ho san xuat kinh doanh|ho san xuat|ho gia dinh|co so san xuat kinh doanh|co so san xuat|co so che bien|co so|trang trai|san xuat|kinh doanh|thuong mai|dich vu|tong hop|xuat nhap khau|nong nghiep|dau tu|phat trien|va)\b/g

export interface FoldedName {
  /** Folded, abbreviations written out: "hop tac xa nong nghiep xuan hoa". */
  full: string
  /** Without form and trade, i for y: "xuan hoa". Two names with one core in one place are worth a look. */
  core: string
}

/** Folds a producer's name so that "HTX NN Xuân Hòa" and "Hợp tác xã nông nghiệp Xuân Hoà" are the same. */
export function foldProducerName(name: string): FoldedName {
  const full = foldWords(name)
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
    .replace(/\bho ca the\b/g, 'ho kinh doanh')
  const stripped = full.replace(formWords, ' ').replace(/\s+/g, ' ').trim()
  // Quy and Qui, Kỹ and Kĩ are one sound; spelling wavers.
  const core = (stripped || full).replace(/([hklmstq]u?)y\b/g, '$1i')
  return { full, core }
}

const places =
  'xã|phường|thị trấn|thôn|ấp|khóm|khu phố|khu|bản|buôn|tổ dân phố|tổ|xóm|đội|huyện|quận|thị xã|thành phố|tỉnh|đường|số nhà|số|địa chỉ|đ/c|TT\\.?|TX\\.?|TP\\.?|P\\.|X\\.|H\\.|Q\\.|KP\\.?'
const gluedAddress = new RegExp(
  `^(.{3,}?)\\s*(?:[,;:\\n]|\\s[-–—]\\s|[(])\\s*((?:${places})(?=[\\s.:\\d])[^)]*)\\)?\\s*$`,
  'isu',
)

const longestName = 400

export interface SplitName {
  name: string
  /** Only when an address was glued to the name. */
  address?: string
}

/** Parts "Doanh nghiệp giống Minh Nhựt, xã Thông Hòa" into name and address; only after a comma, bracket, dash or line end. */
export function splitGluedAddress(written: string): SplitName {
  const match = written.length > longestName ? null : gluedAddress.exec(written)
  const [, name = '', address = ''] = match ?? []
  return match ? { name: name.trim(), address: address.replace(/\s+/g, ' ').trim() } : { name: written }
}
