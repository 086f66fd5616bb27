const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as people in Vietnam write it: 24/11/2026 09:00. */
export function momentInWords(at: Date): string {
  const parts = Object.fromEntries(moment.formatToParts(at).map((part) => [part.type, part.value]))
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`
}

/** What an invitation says on paper or by e-mail. */
export interface InvitationContent {
  address: string
  displayName: string | null
  issuer: string
  role: { nameVi: string; nameEn: string }
  place: { vi: string; en: string }
  expiresAt: Date
}

/** The letter that brings a one-time link, Vietnamese first. */
export function writeInvitation(content: InvitationContent): { subject: string; text: string } {
  const { address, displayName, issuer, role, place } = content
  const until = momentInWords(content.expiresAt)
  const text = `Kính gửi ${displayName ?? 'anh/chị'},

${issuer} mời anh/chị làm ${role.nameVi} – ${place.vi} trong Sổ đăng ký sản phẩm OCOP.

Để nhận tài khoản, vui lòng mở đường dẫn sau và tự đặt tên đăng nhập, mật khẩu:
${address}

Đường dẫn dùng được một lần, đến ${until}. Xin đừng chuyển tiếp thư này. Nếu anh/chị không chờ thư này, vui lòng bỏ qua.

---
${issuer} invites you to be ${role.nameEn} – ${place.en} in Vietnam's OCOP registry.
Please open the link above and choose your own login and password. It works once, until ${until}.
`
  return { subject: `Lời mời: ${role.nameVi} – ${place.vi}`, text }
}
