/** How a kind of notification reaches people unless they chose otherwise. */
export type Letter = 'none' | 'once' | 'digest'

/** Every kind there is, with its name for the page of preferences and what is usual. */
export const kinds = {
  'change-opened': {
    vi: 'Có đề nghị sửa mới trong địa bàn',
    en: 'A change was proposed in my area',
    office: true,
    email: 'digest',
  },
  'change-decided': {
    vi: 'Đề nghị sửa của tôi đã được xử lý',
    en: 'My proposed change was decided',
    office: true,
    email: 'digest',
  },
  'consent-recorded': {
    vi: 'Cán bộ ghi nhận được làm thay chủ thể của tôi',
    en: 'An officer recorded consent to act for my producer',
    office: true,
    email: 'once',
  },
  'consent-ended': {
    vi: 'Sự đồng ý làm thay đã chấm dứt',
    en: 'Consent to act for a producer ended',
    office: true,
    email: 'digest',
  },
} as const satisfies Record<string, { vi: string; en: string; office: boolean; email: Letter }>

export type Kind = keyof typeof kinds

/** Tells whether a text from outside names a kind. */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text)
}

/** One line of a letter. */
export interface LetterLine {
  subjectVi: string
  link: string
  createdAt: Date
}

/** How many lines a morning's letter holds; the rest is counted and waits in the office. */
export const digestLines = 50

/** A moment as people in Vietnam (UTC+7) write it. */
function moment(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + 7 * 3600 * 1000).toISOString().split('T')
  return `${time.slice(0, 5)} ${day.split('-').reverse().join('/')}`
}

/** The morning's letter of one account: everything not read yet, oldest first, each with its address. */
export function writeDigest(
  name: string,
  lines: readonly LetterLine[],
  publicUrl: string,
): { subject: string; text: string } {
  const shown = lines.slice(0, digestLines)
  const left = lines.length - shown.length
  const rows = shown.map((line) => `- ${moment(line.createdAt)}: ${line.subjectVi}\n  ${publicUrl}/office${line.link}`)
  const more = left > 0 ? [`… và ${left} thông báo khác trong văn phòng điện tử.`] : []
  const text = [
    `Kính gửi ${name},`,
    `Anh/chị có ${lines.length} thông báo chưa đọc trên Sổ đăng ký OCOP:`,
    [...rows, ...more].join('\n'),
    `Xem tất cả hoặc đổi cách nhận tin: ${publicUrl}/office/notifications`,
  ].join('\n\n')
  return { subject: `Sổ đăng ký OCOP: ${lines.length} thông báo chưa đọc`, text: `${text}\n` }
}

/** The letter about one thing, for those who wish to hear at once. */
export function writeLetter(name: string, line: LetterLine, publicUrl: string): { subject: string; text: string } {
  const text = [
    `Kính gửi ${name},`,
    `${line.subjectVi} (${moment(line.createdAt)}).`,
    `Xem chi tiết: ${publicUrl}/office${line.link}`,
    `Đổi cách nhận tin: ${publicUrl}/office/notifications`,
  ].join('\n\n')
  return { subject: `Sổ đăng ký OCOP: ${line.subjectVi}`, text: `${text}\n` }
}
