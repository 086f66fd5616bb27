import { defineRefusals } from '../errors/refuse.ts'

/** What the outbox refuses. */
export const refuse = defineRefusals({
  'letter-missing': {
    kind: 'missing',
    vi: 'Không có thư này trong phạm vi của anh/chị.',
    en: 'There is no such letter in your scope.',
  },
  'letter-sent': {
    kind: 'conflict',
    vi: 'Thư này đã gửi đi, không cần gửi lại.',
    en: 'This letter was sent; there is nothing to repeat.',
  },
  'letter-too-old': {
    kind: 'gone',
    vi: 'Thư này đã quá 7 ngày, đường dẫn trong thư không còn dùng được. Vui lòng mời lại.',
    en: 'This letter is more than 7 days old and its link is void. Please invite again.',
  },
})
