import { toBuffer } from 'qrcode'
import { openSheet, type Sheet } from '../../platform/pdf/open-sheet.ts'
import { type InvitationContent, momentInWords } from './write-invitation.ts'

const page = { width: 595, height: 842 } as const
const margin = 48
const slipsOnPage = 2
const codeSize = 190

async function drawSlip(sheet: Sheet, content: InvitationContent, top: number): Promise<void> {
  const { document, write } = sheet
  const width = page.width - 2 * margin - codeSize - 24
  const code = await toBuffer(content.address, { errorCorrectionLevel: 'M', margin: 1, width: 600 })
  document.image(code, page.width - margin - codeSize, top + 66, { width: codeSize })
  let y = top
  const add = (
    text: string,
    setting: { size: number; bold?: boolean; gap?: number; width?: number; colour?: string },
  ) => {
    const { gap = 6, ...rest } = setting
    y += write(text, { x: margin, y, width, ...rest }) + gap
  }
  add('Sổ đăng ký sản phẩm OCOP', { size: 10, colour: '#1d7044', bold: true, gap: 2 })
  add('Phiếu nhận tài khoản', { size: 18, bold: true, gap: 12 })
  add(content.displayName ?? 'Họ và tên: ……………………………………', { size: 14, bold: true })
  add(content.role.nameVi, { size: 12 })
  add(content.place.vi, { size: 12, gap: 12 })
  add('1. Dùng điện thoại quét mã bên cạnh.', { size: 10.5, gap: 3 })
  add('2. Tự đặt tên đăng nhập và mật khẩu.', { size: 10.5, gap: 3 })
  add('3. Không đưa phiếu này cho người khác.', { size: 10.5, gap: 12 })
  add(`Dùng được một lần, đến ${momentInWords(content.expiresAt)}.`, { size: 10.5, bold: true })
  add(`Người cấp: ${content.issuer}`, { size: 10 })
  y = top + 66 + codeSize + 8
  add(content.address, { size: 7.5, width: page.width - 2 * margin, colour: '#555555' })
}

/** Printable slips, two on an A4 page with a line to cut along: name, role, place, expiry and the one-time link as a QR code, in Vietnamese. */
export async function drawSlips(rootDirectory: string, contents: readonly InvitationContent[]): Promise<Buffer> {
  const sheet = openSheet(rootDirectory, 'Phiếu nhận tài khoản')
  for (const [index, content] of contents.entries()) {
    const position = index % slipsOnPage
    if (position === 0) {
      sheet.document.addPage()
      sheet.document.moveTo(margin, page.height / 2).lineTo(page.width - margin, page.height / 2)
      sheet.document.dash(4, { space: 4 }).strokeColor('#999999').stroke().undash()
    }
    await drawSlip(sheet, content, margin + position * (page.height / 2))
  }
  return await sheet.finish()
}
