import { expect, test } from 'vitest'
import { readGroup } from './read-group.ts'
import { splitProducts } from './split-products.ts'

test.each([
  ['1. Chè xanh\n2. Chè đen', ['Chè xanh', 'Chè đen']],
  ['1) Chè xanh\n2) Chè đen\nhộp 100 g', ['Chè xanh', 'Chè đen hộp 100 g']],
  ['- Cam\n- Bưởi', ['Cam', 'Bưởi']],
  ['1. Chè xanh 2. Chè đen 3. Chè vàng', ['Chè xanh', 'Chè đen', 'Chè vàng']],
  ['Mật ong; Phấn hoa', ['Mật ong', 'Phấn hoa']],
  ['Mật ong rừng\nPhấn hoa', ['Mật ong rừng', 'Phấn hoa']],
])('%j names several products', (written, products) => {
  expect(splitProducts(written)).toEqual(products)
})

test.each([
  'Bánh Vừng Dừa (Coconut Biscuit)',
  'Miến dong, loại 1',
  'Gạo\nnếp cái',
  'Chè Shan tuyết\n(Cổ thụ)',
  'Nước mắm 40 độ',
  'Trà 7 vị',
  '7. Trà',
  'Rượu 29.5',
  'Bí đỏ - Cổ Loa',
])('%j names one', (written) => {
  expect(splitProducts(written)).toHaveLength(1)
})

test.each([
  ['Thực phẩm', 'I', undefined],
  ['Nhóm thực phẩm', 'I', undefined],
  ['FOOD', 'I', undefined],
  ['Đồ uống', 'II', undefined],
  ['Thảo dược', 'III', undefined],
  ['Dược liệu và sản phẩm từ dược liệu', 'III', undefined],
  ['Thủ công mỹ nghệ', 'IV', undefined],
  ['Hàng thủ công mỹ nghệ', 'IV', undefined],
  ['Sinh vật cảnh', 'V', undefined],
  ['Dịch vụ du lịch', 'VI', undefined],
  ['Nhóm II', 'II', undefined],
  ['IV', 'IV', undefined],
  ['Cà phê, ca cao', 'I', '13'],
  ['Chè tươi, chè chế biến', 'I', '11'],
  ['Bộ 13', 'I', '13'],
  ['01', 'I', '01'],
  ['Vải, may mặc', 'IV', '22'],
  ['Rượu trắng', 'II', '14'],
  ['Gia vị khác', 'I', '10'],
  ['Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền', 'III', '18'],
  ['Household and decorative handicrafts', 'IV', '21'],
  ['Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch', 'VI', '26'],
  ['Mỹ phẩm có thành phần từ dược liệu', 'III', '19'],
])('the group %j is %s, set %s', (text, group, set) => {
  expect(readGroup(text)).toEqual(set ? { kind: 'set', group, set } : { kind: 'group', group })
})

test.each([
  ['', 'blank'],
  ['Khác', 'unreadable'],
  ['99', 'unreadable'],
])('the group %j is %s', (text, kind) => {
  expect(readGroup(text).kind).toBe(kind)
})
