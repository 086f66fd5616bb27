import { fieldLabels, type ImportField } from './fields.ts'

/** `error`: the row cannot be taken as it is · `person`: somebody must decide · `warning`: taken, but worth a look. */
export type ProblemLevel = 'error' | 'person' | 'warning'

export interface Suggestion {
  field: ImportField
  value: string
}

export interface Problem {
  code: ProblemCode
  level: ProblemLevel
  /** 1-based; absent when no column holds the field. */
  column?: number
  field: ImportField
  /** What stands in the cell. */
  found: string
  vi: string
  en: string
  suggestion?: Suggestion
}

// {found} and {label} are filled in; the sentences say what is wrong and what to do.
const problems = {
  'product-missing': [
    'error',
    'Dòng này không có tên sản phẩm. Vui lòng ghi tên hoặc bỏ qua dòng.',
    'This row has no product name. Please write it or leave the row out.',
  ],
  'producer-missing': [
    'error',
    'Dòng này không có chủ thể. Vui lòng ghi tên chủ thể.',
    'This row has no producer. Please write its name.',
  ],
  'cell-error': [
    'error',
    'Ô chứa lỗi "{found}" của bảng tính. Vui lòng ghi lại giá trị đúng.',
    'The cell holds the spreadsheet error "{found}". Please write the right value.',
  ],
  'formula-without-value': [
    'person',
    'Ô là công thức chưa có kết quả. Vui lòng mở tệp bằng Excel, lưu lại hoặc ghi giá trị.',
    'The cell is a formula without a stored result. Please save the file in Excel or write the value.',
  ],
  'star-unreadable': [
    'person',
    'Không hiểu "{found}" là mấy sao. Vui lòng chọn 3, 4 hoặc 5 sao.',
    '"{found}" is not understood as a star. Please choose 3, 4 or 5.',
  ],
  'star-needs-person': [
    'person',
    '"{found}" có thể là nhiều hạng sao. Vui lòng chọn hạng theo quyết định.',
    '"{found}" may be more than one star. Please choose the one in the decision.',
  ],
  'proposal-not-decision': [
    'person',
    '"{found}" là đề xuất hoặc tiềm năng, chưa phải hạng sao được công nhận. Không ghi nhận hạng này.',
    '"{found}" is a proposal, not a recognised star. No recognition is recorded from it.',
  ],
  'not-recognised': [
    'warning',
    '"{found}": sản phẩm chưa được công nhận hạng sao, chỉ ghi nhận sản phẩm.',
    '"{found}": the product is not recognised; only the product is recorded.',
  ],
  'star-missing': [
    'warning',
    'Không có hạng sao, chỉ ghi nhận sản phẩm.',
    'There is no star; only the product is recorded.',
  ],
  'below-three-stars': [
    'warning',
    '"{found}": 1 và 2 sao không có quyết định công nhận (Điều 4, QĐ 26/2026/QĐ-TTg), chỉ ghi nhận sản phẩm.',
    '"{found}": there is no decision for 1 and 2 stars (art. 4, Decision 26/2026/QĐ-TTg); only the product is recorded.',
  ],
  'status-contradicts-star': [
    'person',
    'Trạng thái "{found}" trái với hạng sao trong cùng dòng. Vui lòng kiểm tra với quyết định.',
    'The status "{found}" contradicts the star in the same row. Please check with the decision.',
  ],
  'current-star-differs': [
    'person',
    'Hạng sao hiện tại "{found}" khác hạng sao của lần công nhận gần nhất trong dòng.',
    'The present star "{found}" differs from the latest recognition in the row.',
  ],
  'date-impossible': [
    'person',
    'Không có ngày "{found}". Vui lòng ghi theo dạng ngày/tháng/năm.',
    'There is no such date as "{found}". Please write day/month/year.',
  ],
  'date-unreadable': [
    'person',
    'Không hiểu "{found}" là ngày nào. Vui lòng ghi theo dạng ngày/tháng/năm.',
    '"{found}" is not understood as a date. Please write day/month/year.',
  ],
  'date-incomplete': [
    'warning',
    '"{found}" chưa đủ ngày, tháng, năm; chỉ dùng được năm.',
    '"{found}" is not a whole date; only the year is used.',
  ],
  'year-unreadable': ['person', 'Không hiểu "{found}" là năm nào.', '"{found}" is not understood as a year.'],
  'year-before-programme': [
    'person',
    'Năm {found} là trước khi có Chương trình OCOP (2018). Vui lòng kiểm tra.',
    'The year {found} is before the OCOP programme began (2018). Please check.',
  ],
  'year-differs-from-date': [
    'person',
    'Năm "{found}" khác năm của ngày quyết định. Vui lòng chọn theo quyết định.',
    'The year "{found}" differs from the date of the decision. Please go by the decision.',
  ],
  'years-drag-filled': [
    'person',
    'Năm tăng đều từng dòng ({found}) trong khi quyết định không đổi: có thể do kéo chuột sao chép. Vui lòng kiểm tra.',
    'The years go up row by row ({found}) while the decision stays the same: probably dragged. Please check.',
  ],
  'decisions-drag-filled': [
    'person',
    'Số quyết định tăng đều từng dòng ({found}): có thể do kéo chuột sao chép. Vui lòng kiểm tra.',
    'The decision numbers go up row by row ({found}): probably dragged. Please check.',
  ],
  'decision-unreadable': [
    'person',
    'Không hiểu "{found}" là số quyết định. Ví dụ đúng: 2008/QĐ-UBND.',
    '"{found}" is not understood as a decision number. Example: 2008/QĐ-UBND.',
  ],
  'decision-incomplete': [
    'warning',
    'Số quyết định "{found}" thiếu phần ký hiệu, ví dụ /QĐ-UBND.',
    'The decision number "{found}" lacks its suffix, for example /QĐ-UBND.',
  ],
  'decision-missing': [
    'warning',
    'Không có số quyết định. Vui lòng bổ sung khi có.',
    'There is no decision number. Please add it when you have it.',
  ],
  'several-decisions': [
    'person',
    'Ô có nhiều quyết định ("{found}"). Vui lòng cho biết quyết định nào ứng với hạng sao nào.',
    'The cell cites several decisions ("{found}"). Please say which belongs to which star.',
  ],
  'second-before-first': [
    'person',
    'Lần công nhận thứ hai ({found}) lại trước lần đầu. Vui lòng kiểm tra hai ngày.',
    'The second recognition ({found}) is before the first. Please check both dates.',
  ],
  'expiry-differs': [
    'warning',
    'Ngày hết hạn "{found}" khác ngày quyết định cộng 36 tháng.',
    'The expiry "{found}" is not 36 months after the decision.',
  ],
  'several-products': [
    'person',
    'Một ô có vẻ ghi nhiều sản phẩm. Vui lòng tách mỗi sản phẩm một dòng.',
    'One cell seems to name several products. Please give each its own row.',
  ],
  'product-merged': [
    'person',
    'Tên sản phẩm nằm trong ô gộp nhiều dòng. Vui lòng cho biết dòng này là sản phẩm khác hay lần công nhận khác.',
    'The product name is in a cell merged over several rows. Please say whether this row is another product or another recognition.',
  ],
  'address-glued': [
    'warning',
    'Địa chỉ viết liền sau tên chủ thể; đã tách tên và địa chỉ.',
    'An address is glued to the producer’s name; name and address were parted.',
  ],
  'all-capitals': [
    'warning',
    '{label} viết toàn chữ hoa; giữ nguyên như đã viết.',
    '{label} is written in capitals; kept as written.',
  ],
  'curly-quotes': [
    'warning',
    '{label} có dấu ngoặc kép cong; giữ nguyên như đã viết.',
    '{label} has curly quotes; kept as written.',
  ],
  'decoded-from-legacy': [
    'warning',
    '{label} được gõ bằng phông chữ cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode. Vui lòng xem lại chính tả.',
    '{label} was typed in a legacy font (TCVN3 or VNI) and converted to Unicode. Please check the spelling.',
  ],
  'price-unreadable': [
    'warning',
    'Không hiểu giá "{found}"; giữ nguyên trong ghi chú.',
    'The price "{found}" is not understood; it is kept as written.',
  ],
  'price-maybe-thousands': [
    'warning',
    'Giá "{found}" dưới 1.000 đồng: có thể tính bằng nghìn đồng.',
    'The price "{found}" is below 1,000 đồng: it may be in thousands.',
  ],
  'tax-number-wrong': [
    'warning',
    'Mã số thuế "{found}" sai chữ số kiểm tra. Vui lòng kiểm tra lại.',
    'The tax number "{found}" has a wrong check digit. Please check it.',
  ],
  'tax-number-lost-zero': [
    'warning',
    'Mã số thuế "{found}" bị mất số 0 ở đầu.',
    'The tax number "{found}" lost its first zero.',
  ],
  'tax-number-unreadable': [
    'warning',
    '"{found}" không phải là mã số thuế (10, 10-3 hoặc 12 chữ số).',
    '"{found}" is not a tax number (10, 10-3 or 12 digits).',
  ],
  'gtin-wrong': [
    'warning',
    'Mã vạch "{found}" sai số kiểm tra hoặc sai độ dài.',
    'The barcode "{found}" has a wrong check digit or length.',
  ],
  'gtin-foreign': [
    'warning',
    'Mã vạch "{found}" không bắt đầu bằng 893 (Việt Nam).',
    'The barcode "{found}" does not begin with 893 (Vietnam).',
  ],
  'phone-unreadable': [
    'warning',
    'Không hiểu số điện thoại "{found}".',
    'The phone number "{found}" is not understood.',
  ],
  'group-unreadable': [
    'warning',
    'Không hiểu nhóm sản phẩm "{found}". Vui lòng chọn một trong sáu nhóm.',
    'The product group "{found}" is not understood. Please choose one of the six.',
  ],
  'taken-from-section': [
    'warning',
    '{label} lấy từ dòng tiêu đề "{found}" phía trên.',
    '{label} is taken from the title row "{found}" above.',
  ],
} as const satisfies Record<string, readonly [ProblemLevel, string, string]>

export type ProblemCode = keyof typeof problems

/** Makes a problem with its sentences in both languages. */
export function problem(
  code: ProblemCode,
  where: { field: ImportField; column?: number | undefined; found: string; suggestion?: Suggestion | undefined },
): Problem {
  const [level, vi, en] = problems[code]
  const label = fieldLabels[where.field]
  const shown = where.found.length > 80 ? `${where.found.slice(0, 79)}…` : where.found
  return {
    code,
    level,
    field: where.field,
    found: where.found,
    vi: vi.replaceAll('{found}', () => shown).replaceAll('{label}', label.vi),
    en: en.replaceAll('{found}', () => shown).replaceAll('{label}', label.en),
    ...(where.column !== undefined && { column: where.column }),
    ...(where.suggestion && { suggestion: where.suggestion }),
  }
}
