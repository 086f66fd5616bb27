import { expect, test } from 'vitest'
import { digestLines, isKind, writeDigest, writeLetter } from './rules.ts'

const line = {
  subjectVi: 'Đề nghị sửa “Mật ong Ninh Gia”',
  link: '/changes/1',
  createdAt: new Date('2026-11-23T18:05:00Z'),
}

test('the morning letter names the reader, counts, and gives each address in Vietnam’s time', () => {
  const { subject, text } = writeDigest('Trần Văn Tỉnh', [line, line], 'https://ocop.vn')
  expect(subject).toBe('Sổ đăng ký OCOP: 2 thông báo chưa đọc')
  expect(text).toContain('Kính gửi Trần Văn Tỉnh,')
  expect(text).toContain('- 01:05 24/11/2026: Đề nghị sửa “Mật ong Ninh Gia”\n  https://ocop.vn/office/changes/1')
})

test('a long morning letter says how many are left', () => {
  const { text } = writeDigest('A', Array(digestLines + 3).fill(line), 'https://ocop.vn')
  expect(text.match(/^- /gm)).toHaveLength(digestLines)
  expect(text).toContain('… và 3 thông báo khác')
})

test('the letter at once speaks of one thing', () => {
  expect(writeLetter('A', line, 'https://ocop.vn').subject).toBe('Sổ đăng ký OCOP: Đề nghị sửa “Mật ong Ninh Gia”')
})

test('only kinds of the table are kinds', () => {
  expect([isKind('change-opened'), isKind('toString'), isKind('')]).toEqual([true, false, false])
})
