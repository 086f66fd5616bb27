import { columnLetters } from '../../platform/spreadsheets/cell-addresses.ts'
import { openSpreadsheet } from '../../platform/spreadsheets/open-spreadsheet.ts'
import type { SheetRow } from '../../platform/spreadsheets/workbook.ts'
import { fold } from '../../platform/text/fold.ts'
import { refuse } from './refusals.ts'

/** The columns of a list of people and how offices head them, folded. The first heading is the template's. */
export const peopleColumns = {
  name: { title: 'Họ và tên', known: ['ho va ten', 'ho ten', 'full name', 'name'] },
  role: { title: 'Vai trò', known: ['vai tro', 'ma vai tro', 'role'] },
  province: { title: 'Tỉnh, thành phố', known: ['tinh thanh pho', 'tinh', 'tinh tp', 'province'] },
  commune: { title: 'Xã, phường', known: ['xa phuong', 'xa', 'xa phuong dac khu', 'commune'] },
  email: { title: 'Thư điện tử', known: ['thu dien tu', 'email', 'e mail'] },
} as const

export type PeopleField = keyof typeof peopleColumns
const fields = ['name', 'role', 'province', 'commune', 'email'] as const satisfies readonly PeopleField[]

/** One person as written, with the column (`B · Vai trò`) of each field. */
export interface WrittenPerson {
  row: number
  texts: Record<PeopleField, string>
  columns: Record<PeopleField, string>
}

const headingWithin = 20
export const mostPeople = 2000

/** Letters and digits only, folded: how headings, names of roles and of units are compared. */
export function plainKey(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function readHeading(row: SheetRow): Map<PeopleField, number> | null {
  const found = new Map<PeopleField, number>()
  for (const cell of row.cells) {
    const key = plainKey(cell.text)
    const field = fields.find((each) => peopleColumns[each].known.some((known) => known === key))
    if (field !== undefined && !found.has(field)) found.set(field, cell.column)
  }
  return found.has('name') && found.has('role') ? found : null
}

function readPerson(row: SheetRow, heading: ReadonlyMap<PeopleField, number>): WrittenPerson | null {
  const textOf = (field: PeopleField) => row.cells.find((cell) => cell.column === heading.get(field))?.text ?? ''
  const columnOf = (field: PeopleField) => {
    const column = heading.get(field)
    return column === undefined
      ? peopleColumns[field].title
      : `${columnLetters(column)} · ${peopleColumns[field].title}`
  }
  const of = <Value>(read: (field: PeopleField) => Value): Record<PeopleField, Value> => ({
    name: read('name'),
    role: read('role'),
    province: read('province'),
    commune: read('commune'),
    email: read('email'),
  })
  const texts = of(textOf)
  if (fields.every((field) => texts[field] === '')) return null
  return { row: row.row, texts, columns: of(columnOf) }
}

/** Reads a list of people from the first shown sheet of an .xlsx or .csv file; refuses a list without a heading, without people, or too long. */
export async function readPeople(path: string): Promise<WrittenPerson[]> {
  const opened = await openSpreadsheet(path)
  try {
    const sheet = Math.max(
      0,
      opened.sheets.findIndex((each) => !each.hidden),
    )
    const people: WrittenPerson[] = []
    let heading: Map<PeopleField, number> | null = null
    for await (const row of opened.rows(sheet)) {
      if (heading === null) {
        heading = readHeading(row)
        if (heading === null && row.row > headingWithin) break
        continue
      }
      const person = readPerson(row, heading)
      if (person !== null) people.push(person)
      if (people.length > mostPeople) throw refuse('people-list-too-long', { limit: mostPeople })
    }
    if (heading === null) throw refuse('people-list-unreadable')
    if (people.length === 0) throw refuse('people-list-empty')
    return people
  } finally {
    await opened.close()
  }
}
