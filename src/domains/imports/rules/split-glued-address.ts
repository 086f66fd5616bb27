const places =
  'xã|phường|thị trấn|thôn|ấp|khóm|khu phố|khu|bản|buôn|tổ dân phố|tổ|xóm|đội|huyện|quận|thị xã|thành phố|tỉnh|đường|số nhà|số|địa chỉ|đ/c|TT\\.?|TX\\.?|TP\\.?|P\\.|X\\.|H\\.|Q\\.|KP\\.?'
const gluedAddress = new RegExp(
  `^(.{3,}?)\\s*(?:[,;:\\n]|\\s[-–—]\\s|[(])\\s*((?:${places})(?=[\\s.:\\d])[^)]*)\\)?\\s*$`,
  'isu',
)

const longestName = 400

export interface SplitName {
  name: string
  /** Only when an address was glued to the name. */
  address?: string
}

/** Parts "Doanh nghiệp giống Minh Nhựt, xã Thông Hòa" into name and address; only after a comma, bracket, dash or line end. */
export function splitGluedAddress(written: string): SplitName {
  const match = written.length > longestName ? null : gluedAddress.exec(written)
  const [, name = '', address = ''] = match ?? []
  return match ? { name: name.trim(), address: address.replace(/\s+/g, ' ').trim() } : { name: written }
}
