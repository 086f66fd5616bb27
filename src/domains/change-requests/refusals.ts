import { defineRefusals } from '../../platform/errors/refuse.ts'

/** What change-requests refuses, and what the reader can do about it. */
export const refuse = defineRefusals({
  'request-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy đề nghị sửa này trong phạm vi của anh/chị.',
    en: 'There is no such proposed change in your scope.',
  },
  'edit-directly': {
    kind: 'conflict',
    vi: 'Anh/chị có quyền sửa trực tiếp. Vui lòng sửa trên trang của sản phẩm hoặc chủ thể, ghi lý do.',
    en: 'You may edit directly. Please edit on the page of the record and give the reason.',
  },
  'nothing-proposed': {
    kind: 'invalid',
    vi: 'Không có mục nào khác với sổ hiện nay. Vui lòng sửa ít nhất một mục.',
    en: 'Nothing differs from the record. Please change at least one field.',
  },
  'request-open': {
    kind: 'conflict',
    vi: 'Đã có đề nghị sửa đang chờ duyệt cho {publicId}: /office/changes/{requestId}. Vui lòng chờ kết quả, hoặc rút đề nghị đó rồi gửi lại.',
    en: 'A proposed change of {publicId} is waiting already: /office/changes/{requestId}. Please wait for it, or withdraw it and propose again.',
  },
  'record-stale': {
    kind: 'stale',
    vi: '{publicId} đã được {changedBy} sửa lúc {changedAt} (nay là bản {version}). Vui lòng tải lại rồi xem tiếp.',
    en: '{publicId} was changed by {changedBy} at {changedAt} (now version {version}). Please reload and look again.',
  },
  'wrong-state': {
    kind: 'conflict',
    vi: 'Đề nghị này đã được xử lý ({state}, {by}). Vui lòng tải lại trang.',
    en: 'This request has been settled already ({state}, {by}). Please reload the page.',
  },
  'own-request': {
    kind: 'forbidden',
    vi: 'Anh/chị đã lập đề nghị này nên không tự duyệt được. Vui lòng để người khác trong tỉnh duyệt.',
    en: 'You made this request, so you cannot decide it. Please let somebody else of the province do so.',
  },
  'not-your-side': {
    kind: 'forbidden',
    vi: 'Chỉ bên đã lập đề nghị mới làm được việc này.',
    en: 'Only the side that made the request may do this.',
  },
  'fields-undecided': {
    kind: 'invalid',
    vi: 'Còn {count} mục chưa quyết định đúng cách. Vui lòng xem từng mục được đánh dấu.',
    en: '{count} fields are not decided properly. Please see each marked field.',
  },
  'conflict-undecided': {
    kind: 'conflict',
    vi: 'Có {count} mục đã được người khác sửa sau khi đề nghị được lập. Vui lòng so ba giá trị rồi chọn ghi đè hoặc giữ nguyên.',
    en: '{count} fields were changed by somebody else since. Please compare the three values and choose to overwrite or to leave.',
  },
  'better-source-stands': {
    kind: 'conflict',
    vi: 'Nguồn mức A (quyết định đã ký) đang nói khác ở: {groups}. Vui lòng dẫn quyết định đã ký mới, hoặc không chấp nhận các mục này.',
    en: 'A level A source (signed decision) says otherwise in: {groups}. Please cite the new signed decision, or leave these fields.',
  },
  'evidence-not-accepted': {
    kind: 'unsupported',
    vi: 'Giấy tờ kèm theo phải là PDF, JPEG hoặc PNG còn nguyên vẹn, không quá 10 MB. Vui lòng chụp hoặc xuất lại.',
    en: 'Evidence must be an intact PDF, JPEG or PNG of at most 10 MB. Please scan or export it again.',
  },
  'evidence-limit': {
    kind: 'conflict',
    vi: 'Mỗi đề nghị có tối đa {limit} tệp kèm theo.',
    en: 'A request holds at most {limit} files.',
  },
  'evidence-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy tệp này trong phạm vi của anh/chị.',
    en: 'There is no such file in your scope.',
  },
  'consent-needed': {
    kind: 'conflict',
    vi: 'Chưa có sự đồng ý còn hiệu lực của chủ thể để anh/chị làm thay. Vui lòng ghi nhận sự đồng ý trên trang của chủ thể.',
    en: 'There is no valid consent of the producer for you to act. Please record it on the producer’s page.',
  },
  'consent-standing': {
    kind: 'conflict',
    vi: 'Sự đồng ý của chủ thể cho anh/chị còn hiệu lực đến {until}. Vui lòng chấm dứt trước khi ghi lại.',
    en: 'The producer’s consent for you holds until {until}. Please end it before recording another.',
  },
  'consent-dates-wrong': {
    kind: 'invalid',
    vi: 'Thời hạn đồng ý phải bắt đầu không muộn hơn hôm nay, chưa hết hạn, và không quá 12 tháng (đến {latest}).',
    en: 'Consent begins today or before, has not run out, and holds 12 months at most (until {latest}).',
  },
  'witness-needed': {
    kind: 'invalid',
    vi: 'Đồng ý bằng lời cần tên người chứng kiến.',
    en: 'Spoken consent needs the name of a witness.',
  },
  'consent-missing': {
    kind: 'missing',
    vi: 'Không tìm thấy sự đồng ý này trong phạm vi của anh/chị.',
    en: 'There is no such consent in your scope.',
  },
  'consent-over': {
    kind: 'conflict',
    vi: 'Sự đồng ý này đã chấm dứt.',
    en: 'This consent has ended already.',
  },
})
