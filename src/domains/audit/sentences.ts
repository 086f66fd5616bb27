import { fieldNames } from './field-names.ts'

export type Locale = 'vi' | 'en'

/** One row of one entry, as the log keeps it: only the columns that changed. */
export interface ToldChange {
  table: string
  operation: 'insert' | 'update' | 'delete'
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** The name of a code (a province, a commune, a producer) where there is one. */
export type NameOf = (column: string, value: string) => string | null

const longest = 120
const written = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
const plainDay = /^(\d{4})-(\d{2})-(\d{2})/
const fixed: Record<string, { vi: string; en: string }> = {
  'insert producers.producer': { vi: 'ghi chủ thể vào sổ', en: 'entered the producer' },
  'insert products.product': { vi: 'ghi sản phẩm vào sổ', en: 'entered the product' },
  'insert products.picture': { vi: 'thêm một ảnh', en: 'added a picture' },
  'insert producers.merger': {
    vi: 'gộp một bản ghi trùng vào chủ thể này',
    en: 'merged a duplicate into this producer',
  },
  'insert products.merger': {
    vi: 'gộp một bản ghi trùng vào sản phẩm này',
    en: 'merged a duplicate into this product',
  },
  'insert accounts.account': { vi: 'tạo tài khoản', en: 'made an account' },
  'insert accounts.session': { vi: 'đăng nhập', en: 'signed in' },
  'update accounts.session': { vi: 'kết thúc phiên làm việc', en: 'ended a session' },
  'insert accounts.invitation': { vi: 'lập lời mời', en: 'issued an invitation' },
  'update accounts.invitation': { vi: 'lời mời được dùng hoặc hết hiệu lực', en: 'an invitation was used or ended' },
  'insert imports.batch': { vi: 'gửi một danh sách', en: 'sent a list' },
  'insert platform.file': { vi: 'lưu một tệp', en: 'stored a file' },
}
const events: Record<string, { vi: string; en: string }> = {
  suspension: { vi: 'ghi đình chỉ công nhận', en: 'recorded a suspension' },
  'suspension-lifted': { vi: 'ghi bỏ đình chỉ công nhận', en: 'recorded that a suspension was lifted' },
  revocation: { vi: 'ghi thu hồi công nhận', en: 'recorded a revocation' },
  annulment: { vi: 'hủy một bản ghi công nhận nhầm', en: 'annulled a wrong recognition' },
}
const states: Record<string, { vi: string; en: string }> = {
  withdrawn: { vi: 'rút khỏi sổ', en: 'withdrew it from the register' },
  active: { vi: 'đưa trở lại sổ', en: 'brought it back' },
  merged: { vi: 'gộp vào bản ghi khác', en: 'merged it into another record' },
}
/** Bookkeeping beside what people read. */
const untold = new Set(['version', 'merged_into_id', 'unit_scheme', 'updated_at', 'id'])

const isHidden = (value: unknown) => typeof value === 'object' && value !== null && 'hidden' in value

function shown(value: unknown, column: string, { locale, nameOf }: { locale: Locale; nameOf: NameOf }): string {
  if (typeof value === 'boolean') return locale === 'vi' ? (value ? 'có' : 'không') : value ? 'yes' : 'no'
  if (typeof value === 'number') return written[locale].format(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const named = nameOf(column, text)
  const day = plainDay.exec(text)
  const plain = named ?? (day === null ? text : `${day[3]}/${day[2]}/${day[1]}`)
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}

function tellColumn(change: ToldChange, column: string, reading: { locale: Locale; nameOf: NameOf }): string {
  const { locale } = reading
  const field = fieldNames[column]?.[locale] ?? column
  const [before, after] = [change.before[column] ?? '', change.after[column] ?? '']
  const text = (value: unknown) => shown(value, column, reading)
  if (isHidden(before) || isHidden(after))
    return locale === 'vi'
      ? `đổi ${field} (nội dung không lưu trong nhật ký)`
      : `changed ${field} (not kept in the log)`
  if (before === '') return locale === 'vi' ? `ghi ${field} “${text(after)}”` : `set ${field} to “${text(after)}”`
  if (after === '') return locale === 'vi' ? `xóa ${field} “${text(before)}”` : `removed ${field} “${text(before)}”`
  return locale === 'vi'
    ? `đổi ${field} từ “${text(before)}” thành “${text(after)}”`
    : `changed ${field} from “${text(before)}” to “${text(after)}”`
}

function tellInsert({ table, after }: ToldChange, locale: Locale): string | null {
  const { kind, star, decision_number: number, code, role_code: role } = after
  if (table === 'certification.standing_event') return events[String(kind)]?.[locale] ?? null
  if (table === 'certification.recognition') {
    const decision = typeof number === 'string' ? number : null
    if (locale === 'vi') return `ghi công nhận ${star} sao${decision === null ? '' : ` theo quyết định ${decision}`}`
    return `recorded a recognition of ${star} stars${decision === null ? '' : ` by decision ${decision}`}`
  }
  if (table === 'products.code_alias') return locale === 'vi' ? `thêm mã “${code}”` : `added the code “${code}”`
  if (table === 'accounts.role_grant') return locale === 'vi' ? `giao vai trò “${role}”` : `granted the role “${role}”`
  if (table === 'provenance.fact' || table === 'provenance.source') return null
  const general = locale === 'vi' ? `thêm một dòng vào ${table}` : `added a row to ${table}`
  return fixed[`insert ${table}`]?.[locale] ?? general
}

function tellUpdate(change: ToldChange, reading: { locale: Locale; nameOf: NameOf }): string[] {
  const { locale } = reading
  const { table, after } = change
  if (table === 'provenance.fact') return []
  const known = fixed[`update ${table}`]?.[locale]
  if (known !== undefined) return [known]
  if (table === 'products.picture' && typeof after.removed_at === 'string')
    return [locale === 'vi' ? 'gỡ một ảnh' : 'removed a picture']
  const isRecord = table === 'products.product' || table === 'producers.producer'
  return Object.keys(after).flatMap((column) => {
    if (untold.has(column)) return []
    const state = isRecord && column === 'state' ? states[String(after.state)]?.[locale] : undefined
    return [state ?? tellColumn(change, column, reading)]
  })
}

/** What a change did, as parts of a sentence in plain words; none where the change is only the bookkeeping of another. */
export function tellChange(change: ToldChange, locale: Locale, nameOf: NameOf): string[] {
  if (change.operation === 'update') return tellUpdate(change, { locale, nameOf })
  if (change.operation === 'delete')
    return [locale === 'vi' ? `xóa một dòng của ${change.table}` : `deleted a row of ${change.table}`]
  const told = tellInsert(change, locale)
  return told === null ? [] : [told]
}

/** `24/11/2026 09:12 — Trần Văn Tỉnh (Cán bộ OCOP cấp tỉnh) đổi tên từ “…” thành “…”. Lý do: …` */
export function tellSentence(
  told: { at: Date; name: string; role: string; does: readonly string[]; reason: string | null },
  locale: Locale,
): string {
  const local = new Date(told.at.getTime() + 7 * 3600 * 1000).toISOString()
  const moment = `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`
  const who = told.role === '' ? told.name : `${told.name} (${told.role})`
  const why = told.reason === null ? '' : ` ${locale === 'vi' ? 'Lý do' : 'Reason'}: ${told.reason}`
  return `${moment} — ${who} ${told.does.join('; ')}.${why}`
}
