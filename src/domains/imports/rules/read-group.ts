import { foldWords } from './fold-words.ts'

export type GroupCode = 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI'

export type GroupReading =
  | { kind: 'group'; group: GroupCode }
  | { kind: 'set'; group: GroupCode; set: string }
  | { kind: 'blank' }
  | { kind: 'unreadable' }

// Names of the six groups and 26 sets: QĐ 26/2026/QĐ-TTg, annex I; beside them the names of QĐ 148 and 1048 and what offices write.
const groups: [GroupCode, RegExp][] = [
  ['VI', /du lich|diem du lich|dich vu du lich|tourism/],
  ['III', /duoc lieu|thao duoc|thuoc|my pham|medicinal|herb/],
  ['II', /do uong|thuc uong|beverage|drink/],
  ['V', /sinh vat canh|ornamental|hoa kieng/],
  ['IV', /thu cong|my nghe|handicraft|luu niem|vai may mac|det may|trang tri/],
  ['I', /thuc pham|food|nong san/],
]

const sets: [code: string, group: GroupCode, vi: string, en: string, more?: RegExp][] = [
  [
    '01',
    'I',
    'Rau, củ, quả, hạt tươi',
    'Fresh vegetables, tubers, fruits, nuts',
    /^(?:rau cu qua|trai cay tuoi|rau qua tuoi|rau cu qua tuoi)$/,
  ],
  [
    '02',
    'I',
    'Thịt, thủy sản, trứng, sữa tươi',
    'Fresh meat, aquatic products, eggs, milk',
    /^thit (?:thuy san )?trung sua tuoi$/,
  ],
  [
    '03',
    'I',
    'Gạo, ngũ cốc, hạt sơ chế khác',
    'Rice, cereals and other minimally processed grains',
    /^(?:gao|gao ngu coc)$/,
  ],
  [
    '04',
    'I',
    'Mật ong, mật khác và nông sản thực phẩm khác',
    'Honey, other syrups/nectars and other agri-food',
    /^mat ong(?: .*)?$/,
  ],
  ['05', 'I', 'Đồ ăn nhanh', 'Ready-to-eat foods'],
  ['06', 'I', 'Chế biến từ gạo, ngũ cốc', 'Processed rice and cereal products'],
  ['07', 'I', 'Chế biến từ rau, củ, quả, hạt', 'Processed vegetables, fruits, nuts'],
  [
    '08',
    'I',
    'Chế biến từ thịt, thủy sản, trứng, sữa, mật ong, mật khác và nông sản khác',
    'Processed meat, aquatic, egg, milk, honey and other agri-food',
    /^che bien tu thit thuy san(?: .*)?$/,
  ],
  [
    '09',
    'I',
    'Tương, nước mắm, gia vị dạng lỏng khác',
    'Sauces, fish sauce, other liquid condiments',
    /^(?:tuong )?nuoc mam(?: .*)?$/,
  ],
  [
    '10',
    'I',
    'Gia vị khác (muối, hành, tỏi, tiêu…)',
    'Other spices (salt, onion, garlic, pepper…)',
    /^gia vi khac(?: .*)?$/,
  ],
  ['11', 'I', 'Chè tươi, chè chế biến', 'Fresh and processed tea', /^che(?: tuoi)?$/],
  ['12', 'I', 'Trà từ thực vật khác', 'Herbal / other plant teas', /^(?:cac )?(?:san pham )?tra tu thuc vat(?: .*)?$/],
  ['13', 'I', 'Cà phê, ca cao', 'Coffee, cocoa', /^(?:ca phe|ca cao)$/],
  ['14', 'II', 'Rượu trắng', 'White spirits'],
  ['15', 'II', 'Đồ uống có cồn khác', 'Other alcoholic drinks', /^do uong co con khac$/],
  [
    '16',
    'II',
    'Nước khoáng thiên nhiên, nước uống đóng chai',
    'Natural mineral and bottled water',
    /^nuoc (?:khoang|uong dong chai)(?: .*)?$/,
  ],
  ['17', 'II', 'Đồ uống không cồn khác', 'Other non-alcoholic drinks', /^do uong khong con(?: khac)?$/],
  [
    '18',
    'III',
    'Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền',
    'Functional foods, herbal and traditional medicines',
    /^(?:thuc pham chuc nang|thuoc co truyen)(?: .*)?$/,
  ],
  ['19', 'III', 'Mỹ phẩm có thành phần từ dược liệu', 'Cosmetics with herbal ingredients', /^my pham(?: .*)?$/],
  ['20', 'III', 'Tinh dầu và dược liệu khác', 'Essential oils and other medicinal herbs', /^tinh dau(?: .*)?$/],
  ['21', 'IV', 'Thủ công mỹ nghệ gia dụng, trang trí', 'Household and decorative handicrafts'],
  ['22', 'IV', 'Vải, may mặc', 'Textiles and garments'],
  ['23', 'V', 'Hoa', 'Flowers', /^hoa(?: tuoi)?$/],
  ['24', 'V', 'Cây cảnh', 'Ornamental plants'],
  ['25', 'V', 'Động vật cảnh', 'Ornamental animals'],
  [
    '26',
    'VI',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Community tourism, ecotourism services and tourist sites',
  ],
]

const isSetName = new Map(sets.flatMap((set) => [set[2], set[3]].map((name) => [foldWords(name), set] as const)))

/** Reads a group or set as lists name it: by code ("I", "Bộ 13"), by its legal name, or by what offices call it ("Thảo dược"). */
export function readGroup(text: string): GroupReading {
  const folded = foldWords(text)
  if (folded === '') return { kind: 'blank' }
  const plain = folded.replace(
    /^(?:(?:nganh|nhom|bo|phan nhom|san pham|nganh hang|nhom san pham|bo san pham|cac)\s+)+(?=\w)/,
    '',
  )
  return byCode(folded) ?? byName(folded) ?? byName(plain) ?? byWords(plain)
}

function byCode(folded: string): GroupReading | undefined {
  const roman = /^(?:nhom |nganh )?(i|ii|iii|iv|v|vi)(?: |$)/.exec(folded)?.[1]
  const group = roman ? groups.find(([code]) => code.toLowerCase() === roman)?.[0] : undefined
  if (group) return { kind: 'group', group }
  const number = /^(?:(?:bo|set|ocop26|bo so|bo san pham(?: so)?) )?0?(\d{1,2})$/.exec(folded)?.[1]
  const set = number ? sets.find(([code]) => Number(code) === Number(number)) : undefined
  return set && { kind: 'set', group: set[1], set: set[0] }
}

function byName(folded: string): GroupReading | undefined {
  const set = isSetName.get(folded) ?? sets.find(([, , , , more]) => more?.test(folded))
  // Set 26 has the name of its group.
  if (set?.[0] === '26') return { kind: 'set', group: 'VI', set: '26' }
  return set && { kind: 'set', group: set[1], set: set[0] }
}

function byWords(plain: string): GroupReading {
  const group = groups.find(([, words]) => words.test(plain))?.[0]
  return group ? { kind: 'group', group } : { kind: 'unreadable' }
}
