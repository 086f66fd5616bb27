import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What accounts refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'sign-in-failed': {
    kind: 'unauthenticated',
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Vui lòng kiểm tra và nhập lại.',
    en: 'The login or the password is not right. Please check both and try again.',
  },
  'sign-in-throttled': {
    kind: 'too-many',
    vi: 'Đã có nhiều lần đăng nhập không thành công. Vui lòng thử lại sau {seconds} giây.',
    en: 'There were several failed sign-ins. Please try again in {seconds} seconds.',
  },
  'invitation-unknown': {
    kind: 'missing',
    vi: 'Đường dẫn mời không đúng. Vui lòng mở lại đúng đường dẫn đã nhận.',
    en: 'This invitation link is not right. Please open exactly the link that was sent.',
  },
  'invitation-used': {
    kind: 'gone',
    vi: 'Đường dẫn mời này đã được dùng. Nếu tài khoản là của anh/chị, vui lòng đăng nhập.',
    en: 'This invitation has been used. If the account is yours, please sign in.',
  },
  'invitation-expired': {
    kind: 'gone',
    vi: 'Đường dẫn mời này đã hết hạn hoặc đã được thay bằng đường dẫn mới. Vui lòng xin cấp lại.',
    en: 'This invitation has expired or was replaced by a newer one. Please ask for another.',
  },
  'login-taken': {
    kind: 'conflict',
    vi: 'Tên đăng nhập này đã có người dùng. Vui lòng chọn tên khác.',
    en: 'This login is taken. Please choose another.',
  },
  'password-refused': {
    kind: 'invalid',
    vi: 'Mật khẩu chưa đạt. Vui lòng xem lý do ở ô mật khẩu và chọn mật khẩu khác.',
    en: 'The password was not accepted. Please see the reason at its field and choose another.',
  },
  'role-unknown': {
    kind: 'invalid',
    vi: 'Không có vai trò này. Vui lòng chọn một vai trò trong danh sách.',
    en: 'There is no such role. Please choose one from the list.',
  },
  'province-needed': {
    kind: 'invalid',
    vi: 'Vai trò này gắn với một tỉnh. Vui lòng chọn tỉnh, thành phố đang có hiệu lực.',
    en: 'This role belongs to a province. Please choose one of the present provinces.',
  },
  'province-superfluous': {
    kind: 'invalid',
    vi: 'Vai trò này áp dụng cho cả nước. Vui lòng bỏ trống tỉnh.',
    en: 'This role covers the whole country. Please leave the province empty.',
  },
  'grant-beyond-own': {
    kind: 'forbidden',
    vi: 'Anh/chị không thể cấp quyền hoặc phạm vi mà chính mình không có.',
    en: 'You cannot grant a permission or a scope that you do not hold yourself.',
  },
})
