import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What an import may be refused for. */
export const refuse = defineRefusals({
  'batch-unknown': {
    kind: 'missing',
    vi: 'Không tìm thấy đợt nhập này trong phạm vi của anh/chị.',
    en: 'There is no such import batch in your scope.',
  },
  'row-unknown': { kind: 'missing', vi: 'Đợt nhập này không có dòng {row}.', en: 'This batch has no row {row}.' },
  'province-out-of-scope': {
    kind: 'forbidden',
    vi: 'Anh/chị chỉ được nhập danh sách của tỉnh, thành phố mình phụ trách.',
    en: 'You may import only lists of your own province.',
  },
  'province-unknown': {
    kind: 'invalid',
    vi: 'Mã tỉnh {code} không có trong danh mục 34 tỉnh, thành phố hiện hành.',
    en: 'Province code {code} is not among the present 34.',
  },
  'wrong-state': {
    kind: 'conflict',
    vi: 'Không làm được việc này khi đợt nhập đang ở trạng thái “{state}”. Vui lòng tải lại trang để xem tình trạng mới nhất.',
    en: 'This cannot be done while the batch is “{state}”. Please reload to see its present state.',
  },
  'field-unknown': { kind: 'invalid', vi: 'Không có trường “{field}”.', en: 'There is no field “{field}”.' },
  'field-mapped-twice': {
    kind: 'invalid',
    vi: 'Trường “{field}” được gán cho hai cột. Mỗi trường chỉ nhận một cột.',
    en: 'Field “{field}” is mapped to two columns. Each takes one column only.',
  },
  'sheet-unknown': { kind: 'invalid', vi: 'Tệp không có trang tính số {sheet}.', en: 'The file has no sheet {sheet}.' },
  'nothing-to-apply': {
    kind: 'conflict',
    vi: 'Không có dòng nào mới hoặc thay đổi để áp dụng.',
    en: 'There is no new or changed row to apply.',
  },
  'problems-left': {
    kind: 'conflict',
    vi: 'Còn {count} dòng có vấn đề chưa xử lý. Hãy sửa, bỏ qua từng dòng, hoặc chọn áp dụng phần còn lại.',
    en: '{count} rows still have problems. Mend or skip them, or choose to apply the rest.',
  },
  'register-changed': {
    kind: 'conflict',
    vi: 'Sổ đăng ký đã thay đổi sau khi xem trước (dòng {row}). Đã xem trước lại; vui lòng kiểm tra rồi áp dụng.',
    en: 'The register has changed since the dry run (row {row}). It was judged anew; please check and apply again.',
  },
  'undo-blocked': {
    kind: 'conflict',
    vi: 'Không hoàn tác được: {what} đã được thay đổi sau đợt nhập này.',
    en: 'Cannot be undone: {what} was changed after this batch.',
  },
})
