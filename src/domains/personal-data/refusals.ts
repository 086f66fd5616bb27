import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What personal data refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'request-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy yêu cầu này trong phạm vi của anh/chị.',
    en: 'There is no such request in your scope.',
  },
  'request-answered': {
    kind: 'conflict',
    vi: 'Yêu cầu này đã được trả lời. Nếu cần trả lời khác, vui lòng ghi một yêu cầu mới.',
    en: 'This request has been answered. If another answer is needed, please record a new request.',
  },
  'received-in-future': {
    kind: 'invalid',
    vi: 'Ngày nhận {day} ở trong tương lai. Vui lòng kiểm tra lại ngày.',
    en: 'The day of receipt {day} lies in the future. Please check it.',
  },
})
