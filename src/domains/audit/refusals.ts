import { defineRefusals } from '../../platform/errors/refuse.ts'

export const refuse = defineRefusals({
  'history-not-permitted': {
    kind: 'forbidden',
    vi: 'Vai trò hiện tại của anh/chị không xem được lịch sử của loại bản ghi này.',
    en: 'Your present role does not see the history of this kind of record.',
  },
})
