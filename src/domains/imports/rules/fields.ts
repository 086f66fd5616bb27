/** What a column of a provincial list can mean, with the words to show for it. The order is that of the picker. */
export const fieldLabels = {
  product: { vi: 'Tên sản phẩm', en: 'Product' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  producerKind: { vi: 'Loại hình chủ thể', en: 'Kind of producer' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  district: { vi: 'Huyện', en: 'District' },
  province: { vi: 'Tỉnh', en: 'Province' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  star: { vi: 'Hạng sao', en: 'Star' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Date of decision' },
  year: { vi: 'Năm công nhận', en: 'Year of recognition' },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number' },
  authority: { vi: 'Cơ quan công nhận', en: 'Authority' },
  firstStar: { vi: 'Lần đầu: hạng sao', en: 'First: star' },
  firstDecidedOn: { vi: 'Lần đầu: ngày', en: 'First: date' },
  firstYear: { vi: 'Lần đầu: năm', en: 'First: year' },
  firstDecisionNumber: { vi: 'Lần đầu: số quyết định', en: 'First: decision number' },
  firstAuthority: { vi: 'Lần đầu: cơ quan', en: 'First: authority' },
  secondStar: { vi: 'Lần hai hoặc nâng hạng: hạng sao', en: 'Second or upgrade: star' },
  secondDecidedOn: { vi: 'Lần hai hoặc nâng hạng: ngày', en: 'Second or upgrade: date' },
  secondYear: { vi: 'Lần hai hoặc nâng hạng: năm', en: 'Second or upgrade: year' },
  secondDecisionNumber: { vi: 'Lần hai hoặc nâng hạng: số quyết định', en: 'Second or upgrade: decision number' },
  secondAuthority: { vi: 'Lần hai hoặc nâng hạng: cơ quan', en: 'Second or upgrade: authority' },
  currentStar: { vi: 'Hạng sao hiện tại', en: 'Present star' },
  expiry: { vi: 'Ngày hết hạn', en: 'Expiry' },
  status: { vi: 'Trạng thái', en: 'Status' },
  group: { vi: 'Ngành, nhóm sản phẩm', en: 'Product group' },
  set: { vi: 'Bộ sản phẩm', en: 'Product set' },
  price: { vi: 'Giá bán', en: 'Price' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  code: { vi: 'Mã sản phẩm', en: 'Product code' },
  gtin: { vi: 'Mã vạch', en: 'Barcode (GTIN)' },
  representative: { vi: 'Người đại diện', en: 'Representative' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  taxNumber: { vi: 'Mã số thuế', en: 'Tax number' },
  description: { vi: 'Mô tả', en: 'Description' },
  note: { vi: 'Ghi chú', en: 'Note' },
  ordinal: { vi: 'Số thứ tự', en: 'Ordinal' },
} as const satisfies Record<string, { vi: string; en: string }>

export type ImportField = keyof typeof fieldLabels

/** Tells whether a stored or posted text names a field. */
export function isImportField(text: string): text is ImportField {
  return Object.hasOwn(fieldLabels, text)
}

/** Every field, in the order of the picker. */
export const importFields: readonly ImportField[] = Object.keys(fieldLabels).filter(isImportField)
