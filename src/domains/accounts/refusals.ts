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
  'commune-needed': {
    kind: 'invalid',
    vi: 'Vai trò này gắn với một xã, phường. Vui lòng chọn xã, phường đang có hiệu lực.',
    en: 'This role belongs to a commune. Please choose one of the present communes.',
  },
  'role-not-here': {
    kind: 'invalid',
    vi: 'Vai trò này được cấp ở trang của chủ thể. Vui lòng mở chủ thể rồi chọn “Mời người của chủ thể”.',
    en: 'This role is issued from the page of the producer. Please open the producer and invite from there.',
  },
  'role-not-for-producer': {
    kind: 'invalid',
    vi: 'Vai trò này không phải của chủ thể. Vui lòng chọn đại diện hoặc nhân viên của chủ thể.',
    en: 'This is no role of a producer. Please choose owner or staff.',
  },
  'grant-missing': {
    kind: 'missing',
    vi: 'Anh/chị không có (hoặc không còn) vai trò này. Vui lòng tải lại trang và chọn lại.',
    en: 'You do not hold this role (any more). Please reload the page and choose again.',
  },
  'role-held': {
    kind: 'conflict',
    vi: 'Tài khoản này đã có đúng vai trò đó ở nơi đó.',
    en: 'This account already holds that role in that place.',
  },
  'account-missing': {
    kind: 'missing',
    vi: 'Không có tài khoản này trong phạm vi của anh/chị.',
    en: 'There is no such account in your scope.',
  },
  'account-own': {
    kind: 'forbidden',
    vi: 'Anh/chị không thể tự làm việc này với tài khoản của mình. Vui lòng nhờ người quản trị khác.',
    en: 'You cannot do this to your own account. Please ask another administrator.',
  },
  'account-above': {
    kind: 'forbidden',
    vi: 'Tài khoản này có vai trò ngang trên hoặc ngoài phạm vi của anh/chị. Vui lòng nhờ cấp trên.',
    en: 'This account holds a role above you or outside your scope. Please ask those above.',
  },
  'account-not-active': {
    kind: 'conflict',
    vi: 'Tài khoản này không ở trạng thái hoạt động. Vui lòng tải lại trang để xem tình trạng hiện nay.',
    en: 'This account is not active. Please reload the page to see its present state.',
  },
  'account-not-suspended': {
    kind: 'conflict',
    vi: 'Tài khoản này không bị tạm khóa nên không cần mở lại.',
    en: 'This account is not suspended; there is nothing to reinstate.',
  },
  'account-ended': {
    kind: 'conflict',
    vi: 'Tài khoản này đã kết thúc. Nếu người này trở lại, vui lòng cấp lời mời mới.',
    en: 'This account has ended. If the person returns, please issue a new invitation.',
  },
  'last-administrator': {
    kind: 'conflict',
    vi: 'Đây là quản trị viên cấp Bộ cuối cùng đang hoạt động. Vui lòng mời thêm một quản trị viên trước.',
    en: 'This is the last active ministry administrator. Please invite another one first.',
  },
  'successor-same': {
    kind: 'invalid',
    vi: 'Người nhận phải là một người khác. Vui lòng chọn tài khoản khác.',
    en: 'The other person must be somebody else. Please choose another account.',
  },
  'days-unusable': {
    kind: 'invalid',
    vi: 'Ngày cuối phải từ ngày đầu trở đi, chưa qua, và không quá 366 ngày. Vui lòng chọn lại.',
    en: 'The last day must not lie before the first, nor in the past, nor more than 366 days later. Please choose again.',
  },
  'invitation-missing': {
    kind: 'missing',
    vi: 'Không có lời mời đang chờ này trong phạm vi của anh/chị.',
    en: 'There is no such open invitation in your scope.',
  },
  'list-cursor-unreadable': {
    kind: 'invalid',
    vi: 'Trang tiếp theo không đọc được. Vui lòng tải lại danh sách từ đầu.',
    en: 'The cursor could not be read. Please reload the list from its start.',
  },
  'people-list-unreadable': {
    kind: 'invalid',
    vi: 'Không tìm thấy dòng tiêu đề có các cột “Họ và tên” và “Vai trò”. Vui lòng dùng tệp mẫu.',
    en: 'No heading row with the columns “Họ và tên” and “Vai trò” was found. Please use the template.',
  },
  'people-list-empty': {
    kind: 'invalid',
    vi: 'Danh sách chưa có người nào dưới dòng tiêu đề.',
    en: 'There is nobody below the heading row of this list.',
  },
  'people-list-too-long': {
    kind: 'too-large',
    vi: 'Danh sách có quá {limit} dòng. Vui lòng chia thành nhiều tệp.',
    en: 'The list has more than {limit} rows. Please split it.',
  },
  'people-list-problems': {
    kind: 'invalid',
    vi: 'Còn {count} dòng cần sửa nên chưa cấp lời mời nào. Vui lòng sửa trong tệp rồi gửi lại.',
    en: '{count} rows need mending, so nobody was invited. Please mend the file and send it again.',
  },
  'people-list-applied': {
    kind: 'conflict',
    vi: 'Anh/chị đã cấp lời mời theo đúng tệp này trong 7 ngày qua. Nếu thật sự muốn mời lại tất cả, hãy chọn “Mời lại”.',
    en: 'You have issued invitations from exactly this file within 7 days. To invite everybody again, choose “Invite again”.',
  },
})
