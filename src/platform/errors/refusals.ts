import { defineRefusals } from './refuse.ts'

/** Refusals that belong to no domain: the edge itself makes them. */
export const refuse = defineRefusals({
  'sign-in-required': {
    kind: 'unauthenticated',
    vi: 'Anh/chị cần đăng nhập để xem nội dung này.',
    en: 'Please sign in to see this.',
  },
  'not-permitted': {
    kind: 'forbidden',
    vi: 'Vai trò hiện tại của anh/chị không có quyền làm việc này.',
    en: 'Your present role does not permit this.',
  },
  'confirmation-needed': {
    kind: 'forbidden',
    vi: 'Việc này không thể lấy lại, nên cần xác nhận đúng là anh/chị. Vui lòng nhập mật khẩu hoặc mã xác thực.',
    en: 'This cannot be undone, so please confirm that it is you with your password or a second factor.',
  },
  'second-factor-needed': {
    kind: 'forbidden',
    vi: 'Vai trò của anh/chị cần bước xác thực thứ hai. Vui lòng bật ở trang “Tài khoản của tôi” trước khi làm việc.',
    en: 'Your role needs a second factor. Please set one up under “My account” first.',
  },
  'credentials-mixed': {
    kind: 'invalid',
    vi: 'Yêu cầu vừa có phiên đăng nhập vừa có khóa API. Vui lòng chỉ gửi một trong hai.',
    en: 'The request carries both a session and a bearer token. Please send only one of them.',
  },
  'token-invalid': {
    kind: 'unauthenticated',
    vi: 'Khóa truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Vui lòng lấy khóa mới ở /oauth/token.',
    en: 'The access token is wrong, expired or revoked. Please ask /oauth/token for a new one.',
  },
  'not-found': { kind: 'missing', vi: 'Không tìm thấy nội dung này.', en: 'There is nothing here.' },
  'input-invalid': {
    kind: 'invalid',
    vi: 'Có {count} chỗ cần sửa. Vui lòng xem từng mục được đánh dấu.',
    en: '{count} fields need mending. Please see each marked field.',
  },
  'body-unreadable': {
    kind: 'invalid',
    vi: 'Nội dung gửi lên không đọc được. Vui lòng gửi JSON đúng cú pháp.',
    en: 'The body could not be read. Please send well-formed JSON.',
  },
  'media-type-unsupported': {
    kind: 'unsupported',
    vi: 'Kiểu nội dung gửi lên không được hỗ trợ ở địa chỉ này.',
    en: 'This media type is not accepted here.',
  },
  'request-too-large': {
    kind: 'too-large',
    vi: 'Nội dung gửi lên vượt quá {limitMegabytes} MB. Vui lòng chia nhỏ hoặc giảm dung lượng.',
    en: 'The request is larger than {limitMegabytes} MB. Please split or shrink it.',
  },
  'file-missing': {
    kind: 'invalid',
    vi: 'Chưa có tệp nào được gửi lên. Vui lòng chọn một tệp.',
    en: 'No file was sent. Please choose one.',
  },
  'too-many-requests': {
    kind: 'too-many',
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Vui lòng thử lại sau {seconds} giây.',
    en: 'Too many requests. Please try again in {seconds} seconds.',
  },
  'version-needed': {
    kind: 'invalid',
    vi: 'Cần cho biết đang sửa bản nào: tiêu đề If-Match: "<số bản>" hoặc mục version trong nội dung.',
    en: 'Please say which version is being changed: the header If-Match: "<version>", or version in the body.',
  },
  'if-match-unreadable': {
    kind: 'invalid',
    vi: 'Tiêu đề If-Match {header} không đọc được. Vui lòng gửi đúng một số bản trong ngoặc kép, như ETag đã nhận.',
    en: 'The header If-Match {header} could not be read. Please send one version in quotes, as the ETag gave it.',
  },
  'versions-disagree': {
    kind: 'invalid',
    vi: 'If-Match nói bản {header} nhưng nội dung nói bản {body}. Vui lòng gửi một số bản.',
    en: 'If-Match says version {header}, the body says {body}. Please send one version.',
  },
  'origin-refused': {
    kind: 'forbidden',
    vi: 'Yêu cầu không xuất phát từ trang này nên bị từ chối. Vui lòng mở lại trang và thử lại.',
    en: 'The request did not come from this site and was refused. Please reopen the page and try again.',
  },
})
