import type { ProducerEntry, ProducerKind } from '../domains/producers/index.ts'
import type { ProductKind } from './kinds/kind.ts'
import type { DemonstrationPlace } from './places.ts'
import type { Chance } from './random.ts'

/** Percent of producers by kind, near the programme's own counts. */
export const producerShares: readonly { kind: ProducerKind; weight: number }[] = [
  { kind: 'cooperative', weight: 33 },
  { kind: 'enterprise', weight: 25 },
  { kind: 'household-business', weight: 25 },
  { kind: 'household', weight: 9 },
  { kind: 'cooperative-group', weight: 5 },
  { kind: 'farm', weight: 2.5 },
]

const firstSyllables =
  'An Bình Cao Đại Đồng Gia Hà Hải Hồng Hưng Kim Lam Lộc Mai Minh Mộc Nam Ngọc Nhật Phú Phúc Phương Quê Sơn Tâm Tân Thanh Thảo Thiên Thuận Tín Trường Vân Việt Xuân Hương Lúa Suối'.split(
    ' ',
  )
const secondSyllables =
  'An Bảo Châu Cường Điền Đức Giang Hà Hân Hoa Hưng Khang Lâm Lộc Mộc Nguyên Nông Phát Phong Quê Sơn Tâm Thành Thảo Thịnh Tiến Trà Vàng Việt Xanh Xuân'.split(
    ' ',
  )
/** Given names alone: without a family name they point at nobody. */
const givenNames =
  'An Bích Cúc Duyên Đào Hạnh Hoà Huệ Hường Lan Liên Loan Mai Nga Nhàn Nụ Phượng Sen Thảo Thơm Tuyết Vui Xuân Yến Bảy Chín Năm Sáu Tư Út Ba Bình Cường Dũng Hùng Lâm Long Mạnh Sơn Thắng Tuấn'.split(
    ' ',
  )
const kin = ['Cô', 'Bà', 'Dì', 'Chú', 'Anh', 'Chị', 'Ông']
const peoples = ['Tày', 'Thái', 'Mường', 'Khmer', 'Nùng', 'Mông', 'Dao', 'Ê Đê', 'Gia Rai', 'Chăm', 'Cơ Ho']
const tax = { weights: [31, 29, 23, 19, 17, 13, 7, 5, 3], prefix: '99' } as const

/** A name that a firm could have; two syllables that are not the same. */
export function brandName(chance: Chance): string {
  const first = chance.pick(firstSyllables)
  const second = chance.pick(secondSyllables.filter((syllable) => syllable !== first))
  return `${first} ${second}`
}

/** A tax number with the right check digit that no office has given out: no province's numbers begin with 99. */
export function demonstrationTaxNumber(chance: Chance): string {
  for (;;) {
    const body = `${tax.prefix}${String(chance.below(10_000_000)).padStart(7, '0')}`
    const sum = tax.weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
    const check = 10 - (sum % 11)
    if (check < 10) return `${body}${check}`
  }
}

interface Naming {
  chance: Chance
  trade: string
  brand: string
  place: string
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const naming: Record<ProducerKind, (naming: Naming) => string> = {
  cooperative: ({ chance, trade, brand, place }) =>
    `Hợp tác xã ${chance.pick(['Nông nghiệp', 'Dịch vụ nông nghiệp', 'Nông nghiệp hữu cơ', 'Sản xuất và Thương mại', upperFirst(trade), upperFirst(trade), `Sản xuất ${trade}`])} ${chance.pick([place, brand])}`,
  'cooperative-group': ({ chance, trade, place }) => `Tổ hợp tác ${trade} ${place}${chance.happens(0.2) ? ' 2' : ''}`,
  enterprise: ({ chance, trade, brand, place }) =>
    `${chance.pick(['Công ty TNHH', 'Công ty TNHH', 'Công ty TNHH một thành viên', 'Công ty cổ phần', 'Doanh nghiệp tư nhân'])} ${chance.pick(['Nông sản', 'Thực phẩm', upperFirst(trade), 'Đầu tư và Phát triển', 'Thương mại'])} ${chance.happens(0.8) ? brand : place}`,
  farm: ({ chance, trade, brand, place }) => `Trang trại ${chance.happens(0.5) ? `${trade} ${place}` : brand}`,
  'household-business': ({ chance, trade, brand, place }) =>
    chance.pick([
      `Hộ kinh doanh ${chance.pick(kin)} ${chance.pick(givenNames)}`,
      `Hộ kinh doanh ${brand}`,
      `Cơ sở ${trade} ${chance.pick(kin)} ${chance.pick(givenNames)}`,
      `Cơ sở sản xuất ${trade} ${place}`,
    ]),
  household: ({ chance, trade, place }) =>
    `Hộ sản xuất ${trade} ${chance.pick(kin)} ${chance.pick(givenNames)} (${place})`,
  'tourism-association': ({ chance, place }) =>
    `${chance.pick(['Hội Du lịch cộng đồng', 'Ban điều hành du lịch', 'Hiệp hội Du lịch sinh thái'])} ${place}`,
  other: ({ trade, place }) => `Nhóm làm ${trade} ${place}`,
}

/** A demonstration producer with its brand and the year in which its story begins. */
export interface DemonstrationProducer {
  entry: ProducerEntry
  brand: string
  since: number
}

/** Makes up a producer of a trade at a place. It has no representative's name, telephone or address of mail: nobody may be meant. */
export function makeProducer(
  chance: Chance,
  { kind, place, latestYear }: { kind: ProductKind; place: DemonstrationPlace; latestYear: number },
): DemonstrationProducer {
  const kindCode: ProducerKind =
    kind.key === 'tourism' && chance.happens(0.45) ? 'tourism-association' : chance.weighted(producerShares).kind
  const brand = brandName(chance)
  const placeName = place.name ?? brand
  const name = naming[kindCode]({ chance, trade: kind.trade, brand, place: placeName })
  const since = chance.between(latestYear - 17, latestYear - 1)
  const hasTaxNumber = kindCode !== 'household' && kindCode !== 'cooperative-group' && chance.happens(0.85)
  return {
    brand,
    since,
    entry: {
      kindCode,
      name,
      taxNumber: hasTaxNumber ? demonstrationTaxNumber(chance) : null,
      introduction: introduce(chance, { name, trade: kind.trade, place: placeName, since }),
      representativeGender: chance.happens(0.4) ? 'female' : 'male',
      representativeEthnicity: chance.happens(0.17) ? chance.pick(peoples) : 'Kinh',
      place: place.columns,
    },
  }
}

function introduce(chance: Chance, it: { name: string; trade: string; place: string; since: number }): string {
  const members = chance.between(4, 60)
  const sentence = chance.pick([
    `${it.name} làm ${it.trade} ở ${it.place} từ năm ${it.since}, nay có ${members} người.`,
    `Chuyên ${it.trade}; thành lập năm ${it.since}, liên kết với ${members} hộ quanh ${it.place}.`,
    `${members} người cùng làm ${it.trade} tại ${it.place}, bắt đầu từ năm ${it.since}.`,
    `Từ năm ${it.since}, ${it.name} thu mua nguyên liệu của bà con ${it.place} và chế biến tại chỗ.`,
  ])
  return `${sentence} Chủ thể này là dữ liệu minh hoạ.`
}
