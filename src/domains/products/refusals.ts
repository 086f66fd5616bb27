import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What products refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'product-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy sản phẩm này trong phạm vi của anh/chị.',
    en: 'There is no such product in your scope.',
  },
  'product-incomplete': {
    kind: 'invalid',
    vi: 'Có {count} mục của sản phẩm cần sửa. Vui lòng xem từng mục được đánh dấu.',
    en: '{count} fields of the product need mending. Please see each marked field.',
  },
  'product-may-exist': {
    kind: 'conflict',
    vi: 'Chủ thể này có thể đã có sản phẩm đó trong sổ: {candidates}. Vui lòng dùng sản phẩm đã có, hoặc xác nhận đây là sản phẩm khác.',
    en: 'This producer may have that product already: {candidates}. Please use that one, or confirm that this is another.',
  },
  'product-stale': {
    kind: 'stale',
    vi: 'Sản phẩm này đã được {changedBy} sửa lúc {changedAt} (nay là bản {version}). Vui lòng tải lại rồi sửa tiếp.',
    en: 'This product was changed by {changedBy} at {changedAt} (now version {version}). Please reload and edit again.',
  },
  'product-merged': {
    kind: 'conflict',
    vi: 'Sản phẩm này đã được gộp vào {keptPublicId}. Vui lòng mở sản phẩm được giữ.',
    en: 'This product was merged into {keptPublicId}. Please open the one that was kept.',
  },
  'product-withdrawn': {
    kind: 'conflict',
    vi: 'Sản phẩm này đã rút khỏi sổ. Vui lòng khôi phục trước khi sửa.',
    en: 'This product was withdrawn. Please restore it before editing.',
  },
  'product-active': {
    kind: 'conflict',
    vi: 'Sản phẩm này đang có hiệu lực trong sổ, không cần khôi phục.',
    en: 'This product is active; there is nothing to restore.',
  },
  'merge-with-itself': {
    kind: 'conflict',
    vi: 'Không thể gộp một sản phẩm với chính nó. Vui lòng chọn sản phẩm khác.',
    en: 'A product cannot be merged with itself. Please choose another.',
  },
  'merge-across-producers': {
    kind: 'conflict',
    vi: 'Hai sản phẩm này thuộc hai chủ thể khác nhau. Nếu là một chủ thể bị trùng, vui lòng gộp chủ thể trước.',
    en: 'These products belong to different producers. If the producer is in twice, please merge the producers first.',
  },
  'code-unreadable': {
    kind: 'invalid',
    vi: 'Mã {code} không đọc được. Vui lòng kiểm tra lại.',
    en: 'The code {code} could not be read. Please check it.',
  },
  'code-taken': {
    kind: 'conflict',
    vi: 'Mã {code} đã thuộc về sản phẩm {publicId}. Vui lòng kiểm tra lại mã, hoặc gộp hai sản phẩm nếu là một.',
    en: 'The code {code} belongs to product {publicId}. Please check the code, or merge the two if they are one.',
  },
  'picture-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy ảnh này.',
    en: 'There is no such picture.',
  },
  'picture-limit': {
    kind: 'conflict',
    vi: 'Mỗi sản phẩm có tối đa {limit} ảnh. Vui lòng gỡ bớt ảnh cũ trước.',
    en: 'A product has at most {limit} pictures. Please remove one first.',
  },
  'picture-known': {
    kind: 'conflict',
    vi: 'Ảnh này đã có ở sản phẩm.',
    en: 'The product has this picture already.',
  },
  'subject-decided': {
    kind: 'conflict',
    vi: 'Địa bàn của {publicId} đã được xác định. Vui lòng tải lại danh sách.',
    en: 'The place of {publicId} has been decided. Please reload the list.',
  },
})
