import type { Read } from '../../platform/http/rows.ts'
import { streamWorkbook } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { peopleColumns } from './people-list.ts'
import { mayGrant } from './policy.ts'
import { findRoles } from './queries.ts'

/** An empty list of people to fill in, with a second sheet of the roles that the reader may hand out by a list. */
export async function peopleTemplate({ db, actor }: Pick<Read, 'db' | 'actor'>) {
  const roles = (await findRoles(db)).filter((role) => role.tier !== 'producer' && mayGrant(actor, role))
  const needs: Record<string, string> = { ministry: 'không', province: 'tỉnh', commune: 'tỉnh và xã, phường' }
  return {
    body: streamWorkbook([
      {
        name: 'Danh sách',
        hasHeader: true,
        widths: [30, 34, 26, 26, 34],
        rows: [Object.values(peopleColumns).map((column) => column.title)],
      },
      {
        name: 'Vai trò',
        hasHeader: true,
        widths: [40, 26],
        rows: [['Tên vai trò', 'Cần ghi nơi'], ...roles.map((role) => [role.nameVi, needs[role.tier] ?? ''])],
      },
    ]),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    downloadName: 'mau-danh-sach-cap-tai-khoan.xlsx',
  }
}
