import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { routes } from '../../app.ts'
import { asApplication } from '../../platform/db/application-role.ts'
import { attributionToProgram, withAttribution } from '../../platform/db/attribution.ts'
import { inTransaction, openDatabase } from '../../platform/db/database.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { silentLog } from '../../platform/log/log.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { stagedList, stepBatch } from '../imports/testing.ts'
import { aProducer } from '../producers/testing.ts'
import { readCheckpoints } from './chain.ts'
import { readHead } from './keep-checkpoint.ts'
import { verifyChain } from './verify-chain.ts'

const owner = await testDatabase()
// The server of this file runs as the role that the application has in an installation.
const application = openDatabase(asApplication(owner.url), { size: 8, log: silentLog })
afterAll(() => application.close())
const server = await testServer(application)
const ministry = await signInAs(owner, 'ministry')
const lamDong = await signInAs(owner, { province: '68' })
const haNoi = await signInAs(owner, { province: '01' })
const { db } = owner

const get = async (cookie: string, path: string) => (await server.fetch(`/api/v1/office${path}`, { cookie })).json()
const entries = async () =>
  (
    await sql<{
      kind: string
      tableName: string
      operation: string
      rowCount: number
      route: string
      actor: string
      reason: string
      roleCode: string
    }>`
    select kind, table_name as "tableName", operation, row_count as "rowCount", route, actor, reason, role_code as "roleCode" from audit.entry order by id`.execute(
      db,
    )
  ).rows

async function aRecord(province = '68') {
  return inTransaction(db, (tx) =>
    aProducer(tx, {
      phone: '0912345678',
      email: 'ba.tu@example.vn',
      representative: 'Nguyễn Thị Tư',
      place: {
        addressText: 'số 7 xóm Trên',
        unitScheme: '2025-',
        unitCode: province,
        provinceCode: province,
        communeCode: null,
        placeState: 'province-only',
      },
    }),
  )
}

async function rename(cookie: string, id: string, name: string, reason: string) {
  const { version } = await get(cookie, `/producers/${id}`)
  return server.fetch(`/api/v1/office/producers/${id}`, {
    method: 'PUT',
    cookie,
    headers: { 'content-type': 'application/json', 'accept-language': 'vi' },
    body: JSON.stringify({ version, name, reason }),
  })
}

test('every table of the register is watched, or stands among the exceptions with its reason', async () => {
  const found = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%' and n.nspname not in ('information_schema', 'graphile_worker')
      and not exists (select from audit.watched w where w.table_name = n.nspname || '.' || c.relname)
      and not exists (select from audit.unwatched u where u.table_name in (n.nspname || '.' || c.relname, n.nspname || '.*'))`.execute(
    db,
  )
  expect(found.rows).toEqual([])
})

test('a change is told as a sentence with who, in which role, from what to what, and why', async () => {
  const { id } = await aRecord()
  expect((await rename(lamDong, id, 'Hợp tác xã Chè Mới', 'Đổi tên theo giấy đăng ký')).status).toBe(200)
  const history = await get(lamDong, `/history/producer/${id}`)
  expect(history.items[0].sentence).toMatch(
    /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2} — Trần Văn Tỉnh \(Cán bộ OCOP cấp tỉnh\) đổi tên từ “.+” thành “Hợp tác xã Chè Mới”\. Lý do: Đổi tên theo giấy đăng ký$/,
  )
  expect(history.items.at(-1).sentence).toContain('ghi chủ thể vào sổ')
  const [entry] = (await entries()).filter(
    (each) => each.tableName === 'producers.producer' && each.operation === 'update',
  )
  expect(entry).toMatchObject({
    route: 'PUT /api/v1/office/producers/:id',
    actor: 'account',
    roleCode: 'province-officer',
  })
})

test('the history of a record out of reach answers like that of a missing one', async () => {
  const { id } = await aRecord()
  const [far, none] = await Promise.all(
    [id, crypto.randomUUID()].map((each) => server.fetch(`/api/v1/office/history/producer/${each}`, { cookie: haNoi })),
  )
  expect(far?.status).toBe(404)
  expect({ ...(await far?.json()), instance: '', requestId: '' }).toEqual({
    ...(await none?.json()),
    instance: '',
    requestId: '',
  })
})

test('private values are never kept, only that they changed', async () => {
  const { id } = await aRecord()
  await sql`update producers.producer set phone = '0900000001', private_representative = 'Lê Văn Năm' where id = ${id}`.execute(
    db,
  )
  const kept = await sql<{
    text: string
  }>`select c::text as text from audit.change c where c.subject_id = ${id}`.execute(db)
  const all = kept.rows.map((row) => row.text).join('\n')
  for (const secret of ['0912345678', '0900000001', 'ba.tu@', 'Nguyễn Thị Tư', 'Lê Văn Năm', 'xóm Trên'])
    expect(all).not.toContain(secret)
  expect(all).toContain('hidden')
  expect((await get(ministry, `/history/producer/${id}`)).items[0].sentence).toContain('Hệ thống')
})

test('a list is one entry a statement, in the name of whoever applied it', async () => {
  const before = (await entries()).length
  const header = 'product,producer,commune,district,province,star,group,recognised_year,decision_no,price,status'
  const lines = Array.from(
    { length: 60 },
    (_each, index) =>
      `Chè vườn ${index + 101},HTX Vườn ${index + 101},xã Ninh Gia,,Lâm Đồng,4,Đồ uống,2026,12/QĐ-UBND,,công nhận`,
  )
  const batch = await stagedList(server, lamDong, { content: [header, ...lines].join('\n') })
  await stepBatch(server, lamDong, `${batch.id}/application`, { leaveOutProblems: true })
  await server.runJobs()
  const made = (await entries()).slice(before)
  const products = made.filter((each) => each.tableName === 'products.product' && each.operation === 'insert')
  expect(products).toHaveLength(1)
  expect(products[0]).toMatchObject({
    rowCount: 60,
    route: 'job imports:apply',
    actor: 'account',
    roleCode: 'province-officer',
  })
  expect(made.length).toBeLessThan(60)
  expect(await verifyChain(db)).toMatchObject({ fault: null })
})

describe('taking data away', () => {
  test('is logged with its filters and number of rows before it is sent', async () => {
    const answer = await server.fetch('/api/v1/office/producers/export.xlsx?kind=cooperative', { cookie: lamDong })
    await answer.arrayBuffer()
    const found = await sql<{
      details: object
      rows: number
    }>`select details, row_count as rows from audit.entry where kind = 'export' order by id desc limit 1`.execute(db)
    expect(found.rows[0]).toMatchObject({
      details: { filters: { kind: 'cooperative' } },
      rows: (await get(lamDong, '/producers?kind=cooperative')).total,
    })
  })

  test('is declared by every download of the office', () => {
    const open = routes.filter((row) => row.kind === 'download' && row.access !== 'anyone' && row.audited !== 'export')
    // A blank form holds no records; a slip carries a one-time link, which must not come into the log by its address.
    expect(open.map((row) => row.path)).toEqual([
      '/api/v1/invitations/:token/slip.pdf',
      '/api/v1/office/account-lists/template.xlsx',
    ])
  })
})

test('a province sees what concerns its scope or its people, the ministry all', async () => {
  const [here, there] = [await aRecord('68'), await aRecord('01')]
  const cookie = await signInAs(owner, { province: '68' })
  await sql`update accounts.role_grant set role_code = 'province-administrator' where account_id = (select account_id from accounts.session order by created_at desc, token_hash limit 1)`.execute(
    db,
  )
  await sql`insert into accounts.role_permission (role_code, permission) values ('province-officer', 'audit.read')`.execute(
    db,
  )
  const own = await get(cookie, '/audit?limit=200')
  const text = JSON.stringify(own)
  expect(text).toContain(here.id)
  expect(text).not.toContain(there.id)
  expect(JSON.stringify(await get(ministry, '/audit?limit=200'))).toContain(there.id)
  expect((await get(ministry, `/audit?subject=${there.id}`)).items.length).toBeGreaterThan(0)
  expect((await get(cookie, `/audit?subject=${there.id}`)).items).toEqual([])
  expect((await get(ministry, '/audit?from=2999-01-01')).total).toBe(0)
  const exported = await server.fetch('/api/v1/office/audit/export.xlsx?kind=export', { cookie })
  expect(exported.status).toBe(200)
  await exported.arrayBuffer()
})

describe('the log itself', () => {
  const attempts = [
    'update audit.entry set reason = null',
    'delete from audit.change',
    'truncate audit.seal',
    'truncate audit.entry, audit.change, audit.seal',
    'alter table audit.entry disable trigger all',
    'alter table producers.producer disable trigger all',
    'drop trigger audited_update on producers.producer',
    "insert into audit.entry (id, kind, recorded_at, transaction_id, actor) values (-1, 'export', now(), 1, 'program')",
    'drop table audit.seal',
    "set session_replication_role = 'replica'",
    'create or replace function audit.seal_entry() returns trigger language plpgsql as $$ begin return null; end $$',
    "select audit.keep_entry(1, 'export', null, null, 1, null, null)",
    'reset role; delete from audit.seal',
    'delete from audit.watched',
    "select audit.watch('producers.kind', 'x', 'x')",
  ]
  test.each(attempts)('refuses the role of the application: %s', async (attempt) => {
    await expect(application.pool.query(attempt)).rejects.toThrow()
  })
  test.each(attempts.slice(0, 4))('refuses its owner by triggers: %s', async (attempt) => {
    await expect(owner.pool.query(attempt)).rejects.toThrow(/appended, never changed/)
  })

  test('stays one chain when many write at once', async () => {
    const before = (await verifyChain(db)).entries
    await Promise.all(Array.from({ length: 24 }, () => aRecord()))
    const after = await verifyChain(db)
    expect(after.fault).toBeNull()
    expect(after.entries).toBeGreaterThanOrEqual(before + 24)
  })

  test('leaves nothing of what was rolled back', async () => {
    const before = (await verifyChain(db)).entries
    await expect(
      inTransaction(db, async (tx) => {
        await aProducer(tx)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await verifyChain(db)).toEqual({ entries: before, fault: null })
  })

  test('names the program where nobody was told, and the command where one runs', async () => {
    await withAttribution(attributionToProgram('command-line', 'ocop test'), () => aRecord())
    expect((await entries()).at(-1)).toMatchObject({ actor: 'command-line', route: 'ocop test' })
  })

  test('puts its head outside the database by night', async () => {
    await inTransaction(db, (tx) => queue(tx, jobNames.keepCheckpoint, {}))
    await server.runJobs()
    const kept = readCheckpoints(await readFile(join(server.config.dataDirectory, 'audit-checkpoints.txt'), 'utf8'))
    expect(await verifyChain(db, kept)).toMatchObject({ fault: null })
    expect(
      (
        await verifyChain(
          db,
          kept.map((each) => ({ ...each, sha256: 'ab'.repeat(32) })),
        )
      ).fault?.en,
    ).toContain('rewritten')
  })

  test('shows whoever changed it with all the power of the database: altered, deleted, cut off', async () => {
    const head = await readHead(db)
    if (head === null) throw new Error('an empty log')
    const forge = async (statement: string) => {
      const client = await owner.pool.connect()
      try {
        await client.query('begin')
        for (const table of ['entry', 'change', 'seal'])
          await client.query(`alter table audit.${table} disable trigger all`)
        await client.query(statement)
        await client.query('commit')
      } finally {
        client.release()
      }
      return (await verifyChain(db, [head])).fault
    }
    expect(await forge(`delete from audit.seal where number = ${head.number}`)).toMatchObject({ number: head.number })
    expect((await verifyChain(db)).fault?.en).toContain('outside the chain')
    expect(
      await forge(
        `update audit.change set after = '{"name": "khác"}' where (entry_id, ordinal) = (select s.entry_id, 1 from audit.seal s join audit.change c on c.entry_id = s.entry_id and c.ordinal = 1 where s.number > 20 order by s.number limit 1)`,
      ),
    ).toMatchObject({ en: expect.stringContaining('changes were altered') })
    expect(
      await forge(
        "update audit.entry set reason = 'khác' where id = (select entry_id from audit.seal where number = 7)",
      ),
    ).toMatchObject({ number: 7, en: 'the entry was altered' })
    expect(await forge('delete from audit.seal where number = 3')).toMatchObject({
      number: 4,
      en: expect.stringContaining('number 3 is missing'),
    })
  })
})
