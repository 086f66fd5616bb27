/** Every permission there is, with what it lets a person do. Roles grant them as data (accounts.role_permission). */
export const permissions = {
  'accounts.read': { vi: 'Xem tài khoản trong phạm vi', en: 'Read accounts in scope' },
  'accounts.invite': { vi: 'Cấp tài khoản', en: 'Issue accounts' },
  'accounts.manage': {
    vi: 'Tạm khóa, mở lại, kết thúc, bàn giao tài khoản',
    en: 'Suspend, reinstate, end and hand over accounts',
  },
  'letters.read': { vi: 'Xem thư hệ thống chưa gửi được', en: 'Read letters in the outbox' },
  'api-clients.manage': { vi: 'Cấp và thu hồi khóa API', en: 'Issue and revoke API clients' },
  'audit.read': { vi: 'Xem nhật ký thay đổi', en: 'Read the audit log' },
  'changes.propose': { vi: 'Đề nghị sửa thông tin đã công khai', en: 'Propose changes to what is public' },
  'changes.decide': { vi: 'Duyệt đề nghị sửa', en: 'Decide on proposed changes' },
  'producers.assist': { vi: 'Làm thay chủ thể khi được đồng ý', en: 'Act for a producer with consent' },
  'code-lists.edit': { vi: 'Sửa danh mục dùng chung', en: 'Edit code lists' },
  'personal-data.answer': { vi: 'Xử lý yêu cầu về dữ liệu cá nhân', en: 'Answer personal-data requests' },
  'producers.read': { vi: 'Xem chủ thể trong phạm vi', en: 'Read producers in scope' },
  'producers.edit': { vi: 'Thêm, sửa chủ thể', en: 'Add and edit producers' },
  'producers.merge': { vi: 'Gộp chủ thể trùng', en: 'Merge duplicate producers' },
  'products.read': { vi: 'Xem sản phẩm trong phạm vi', en: 'Read products in scope' },
  'products.edit': { vi: 'Thêm, sửa sản phẩm và ảnh', en: 'Add and edit products and pictures' },
  'products.merge': { vi: 'Gộp sản phẩm trùng', en: 'Merge duplicate products' },
  'recognitions.read': { vi: 'Xem quyết định công nhận', en: 'Read recognitions' },
  'recognitions.record': {
    vi: 'Ghi nhận công nhận, đình chỉ, thu hồi',
    en: 'Record recognitions, suspensions, revocations',
  },
  'imports.read': { vi: 'Xem các đợt nhập danh sách', en: 'Read import batches' },
  'imports.run': { vi: 'Nhập danh sách, áp dụng, hoàn tác', en: 'Import lists, apply and undo' },
  'places.decide': { vi: 'Chọn xã, phường cho địa chỉ chưa rõ', en: 'Decide undecided places' },
  'exports.run': { vi: 'Xuất dữ liệu ra bảng tính', en: 'Export to spreadsheets' },
} as const

export type Permission = keyof typeof permissions

/** What a route asks of its caller. */
export type Access = 'anyone' | 'signed-in' | Permission

/** Tells whether a text from the database names a permission that the code knows. */
export function isPermission(text: string): text is Permission {
  return text in permissions
}
