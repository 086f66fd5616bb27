import { fieldLabels, type ImportField } from './rules/fields.ts'
import type { ProblemLevel } from './rules/problems.ts'

/** A problem as it is stored with a row: found by reading the row alone, or by holding it against the register. */
export interface RowProblem {
  code: string
  level: ProblemLevel
  column?: number | undefined
  field: ImportField
  found: string
  vi: string
  en: string
  suggestion?: { field: ImportField; value: string } | undefined
}

// What only the gazetteer, the calendar or the register can tell.
const problems = {
  'province-missing': [
    'person',
    'Không rõ dòng này thuộc tỉnh, thành phố nào. Vui lòng chọn tỉnh cho cả danh sách hoặc ghi vào dòng này.',
    'It is not known which province this row belongs to. Please choose one for the whole list or write it here.',
  ],
  'province-outside-scope': [
    'error',
    'Dòng này thuộc “{found}”, ngoài phạm vi của anh/chị. Vui lòng bỏ qua dòng hoặc gửi cho đơn vị phụ trách.',
    'This row belongs to “{found}”, outside your scope. Please leave it out or send it to whoever is responsible.',
  ],
  'commune-unread': [
    'warning',
    'Không tìm thấy xã, phường “{found}”; mới biết đến tỉnh. Vui lòng bổ sung sau ở mục Địa bàn chưa rõ.',
    'The commune “{found}” was not found; only the province is known. Please complete it later under undecided places.',
  ],
  'place-undecided': [
    'warning',
    '“{found}” đã chia về nhiều xã, phường mới; cần người quyết định ở mục Địa bàn chưa rõ.',
    '“{found}” was divided among several present communes; a person decides under undecided places.',
  ],
  'year-missing': [
    'warning',
    'Có hạng sao nhưng không có năm, ngày hay quyết định. Ghi sản phẩm, chưa ghi công nhận; hạng sao không được công bố.',
    'There is a star but no year, date or decision. The product is recorded without a recognition; the star is not published.',
  ],
  'year-in-future': [
    'person',
    'Năm hoặc ngày công nhận “{found}” ở tương lai. Vui lòng kiểm tra với quyết định.',
    'The year or date of recognition “{found}” lies in the future. Please check with the decision.',
  ],
  'producer-ambiguous': [
    'person',
    'Có nhiều chủ thể tên “{found}” trong tỉnh. Vui lòng ghi mã số thuế hoặc xã, phường để phân biệt.',
    'Several producers in the province are called “{found}”. Please write the tax number or commune.',
  ],
  'producer-similar': [
    'warning',
    'Tên gần giống chủ thể đã có: “{found}”. Nếu là một, hãy dùng tên đó; nếu không, giữ nguyên.',
    'The name resembles a known producer: “{found}”. Use that name if it is the same, or leave it.',
  ],
  'row-repeated': [
    'warning',
    'Dòng này lặp lại dòng {found} của danh sách.',
    'This row repeats row {found} of the list.',
  ],
  'product-withdrawn': [
    'warning',
    'Sản phẩm này từng có trong sổ và đã được rút; áp dụng sẽ đưa trở lại với mã cũ.',
    'This product was in the register and withdrawn; applying brings it back under its old identifier.',
  ],
  'not-applicable': ['error', '{found}', '{found}'],
} as const satisfies Record<string, readonly [ProblemLevel, string, string]>

export type RegisterProblemCode = keyof typeof problems

/** Makes a problem that needs more than the row itself. */
export function registerProblem(
  code: RegisterProblemCode,
  where: { field: ImportField; column: number | undefined; found: string; suggestion?: RowProblem['suggestion'] },
): RowProblem {
  const [level, vi, en] = problems[code]
  const fill = (text: string) =>
    text.replaceAll('{found}', () => where.found).replaceAll('{label}', fieldLabels[where.field].vi)
  return {
    code,
    level,
    field: where.field,
    column: where.column,
    found: where.found,
    vi: fill(vi),
    en: fill(en),
    suggestion: where.suggestion,
  }
}
