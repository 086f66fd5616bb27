import { defineRefusals } from '../../../platform/errors/refuse.ts'

/** What proving one's identity refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'step-expired': {
    kind: 'unauthenticated',
    vi: 'Lượt đăng nhập này đã hết hạn. Vui lòng nhập lại tên đăng nhập và mật khẩu.',
    en: 'This sign-in has expired. Please enter login and password again.',
  },
  'factor-wrong': {
    kind: 'unauthenticated',
    vi: 'Mã hoặc khóa xác thực không đúng, hoặc đã được dùng. Vui lòng chờ mã mới rồi nhập lại.',
    en: 'The code or passkey is not right, or was used already. Please wait for the next code and try again.',
  },
  'proof-wrong': {
    kind: 'invalid',
    vi: 'Thông tin xác nhận không đúng. Vui lòng kiểm tra mật khẩu hoặc mã và nhập lại.',
    en: 'This does not confirm that it is you. Please check the password or the code and try again.',
  },
  'old-password-wrong': {
    kind: 'invalid',
    vi: 'Mật khẩu hiện tại không đúng. Vui lòng nhập lại.',
    en: 'The present password is not right. Please enter it again.',
  },
  'totp-present': {
    kind: 'conflict',
    vi: 'Ứng dụng tạo mã đã được bật. Muốn đổi máy, vui lòng tắt ứng dụng cũ trước.',
    en: 'A code generator is active already. To change devices, please remove it first.',
  },
  'totp-code-wrong': {
    kind: 'invalid',
    vi: 'Mã 6 số chưa đúng. Vui lòng kiểm tra giờ trên điện thoại và nhập mã đang hiện.',
    en: 'The six digits are not right. Please check the phone’s clock and enter the code it shows now.',
  },
  'passkey-refused': {
    kind: 'invalid',
    vi: 'Khóa truy cập chưa được nhận. Vui lòng thử lại trên đúng trang này.',
    en: 'The passkey was not accepted. Please try again on this very site.',
  },
  'factor-unknown': {
    kind: 'missing',
    vi: 'Không có cách xác thực này, hoặc đã được gỡ. Vui lòng tải lại trang.',
    en: 'There is no such factor, or it was removed. Please reload the page.',
  },
  'last-factor': {
    kind: 'conflict',
    vi: 'Vai trò của anh/chị cần ít nhất một cách xác thực. Vui lòng thêm cách khác trước khi gỡ cách này.',
    en: 'Your role needs at least one second factor. Please add another before removing this one.',
  },
  'session-unknown': {
    kind: 'missing',
    vi: 'Không có phiên làm việc này, hoặc đã kết thúc. Vui lòng tải lại trang.',
    en: 'There is no such session, or it has ended. Please reload the page.',
  },
  'sign-on-absent': {
    kind: 'missing',
    vi: 'Hệ thống này chưa bật đăng nhập một lần. Vui lòng dùng mật khẩu.',
    en: 'Single sign-on is not set up here. Please use your password.',
  },
  'sign-on-refused': {
    kind: 'unauthenticated',
    vi: 'Đăng nhập một lần không thành công hoặc đã quá giờ. Vui lòng bắt đầu lại từ trang đăng nhập.',
    en: 'Single sign-on did not succeed or took too long. Please start again from the sign-in page.',
  },
  'claim-unknown': {
    kind: 'invalid',
    vi: 'Mã liên kết không đúng hoặc đã hết hạn. Vui lòng hỏi lại mã trên màn hình của người đó.',
    en: 'This linking code is wrong or expired. Please ask for the code on that person’s screen again.',
  },
  'account-unknown': {
    kind: 'missing',
    vi: 'Không có tài khoản này trong phạm vi của anh/chị.',
    en: 'There is no such account in your scope.',
  },
  'client-unknown': {
    kind: 'missing',
    vi: 'Không có khóa API này, hoặc đã bị thu hồi.',
    en: 'There is no such API client, or it was revoked.',
  },
  'client-permission-refused': {
    kind: 'invalid',
    vi: 'Hệ thống không thể được cấp quyền “{permission}”, hoặc chính anh/chị không có quyền đó.',
    en: 'A system cannot be given “{permission}”, or you do not hold it yourself.',
  },
  'client-province-unknown': {
    kind: 'invalid',
    vi: 'Không có tỉnh này, hoặc ngoài phạm vi của anh/chị. Vui lòng chọn tỉnh đang có hiệu lực.',
    en: 'There is no such province in your scope. Please choose a present one.',
  },
})
