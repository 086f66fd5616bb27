import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What certification refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'star-not-recognised': {
    kind: 'invalid',
    vi: 'Chỉ hạng 3, 4 và 5 sao có quyết định công nhận. Vui lòng kiểm tra lại hạng sao.',
    en: 'Only 3, 4 and 5 stars are recognised by decision. Please check the star.',
  },
  'decision-day-unreal': {
    kind: 'invalid',
    vi: 'Ngày quyết định {day} không có trong lịch. Vui lòng nhập lại ngày.',
    en: 'The decision day {day} is not in the calendar. Please enter it again.',
  },
  'decision-year-needed': {
    kind: 'invalid',
    vi: 'Cần ngày quyết định, hoặc ít nhất là năm công nhận.',
    en: 'The day of the decision is needed, or at least its year.',
  },
  'decision-year-differs': {
    kind: 'invalid',
    vi: 'Năm công nhận {decidedYear} khác với năm của ngày quyết định {day}. Vui lòng giữ một trong hai.',
    en: 'The year {decidedYear} differs from that of the decision day {day}. Please keep one of them.',
  },
  'decision-in-future': {
    kind: 'invalid',
    vi: 'Ngày quyết định {day} ở trong tương lai. Vui lòng kiểm tra lại ngày.',
    en: 'The decision day {day} lies in the future. Please check it.',
  },
  'decision-before-programme': {
    kind: 'invalid',
    vi: 'Chương trình OCOP bắt đầu từ năm 2018 (Quyết định 490/QĐ-TTg), nên không có quyết định công nhận năm {decidedYear}. Vui lòng kiểm tra lại.',
    en: 'The programme began in 2018 (Decision 490/QĐ-TTg), so there is no recognition of {decidedYear}. Please check it.',
  },
  'criteria-unknown': {
    kind: 'invalid',
    vi: 'Không có bộ tiêu chí này. Vui lòng chọn trong danh sách.',
    en: 'There is no such criteria set. Please choose one from the list.',
  },
  'document-needed': {
    kind: 'invalid',
    vi: 'Mức tin cậy A cần kèm tệp quyết định đã ký. Vui lòng đính kèm tệp hoặc chọn mức B.',
    en: 'Level A needs the file of the signed decision. Please attach it or choose level B.',
  },
  'decision-number-needed': {
    kind: 'invalid',
    vi: 'Quyết định đã ký có số và ngày. Vui lòng nhập số quyết định và ngày quyết định như trong tệp.',
    en: 'A signed decision has a number and a day. Please enter both as the file shows them.',
  },
  'recognition-already-recorded': {
    kind: 'conflict',
    vi: 'Quyết định này đã được ghi cho sản phẩm: {star} sao, số {decisionNumber}. Không cần ghi lại.',
    en: 'This decision is recorded for the product already: {star} stars, number {decisionNumber}. Nothing needs to be done.',
  },
  'product-unknown': {
    kind: 'missing',
    vi: 'Không tìm thấy sản phẩm này trong phạm vi của anh/chị.',
    en: 'There is no such product in your scope.',
  },
  'recognition-unknown': {
    kind: 'missing',
    vi: 'Không tìm thấy quyết định công nhận này trong phạm vi của anh/chị.',
    en: 'There is no such recognition in your scope.',
  },
  'document-unknown': {
    kind: 'missing',
    vi: 'Không tìm thấy tệp quyết định này trong phạm vi của anh/chị.',
    en: 'There is no such decision file in your scope.',
  },
  'document-not-accepted': {
    kind: 'unsupported',
    vi: 'Tệp quyết định phải là PDF, JPEG hoặc PNG còn nguyên vẹn. Vui lòng quét hoặc xuất lại tệp.',
    en: 'The decision file must be an intact PDF, JPEG or PNG. Please scan or export it again.',
  },
  'already-suspended': {
    kind: 'conflict',
    vi: 'Công nhận này đang bị đình chỉ. Không thể đình chỉ thêm lần nữa.',
    en: 'This recognition is suspended already.',
  },
  'not-suspended': {
    kind: 'conflict',
    vi: 'Công nhận này không bị đình chỉ, nên không có gì để bãi bỏ đình chỉ.',
    en: 'This recognition is not suspended, so there is no suspension to lift.',
  },
  'already-revoked': {
    kind: 'conflict',
    vi: 'Công nhận này đã bị thu hồi. Thu hồi là cuối cùng; sản phẩm cần quyết định công nhận mới.',
    en: 'This recognition was revoked. A revocation is final; the product needs a new recognition.',
  },
  'already-annulled': {
    kind: 'conflict',
    vi: 'Dòng công nhận này đã bị hủy vì ghi sai. Không thể ghi thêm sự kiện.',
    en: 'This row was annulled as wrongly recorded. Nothing more can happen to it.',
  },
  'event-before-decision': {
    kind: 'invalid',
    vi: 'Ngày hiệu lực {day} sớm hơn quyết định công nhận ({decided}). Vui lòng kiểm tra lại ngày.',
    en: 'The effective day {day} is before the recognition ({decided}). Please check it.',
  },
  'event-out-of-order': {
    kind: 'invalid',
    vi: 'Ngày hiệu lực {day} sớm hơn sự kiện gần nhất ({latest}). Vui lòng kiểm tra lại ngày.',
    en: 'The effective day {day} is before the latest event ({latest}). Please check it.',
  },
  'event-in-future': {
    kind: 'invalid',
    vi: 'Ngày hiệu lực {day} ở trong tương lai. Vui lòng ghi khi quyết định có hiệu lực.',
    en: 'The effective day {day} lies in the future. Please record it once it takes effect.',
  },
  'event-day-unreal': {
    kind: 'invalid',
    vi: 'Ngày hiệu lực {day} không có trong lịch. Vui lòng nhập lại ngày.',
    en: 'The effective day {day} is not in the calendar. Please enter it again.',
  },
  'reason-needed': {
    kind: 'invalid',
    vi: 'Vui lòng ghi lý do.',
    en: 'Please give the reason.',
  },
  'cause-unknown': {
    kind: 'invalid',
    vi: 'Vui lòng chọn một trong sáu căn cứ thu hồi của Điều 8 Quyết định 26/2026/QĐ-TTg.',
    en: 'Please choose one of the six causes of Decision 26/2026/QĐ-TTg, article 8.',
  },
  'cause-superfluous': {
    kind: 'invalid',
    vi: 'Căn cứ thu hồi chỉ dùng khi thu hồi. Vui lòng bỏ trống.',
    en: 'A cause belongs to a revocation only. Please leave it empty.',
  },
})
