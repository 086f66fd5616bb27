import { defineRefusals } from '../errors/refuse.ts'

/** Why a picture is not accepted. */
export const refuse = defineRefusals({
  'picture-type-unsupported': {
    kind: 'unsupported',
    vi: 'Tệp này không phải ảnh JPEG, PNG hoặc WebP. Vui lòng chọn ảnh khác, hoặc lưu lại ảnh thành JPEG.',
    en: 'This file is not a JPEG, PNG or WebP picture. Please choose another, or save it as JPEG.',
  },
  'picture-animated': {
    kind: 'unsupported',
    vi: 'Ảnh động không được nhận. Vui lòng chọn ảnh tĩnh.',
    en: 'Animated pictures are not accepted. Please choose a still one.',
  },
  'picture-too-many-pixels': {
    kind: 'too-large',
    vi: 'Ảnh có hơn {limitMegapixels} triệu điểm ảnh. Vui lòng thu nhỏ ảnh rồi gửi lại.',
    en: 'The picture has more than {limitMegapixels} megapixels. Please make it smaller and send it again.',
  },
  'picture-too-small': {
    kind: 'invalid',
    vi: 'Ảnh nhỏ hơn {limitPixels} điểm ảnh mỗi chiều nên không nhìn rõ. Vui lòng chọn ảnh lớn hơn.',
    en: 'The picture is smaller than {limitPixels} pixels on a side. Please choose a larger one.',
  },
  'picture-damaged': {
    kind: 'invalid',
    vi: 'Ảnh bị hỏng hoặc không đầy đủ. Vui lòng chọn lại tệp gốc.',
    en: 'The picture is damaged or incomplete. Please choose the original file again.',
  },
})
