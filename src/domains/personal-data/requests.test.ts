import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { tokenHash } from '../accounts/tokens.ts'
import { aProduct } from '../catalogue/testing.ts'
import { keepNoLonger } from './keep-no-longer.ts'
import { HeldView, RequestLines } from './messages.ts'

const database = await testDatabase()
const server = await testServer(database)
const ministry = await signInAs(database, 'ministry')
const officer = await signInAs(database, { province: '68' })
const administratorOf = async (province: string) => {
  const cookie = await signInAs(database, { province })
  await database.pool.query(
    `update accounts.role_grant set role_code = 'province-administrator'
     where id = (select grant_id from accounts.session where token_hash = $1)`,
    [tokenHash(cookie.replace(/^[^=]+=/, ''))],
  )
  return cookie
}
const lamDong = await administratorOf('68')
const haNoi = await administratorOf('01')
const path = '/api/v1/office/personal-data-requests'

async function aProducerWithContacts(name: string) {
  const made = await inTransaction(database.db, async (tx) => {
    const product = await aProduct(tx, {
      ...{ name, product: `Chè ${name}`, phone: '0912 777 888', email: 'nguoi.that@example.vn' },
      ...{ representative: 'Bà Đoàn Thị Kín', consent: true },
    })
    await queue(tx, jobNames.rebuildCatalogue, {})
    return product
  })
  await server.runJobs()
  return made
}

async function send(to: string, body: object, cookie = lamDong) {
  const headers = { 'content-type': 'application/json' }
  const answer = await server.fetch(to, { method: 'POST', cookie, headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

async function ask(producerId: string, kind: string, receivedOn = '2026-11-20') {
  const entry = { producerId, kind, requester: 'Đoàn Thị Kín', contact: 'tại trụ sở', receivedOn }
  const { status, body } = await send(path, entry)
  expect(status, JSON.stringify(body)).toBe(201)
  return String(body.id)
}

const publicText = async (publicId: string) =>
  (await server.fetch(`/chu-the/${publicId}`, { redirect: 'follow' })).text()
const list = async (cookie: string) => RequestLines.parse(await (await server.fetch(path, { cookie })).json()).items

test('a request is due two working days after receipt and late from the day after', async () => {
  const made = await aProducerWithContacts('HTX Đúng Hạn')
  const id = await ask(made.producerId, 'access')
  expect((await list(lamDong)).find((request) => request.id === id)).toMatchObject({
    ...{ receivedOn: '2026-11-20', dueOn: '2026-11-24', isLate: false, state: 'open' },
    producer: { name: 'HTX Đúng Hạn' },
  })
  const late = await ask(made.producerId, 'access', '2026-11-19')
  expect((await list(ministry)).find((request) => request.id === late)).toMatchObject({
    dueOn: '2026-11-23',
    isLate: true,
  })
  const early = { producerId: made.producerId, kind: 'access', requester: 'A', receivedOn: '2026-11-25' }
  expect((await send(path, early)).body.code).toBe('received-in-future')
})

test('a person is given everything that is held of them', async () => {
  const made = await aProducerWithContacts('HTX Cho Xem')
  const id = await ask(made.producerId, 'access')
  const held = HeldView.parse(await (await server.fetch(`${path}/${id}/held`, { cookie: lamDong })).json())
  expect(held).toMatchObject({ representative: 'Bà Đoàn Thị Kín', phone: '0912 777 888', contactsPublic: true })
})

test('consent that is withdrawn takes the contacts off the public pages at once', async () => {
  const made = await aProducerWithContacts('HTX Rút Lại')
  expect(await publicText(made.producerPublicId)).toContain('0912 777 888')
  const id = await ask(made.producerId, 'consent-withdrawal')
  expect((await send(`${path}/${id}/answer`, { outcome: 'done', answer: 'Rút theo đơn ngày 20/11' })).status).toBe(201)
  await server.runJobs()
  const text = await publicText(made.producerPublicId)
  expect(text).toContain('HTX Rút Lại')
  for (const value of ['0912 777 888', 'nguoi.that@example.vn']) expect(text).not.toContain(value)
  const { rows } = await database.pool.query(
    'select contacts_public, contacts_consented_at, phone from producers.producer where id = $1',
    [made.producerId],
  )
  expect(rows).toEqual([{ contacts_public: false, contacts_consented_at: null, phone: '0912 777 888' }])
})

test('what is erased is gone from the record and from what sources stated, the business stays', async () => {
  const made = await aProducerWithContacts('HTX Xóa Hết')
  await database.pool.query(
    `insert into provenance.fact (subject_kind, subject_id, field_group, content, source_id, state, recorded_at)
     values ('producer', $1, 'contact', '{"phone": "0912 777 888"}', $2, 'current', now())`,
    [made.producerId, made.sourceId],
  )
  const id = await ask(made.producerId, 'erasure')
  expect((await send(`${path}/${id}/answer`, { outcome: 'done', answer: 'Xóa theo đơn' })).status).toBe(201)
  await server.runJobs()
  const producer = await database.pool.query('select p::text as whole from producers.producer p where id = $1', [
    made.producerId,
  ])
  const facts = await database.pool.query('select f::text as whole from provenance.fact f where subject_id = $1', [
    made.producerId,
  ])
  const text = JSON.stringify([producer.rows, facts.rows])
  for (const value of ['0912 777 888', 'nguoi.that@example.vn', 'Đoàn Thị Kín']) expect(text).not.toContain(value)
  expect(await publicText(made.producerPublicId)).toContain('HTX Xóa Hết')
})

test('a refusal needs its reason, changes nothing, and an answer is given once', async () => {
  const made = await aProducerWithContacts('HTX Từ Chối')
  const id = await ask(made.producerId, 'erasure')
  expect((await send(`${path}/${id}/answer`, { outcome: 'refused', answer: ' ' })).status).toBe(422)
  const answers = await Promise.all([
    send(`${path}/${id}/answer`, { outcome: 'refused', answer: 'Đang thanh tra' }),
    send(`${path}/${id}/answer`, { outcome: 'refused', answer: 'Đang thanh tra' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await publicText(made.producerPublicId)).toContain('0912 777 888')
})

test('nobody answers for another province, and without the permission not at all', async () => {
  const made = await aProducerWithContacts('HTX Nơi Khác')
  const id = await ask(made.producerId, 'erasure')
  const answer = { outcome: 'done', answer: 'x' }
  expect((await send(`${path}/${id}/answer`, answer, haNoi)).status).toBe(404)
  expect((await server.fetch(`${path}/${id}/held`, { cookie: haNoi })).status).toBe(404)
  expect((await list(haNoi)).map((request) => request.id)).not.toContain(id)
  const entry = { producerId: made.producerId, kind: 'access', requester: 'A', receivedOn: '2026-11-20' }
  expect((await send(path, entry, haNoi)).status).toBe(404)
  expect((await send(`${path}/${id}/answer`, answer, officer)).status).toBe(403)
  expect((await server.fetch(path)).status).toBe(401)
})

test('the night forgets old invitations and who sent requests that were answered long ago, by rules that are data', async () => {
  await database.pool.query(
    `insert into accounts.invitation (token_hash, role_code, issued_at, expires_at) values
       ('old', 'ministry-administrator', '2026-01-01', '2026-01-02'), ('new', 'ministry-administrator', '2026-11-20', '2026-11-27')`,
  )
  await database.pool.query(`update personal_data.retention_rule set keep_days = 1 where code = 'answered-requests'`)
  const later = new Date('2026-11-26T03:40:00+07:00')
  const forgotten = await inTransaction(database.db, (tx) => keepNoLonger(tx, later))
  expect(forgotten).toEqual({ invitations: 1, 'answered-requests': 3 })
  expect(await inTransaction(database.db, (tx) => keepNoLonger(tx, later))).toEqual({
    invitations: 0,
    'answered-requests': 0,
  })
  const left = await database.pool.query('select token_hash from accounts.invitation')
  expect(left.rows.map((row) => row.token_hash)).toEqual(['new'])
})
