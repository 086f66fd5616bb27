import type { Locale } from './sentences.ts'

/** The columns that say who acted. */
export interface ActingRow {
  actor: 'account' | 'nobody' | 'command-line' | 'program'
  accountId: string | null
  displayName: string | null
  roleVi: string | null
  roleEn: string | null
}

const nameless = {
  vi: {
    account: 'Tài khoản đã xóa',
    nobody: 'Người chưa đăng nhập',
    'command-line': 'Dòng lệnh ocop',
    program: 'Hệ thống',
  },
  en: {
    account: 'An account that was erased',
    nobody: 'Somebody not signed in',
    'command-line': 'The command line',
    program: 'The system',
  },
} as const

/** Who acted, as people read it. The log keeps no names: they are looked up, so that erasing a person erases them here too. */
export function toWho(row: ActingRow, locale: Locale) {
  return {
    by: row.actor,
    accountId: row.accountId,
    name: row.displayName ?? nameless[locale][row.actor],
    role: (locale === 'vi' ? row.roleVi : row.roleEn) ?? '',
  }
}
