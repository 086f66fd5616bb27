import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { writeSpreadsheet } from '../../platform/spreadsheets/write-spreadsheet.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { aProducer } from '../producers/testing.ts'
import { readPeople } from './people-list.ts'

const database = await testDatabase()
const server = await testServer(database)
const ministry = await signInAs(database, 'ministry')
const province = await signInAs(database, { role: 'province-administrator', province: '68' })
const heading = 'Họ và tên;Vai trò;Tỉnh, thành phố;Xã, phường;Thư điện tử'

async function sendList(path: string, text: string, wish: { cookie?: string; fields?: Record<string, string> } = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(wish.fields ?? {})) form.set(name, value)
  form.set('file', new Blob([text]), 'danh-sach.csv')
  const answer = await server.fetch(`/api/v1/office/account-lists${path}`, {
    method: 'POST',
    cookie: wish.cookie ?? ministry,
    body: form,
  })
  return { status: answer.status, body: await answer.json() }
}

async function ask(path: string, cookie = ministry) {
  const answer = await server.fetch(path, { cookie })
  return { status: answer.status, body: await answer.json() }
}

async function countInvitations(): Promise<number> {
  const row = await database.db
    .selectFrom('accounts.invitation')
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

test('a trial says row by row and column by column what must be mended, and writes nothing', async () => {
  const before = await countInvitations()
  const { status, body } = await sendList(
    '/check',
    `Danh sách quản trị viên\n${heading}
Nguyễn Văn A;Quản trị viên cấp tỉnh;Lâm Đồng;;a@example.vn
Trần Thị B;quan tri vien cap tinh;TINH LAM DONG;;b-at-example
Lê C;Vua;Lâm Đồng;;
Phạm D;Quản trị viên cấp tỉnh;Bình Thuận;;
;Quản trị viên cấp Bộ;;;
Đỗ E;Cán bộ OCOP cấp xã;Lâm Đồng;Mũi Né;
Nguyễn Văn A;Quản trị viên cấp tỉnh;68;;a@example.vn`,
  )
  expect(status).toBe(201)
  expect(body).toMatchObject({ ready: 1, problems: 6, letters: 1 })
  const told = body.rows.map((row: { row: number; problems: { column: string }[] }) => [
    row.row,
    ...row.problems.map((problem) => problem.column),
  ])
  expect(told).toEqual([
    [3],
    [4, 'E · Thư điện tử'],
    [5, 'B · Vai trò'],
    [6, 'C · Tỉnh, thành phố'],
    [7, 'A · Họ và tên'],
    [8, 'B · Vai trò'],
    [9, 'A · Họ và tên'],
  ])
  expect(await countInvitations()).toBe(before)
})

test('a list with one faulty row invites nobody', async () => {
  const before = await countInvitations()
  const { status, body } = await sendList(
    '',
    `${heading}\nNguyễn A;Thanh tra;Lâm Đồng;;\nTrần B;Quản trị viên cấp tỉnh;Lâm Đồng;;`,
  )
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'people-list-problems' })
  expect(await countInvitations()).toBe(before)
})

test('34 provinces get their administrators from one file, in one transaction, and not twice from a second press', async () => {
  const units = await database.db
    .selectFrom('administrative_units.unit_card')
    .select(['name', 'code'])
    .where('scheme', '=', '2025-')
    .where('level', '=', 'province')
    .execute()
  expect(units).toHaveLength(34)
  const text = `${heading}\n${units.map((unit, index) => `Quản trị ${unit.code};Quản trị viên cấp tỉnh;${unit.name};;${index < 30 ? `q${unit.code}@example.vn` : ''}`).join('\n')}`
  const answers = await Promise.all([sendList('', text), sendList('', text)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
  const made = answers.find((answer) => answer.status === 201)?.body
  expect(made).toMatchObject({ invited: 34, letters: 30, slips: 4 })
  const slips = Buffer.from(made.slipsPdf, 'base64')
  expect(slips.subarray(0, 5).toString()).toBe('%PDF-')
  expect(slips.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  const again = await sendList('', text, { fields: { again: 'true' } })
  expect(again.body.code).toBe('people-list-problems')

  await server.runJobs()
  const outbox = await ask('/api/v1/office/letters?state=kept')
  expect(outbox.body.total).toBe(30)
  const letter = await ask(`/api/v1/office/letters/${outbox.body.items[0].id}`)
  expect(letter.body.text).toContain('Quản trị viên cấp tỉnh')
  const token = /\/office\/invitation\/([\w-]{43})/.exec(letter.body.text)?.[1]
  const offered = await ask(`/api/v1/invitations/${token}`)
  expect(offered.body).toMatchObject({
    role: { code: 'province-administrator' },
    displayName: expect.stringContaining('Quản trị'),
  })
  expect((await ask('/api/v1/office/letters', province)).body.total).toBe(0)
  expect((await ask(`/api/v1/office/letters/${outbox.body.items[0].id}`, province)).status).toBe(404)
})

test('a province invites its communes by a list, leaving the province out, and nobody else’s', async () => {
  const own = await sendList(
    '',
    `${heading}\nLê Xã;Cán bộ OCOP cấp xã;;Phường Mũi Né;\nVũ Xã;commune-officer;Lâm Đồng;24985;`,
    { cookie: province },
  )
  expect(own.body).toMatchObject({ invited: 2, letters: 0, slips: 2 })
  const foreign = await sendList('/check', `${heading}\nLê Xã;Cán bộ OCOP cấp xã;Hà Nội;Phường Ba Đình;`, {
    cookie: province,
  })
  expect(foreign.body.rows[0].problems[0].en).toBe('This place lies outside your scope.')
})

test('a file without headings, without people or of another kind is refused in words', async () => {
  expect((await sendList('/check', 'Một;Hai\nBa;Bốn')).body.code).toBe('people-list-unreadable')
  expect((await sendList('/check', heading)).body.code).toBe('people-list-empty')
  expect((await sendList('/check', '%PDF-1.7')).body.code).toBe('not-a-spreadsheet')
})

test('the template is a list that can be filled in and read back', async () => {
  const answer = await server.fetch('/api/v1/office/account-lists/template.xlsx', { cookie: province })
  expect(answer.status).toBe(200)
  const path = join(tmpdir(), `mau-${Date.now()}.xlsx`)
  await writeFile(path, Buffer.from(await answer.arrayBuffer()))
  await expect(readPeople(path)).rejects.toMatchObject({ refusal: { code: 'people-list-empty' } })
  await writeSpreadsheet(
    path,
    [{ name: 'Danh sách', rows: [heading.split(';'), ['Lê Xã', 'Thanh tra', 'Lâm Đồng', '', '']] }],
    { kind: 'xlsx' },
  )
  expect(await readPeople(path)).toMatchObject([{ row: 2, texts: { name: 'Lê Xã', role: 'Thanh tra', email: '' } }])
})

test('an invitation is printed as a slip only for whoever holds its link', async () => {
  const made = await server.fetch('/api/v1/invitations', {
    method: 'POST',
    cookie: province,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roleCode: 'inspector', provinceCode: '68', displayName: 'Đặng Thị Ngọc Ánh' }),
  })
  const token = (await made.json()).link.split('/').at(-1)
  const slip = await server.fetch(`/api/v1/invitations/${token}/slip.pdf`, { cookie: province })
  expect(slip.headers.get('content-type')).toBe('application/pdf')
  expect(slip.headers.get('cache-control')).toBe('no-store')
  expect((await slip.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
  const wrong = await server.fetch(`/api/v1/invitations/${'x'.repeat(43)}/slip.pdf`, { cookie: province })
  expect(wrong.status).toBe(404)
})

test('a commune invites the owner of a producer of its own, the owner their staff, and a stranger’s producer answers as missing', async () => {
  const producer = await inTransaction(database.db, (tx) => aProducer(tx))
  const invite = async (cookie: string, roleCode: string) => {
    const answer = await server.fetch(`/api/v1/office/producers/${producer.id}/invitations`, {
      method: 'POST',
      cookie,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roleCode }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const own = await signInAs(database, { role: 'commune-officer', commune: '24985' })
  const other = await signInAs(database, { role: 'commune-officer', commune: '00004' })
  expect((await invite(other, 'producer-owner')).status).toBe(404)
  expect((await invite(own, 'producer-staff')).body.code).toBe('grant-beyond-own')
  expect((await invite(own, 'inspector')).body.code).toBe('role-not-for-producer')
  const made = await invite(own, 'producer-owner')
  expect(made.status).toBe(201)
  const offered = await ask(`/api/v1/invitations/${made.body.link.split('/').at(-1)}`)
  expect(offered.body).toMatchObject({ role: { code: 'producer-owner' }, producerName: expect.any(String) })
  const owner = await signInAs(database, { role: 'producer-owner', producerId: producer.id })
  expect((await invite(owner, 'producer-staff')).status).toBe(201)
  expect((await invite(owner, 'producer-owner')).body.code).toBe('grant-beyond-own')
})
