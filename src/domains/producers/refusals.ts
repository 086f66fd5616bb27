import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What producers refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'producer-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy chủ thể này trong phạm vi của anh/chị.',
    en: 'There is no such producer in your scope.',
  },
  'producer-incomplete': {
    kind: 'invalid',
    vi: 'Có {count} mục của chủ thể cần sửa. Vui lòng xem từng mục được đánh dấu.',
    en: '{count} fields of the producer need mending. Please see each marked field.',
  },
  'producer-may-exist': {
    kind: 'conflict',
    vi: 'Chủ thể này có thể đã có trong sổ: {candidates}. Vui lòng dùng chủ thể đã có, hoặc xác nhận đây là chủ thể khác.',
    en: 'This producer may be in the register already: {candidates}. Please use that one, or confirm that this is another.',
  },
  'producer-stale': {
    kind: 'stale',
    vi: 'Chủ thể này đã được {changedBy} sửa lúc {changedAt} (nay là bản {version}). Vui lòng tải lại rồi sửa tiếp.',
    en: 'This producer was changed by {changedBy} at {changedAt} (now version {version}). Please reload and edit again.',
  },
  'producer-merged': {
    kind: 'conflict',
    vi: 'Chủ thể này đã được gộp vào {keptPublicId}. Vui lòng mở chủ thể được giữ.',
    en: 'This producer was merged into {keptPublicId}. Please open the one that was kept.',
  },
  'producer-withdrawn': {
    kind: 'conflict',
    vi: 'Chủ thể này đã rút khỏi sổ. Vui lòng khôi phục trước khi sửa.',
    en: 'This producer was withdrawn. Please restore it before editing.',
  },
  'producer-active': {
    kind: 'conflict',
    vi: 'Chủ thể này đang có hiệu lực trong sổ, không cần khôi phục.',
    en: 'This producer is active; there is nothing to restore.',
  },
  'merge-with-itself': {
    kind: 'conflict',
    vi: 'Không thể gộp một chủ thể với chính nó. Vui lòng chọn chủ thể khác.',
    en: 'A producer cannot be merged with itself. Please choose another.',
  },
  'place-unreadable': {
    kind: 'invalid',
    vi: 'Chưa xác định được tỉnh, thành phố của địa chỉ. Vui lòng chọn đơn vị hành chính trong danh sách.',
    en: 'The province of this address is not known. Please choose the administrative unit from the list.',
  },
  'place-unknown': {
    kind: 'invalid',
    vi: 'Không có đơn vị hành chính {code}. Vui lòng chọn trong danh sách.',
    en: 'There is no administrative unit {code}. Please choose from the list.',
  },
  'commune-not-candidate': {
    kind: 'invalid',
    vi: 'Xã, phường {code} không nằm trong các đơn vị kế thừa của địa bàn đã ghi. Vui lòng chọn một đơn vị được đề xuất.',
    en: 'Commune {code} is not among the successors of the recorded unit. Please choose one of the candidates.',
  },
  'place-outside-scope': {
    kind: 'forbidden',
    vi: 'Địa bàn này nằm ngoài phạm vi của anh/chị.',
    en: 'This place lies outside your scope.',
  },
  'cursor-unreadable': {
    kind: 'invalid',
    vi: 'Trang tiếp theo không đọc được. Vui lòng tải lại danh sách từ đầu.',
    en: 'The cursor could not be read. Please reload the list from its start.',
  },
})
