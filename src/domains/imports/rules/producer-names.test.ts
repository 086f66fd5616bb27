import { describe, expect, test } from 'vitest'
import { matchNameOf } from '../../../platform/text/match-name.ts'
import { isAllCapitals, properCase } from './proper-case.ts'
import { readProducerKind } from './read-producer-kind.ts'
import { splitGluedAddress } from './split-glued-address.ts'

test.each([
  ['HTX Xuân Hòa', 'cooperative'],
  ['HTXNN Thông Hòa', 'cooperative'],
  ['Hợp tác xã dịch vụ nông nghiệp', 'cooperative'],
  ['Liên hiệp HTX', 'cooperative'],
  ['THT nhãn', 'cooperative-group'],
  ['Tổ hợp tác nhãn Rạch Đùi', 'cooperative-group'],
  ['Công ty TNHH Seagull', 'enterprise'],
  ['Cty TNHH MTV', 'enterprise'],
  ['CTCP Viên Sơn', 'enterprise'],
  ['CTY Hoa', 'enterprise'],
  ['DNTN Minh', 'enterprise'],
  ['Chi nhánh Công ty TNHH Ceres', 'enterprise'],
  ['Doanh nghiệp giống', 'enterprise'],
  ['Trang trại Phong Thúy', 'farm'],
  ['HKD Thùy Quyên', 'household-business'],
  ['Hộ kinh doanh Minh', 'household-business'],
  ['Hộ SXKD Thạch S.', 'household-business'],
  ['Cơ sở sản xuất bánh kẹo', 'household-business'],
  ['Cơ sở Tài Hoan', 'household-business'],
  ['Hộ ông Nguyễn Văn A', 'household'],
  ['Hộ gia đình bà B', 'household'],
  ['Ông Trần Văn C', 'household'],
  ['Hội Du lịch cộng đồng', 'tourism-association'],
  ['Hiệp hội du lịch', 'tourism-association'],
  ['cooperative', 'cooperative'],
  ['household-business', 'household-business'],
  ['Thạch Su', 'other'],
  ['', 'other'],
  ['Hợp tác xã', 'cooperative'],
  ['HỢP TÁC XÃ'.normalize('NFD'), 'cooperative'],
])('%j is of the kind %s', (text, kind) => {
  expect(readProducerKind(text)).toBe(kind)
})

describe('names that lists spell differently are one', () => {
  test.each([
    ['HTX NN Xuân Hòa', 'Hợp tác xã nông nghiệp Xuân Hoà'],
    ['HTXNN Xuân Hòa', 'Hợp tác xã Nông nghiệp Xuân Hòa'],
    ['Cty TNHH SX TM DV Hải Minh', 'Công ty Trách nhiệm hữu hạn Sản xuất Thương mại Dịch vụ Hải Minh'],
    ['CTCP Viên Sơn', 'Công ty Cổ phần Viên Sơn'],
    ['HKD Minh Huyền', 'Hộ kinh doanh Minh Huyền'],
    ['CTY TNHH MTV “Cá Đen”', 'Công ty TNHH một thành viên Cá Đen'],
    ['HTXSX Tân Qui', 'Hợp tác xã sản xuất Tân Qui'],
  ])('%s = %s', (one, other) => expect(matchNameOf(one)).toBe(matchNameOf(other)))
})

describe('an address glued to the name is parted', () => {
  test.each([
    ['Doanh nghiệp giống thủy sản Minh Nhựt, xã Thông Hòa', 'Doanh nghiệp giống thủy sản Minh Nhựt', 'xã Thông Hòa'],
    ['HTX Tân Qui - ấp 3, xã An Phú Tân', 'HTX Tân Qui', 'ấp 3, xã An Phú Tân'],
    ['HKD Minh (thôn Đoài, xã Việt Hùng)', 'HKD Minh', 'thôn Đoài, xã Việt Hùng'],
    ['Công ty TNHH Hoa\nĐịa chỉ: 12 Lê Lợi', 'Công ty TNHH Hoa', 'Địa chỉ: 12 Lê Lợi'],
    ['HTX Hoa Sen; TT. Cầu Kè, huyện Cầu Kè', 'HTX Hoa Sen', 'TT. Cầu Kè, huyện Cầu Kè'],
  ])('%j', (written, name, address) => expect(splitGluedAddress(written)).toEqual({ name, address }))

  test.each([
    'Hợp tác xã dịch vụ nông nghiệp thôn Đoài',
    'Công ty CP Nước mắm Phan Thiết - Mũi Né',
    'HTX Sản xuất, chế biến chè',
    'Công ty TNHH Xuất nhập khẩu Đà Lạt - Kho Bãi',
    'Hộ kinh doanh Đỗ V.V.T.',
  ])('%j is left whole', (written) => expect(splitGluedAddress(written)).toEqual({ name: written }))
})

test('capitals are seen and a spelling is proposed', () => {
  expect(isAllCapitals('CÔNG TY TNHH CHÈ TÂN CƯƠNG')).toBe(true)
  expect(properCase('CÔNG TY TNHH CHÈ TÂN CƯƠNG')).toBe('Công ty TNHH Chè Tân Cương')
  expect(properCase('HỢP TÁC XÃ NÔNG NGHIỆP XUÂN HÒA')).toBe('Hợp tác xã nông nghiệp Xuân Hòa')
  for (const short of ['TAFA', 'HTX OCOP', 'ST25', 'Trứng gà TAFA', '123']) expect(isAllCapitals(short)).toBe(false)
})
