import { defineRefusals } from '../../platform/errors/refuse.ts'

/** The codes with which this domain refuses. */
export const refuse = defineRefusals({
  'unit-unknown': {
    kind: 'missing',
    vi: 'Không có đơn vị hành chính nào mang mã {code} trong danh mục {scheme}. Vui lòng kiểm tra lại mã và danh mục (2004: trước 01/7/2025; 2025: từ 01/7/2025).',
    en: 'No administrative unit has the code {code} in the scheme {scheme}. Please check both (2004: before 01/07/2025; 2025: since then).',
  },
  'unit-not-on-day': {
    kind: 'missing',
    vi: '{name} không tồn tại vào ngày {day}. Vui lòng chọn một ngày trong khoảng {from} – {to}.',
    en: '{name} did not exist on {day}. Please choose a day within {from} – {to}.',
  },
  'parent-unknown': {
    kind: 'invalid',
    vi: 'Không có đơn vị cấp trên mang mã {code} trong danh mục {scheme}. Vui lòng chọn lại tỉnh, huyện.',
    en: 'No unit above has the code {code} in the scheme {scheme}. Please choose the province or district again.',
  },
  'parent-without-scheme': {
    kind: 'invalid',
    vi: 'Mã đơn vị cấp trên phải đi cùng danh mục (scheme), vì một mã có thể thuộc cả hai danh mục. Vui lòng gửi thêm scheme=2004 hoặc scheme=2025.',
    en: 'A parent code needs its scheme, since both schemes use the same codes. Please add scheme=2004 or scheme=2025.',
  },
  'reference-miscounted': {
    kind: 'invalid',
    vi: 'Danh mục đơn vị hành chính không khớp: cần {expected}, đọc được {found}. Dữ liệu không được nạp; hãy lấy lại các tệp trong data/reference/administrative-units.',
    en: 'The lists of administrative units do not add up: {expected} expected, {found} read. Nothing was loaded; restore data/reference/administrative-units.',
  },
})
