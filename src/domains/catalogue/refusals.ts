import { defineRefusals } from '../../platform/errors/refuse.ts'

export const refuse = defineRefusals({
  'product-unknown': {
    kind: 'missing',
    vi: 'Không có sản phẩm nào mang mã này trong sổ đăng ký OCOP. Vui lòng xem lại mã in trên nhãn.',
    en: 'No product in the OCOP register carries this code. Please check the code on the label.',
  },
  'product-gone': {
    kind: 'gone',
    vi: 'Sản phẩm này từng có trong sổ đăng ký OCOP nhưng hiện không còn được công bố.',
    en: 'This product was once in the OCOP register and is no longer published.',
  },
  'producer-unknown': {
    kind: 'missing',
    vi: 'Không có chủ thể nào mang mã này trong sổ đăng ký OCOP.',
    en: 'No producer in the OCOP register carries this identifier.',
  },
  'producer-gone': {
    kind: 'gone',
    vi: 'Chủ thể này từng có sản phẩm OCOP được công bố, hiện không còn.',
    en: 'This producer once had published OCOP products and has none now.',
  },
  'province-unknown': {
    kind: 'missing',
    vi: 'Không có tỉnh, thành phố nào mang mã này.',
    en: 'No province carries this code.',
  },
  'sitemap-unknown': {
    kind: 'missing',
    vi: 'Không có phần sơ đồ trang này.',
    en: 'There is no such part of the sitemap.',
  },
  'cursor-unreadable': {
    kind: 'invalid',
    vi: 'Dấu trang (cursor) không đọc được. Vui lòng dùng đúng giá trị "next" của trang trước, hoặc bắt đầu lại không kèm cursor.',
    en: 'The cursor could not be read. Please use the "next" value of the page before, or start again without one.',
  },
})
