import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { aSignedInActor, type Persona } from '../accounts/testing.ts'
import { type Notice, notify } from './notify.ts'
import { type SendLetter, sendDigests, sendLetters } from './send-letters.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = server.clock.now()

async function signedIn(persona: Persona) {
  const { actor, token } = await inTransaction(database.db, (tx) => aSignedInActor(tx, persona, now))
  return { id: actor.accountId, cookie: `ocop_session=${token}` }
}

function tell(to: Notice['to'], wish: Partial<Notice> = {}) {
  const notice = {
    kind: 'change-opened',
    subject: { vi: 'Việc mới', en: 'News' },
    facts: {},
    link: '/changes/1',
    now,
  } as const
  return inTransaction(database.db, (tx) => notify(tx, { ...notice, to, ...wish }))
}

async function call(method: string, path: string, cookie: string, body?: unknown) {
  const answer = await server.fetch(`/api/v1/office/notifications${path}`, {
    method,
    cookie,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

test('people read and mark their own notifications only', async () => {
  const [one, other] = [await signedIn({ province: '68' }), await signedIn({ province: '68' })]
  await tell({ accountIds: [one.id] })
  const { body } = await call('GET', '', one.cookie)
  expect(body).toMatchObject({ unread: 1, next: null, items: [{ subjectVi: 'Việc mới', readAt: null }] })
  expect((await call('GET', '', other.cookie)).body).toMatchObject({ unread: 0, items: [] })
  const ids = [body.items[0].id]
  expect((await call('POST', '/read', other.cookie, { ids })).body).toEqual({ marked: 0 })
  expect((await call('POST', '/read', one.cookie, { ids })).body).toEqual({ marked: 1 })
  expect((await call('POST', '/read', one.cookie, { ids })).body).toEqual({ marked: 0 })
  expect((await call('GET', '?unread=true', one.cookie)).body.items).toEqual([])
  expect((await server.fetch('/api/v1/office/notifications')).status).toBe(401)
})

test('a long list pages, and all are marked at once', async () => {
  const one = await signedIn({ province: '01' })
  for (let count = 0; count < 3; count += 1)
    await tell({ accountIds: [one.id] }, { now: new Date(now.getTime() + count * 1000) })
  const first = (await call('GET', '?limit=2', one.cookie)).body
  const second = (await call('GET', `?limit=2&cursor=${first.next}`, one.cookie)).body
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  expect((await call('POST', '/read-all', one.cookie)).body).toEqual({ marked: 3 })
})

test('the nearest holders of a permission are told, the country only where nobody is nearer, never who did it', async () => {
  const [ministry, near] = [await signedIn('ministry'), await signedIn({ province: '79' })]
  const at = (provinceCode: string) => ({
    permission: 'changes.decide' as const,
    place: { provinceCode, communeCode: null },
  })
  expect(await tell(at('79'), { except: ministry.id })).toBe(1)
  expect((await call('GET', '', near.cookie)).body.unread).toBe(1)
  expect((await call('GET', '', ministry.cookie)).body.unread).toBe(0)
  expect(await tell(at('79'), { except: near.id })).toBe(0)
  expect(await tell(at('92'))).toBe(1)
  expect((await call('GET', '', ministry.cookie)).body.unread).toBe(1)
})

test('a choice holds: out of the office, by letter at once, or not at all', async () => {
  const one = await signedIn({ province: '04' })
  const choose = (office: boolean, email: string, kind = 'change-opened') =>
    call('PUT', '/preferences', one.cookie, { items: [{ kind, office, email }] })
  expect((await choose(false, 'none')).body.items[0]).toMatchObject({
    kind: 'change-opened',
    office: false,
    email: 'none',
  })
  expect(await tell({ accountIds: [one.id] })).toBe(0)
  await choose(false, 'once')
  expect(await tell({ accountIds: [one.id] })).toBe(1)
  expect((await call('GET', '', one.cookie)).body).toMatchObject({ unread: 0, items: [] })
  expect((await choose(true, 'once', 'toString')).status).toBe(422)
  expect((await call('GET', '/preferences', one.cookie)).body.items).toHaveLength(4)
})

type Sent = Parameters<SendLetter>[1]

async function post(send: typeof sendDigests) {
  const sent: Sent[] = []
  const sendLetter: SendLetter = async (_tx, letter) => void sent.push(letter)
  await inTransaction(database.db, (tx) => send(tx, { sendLetter, publicUrl: 'https://ocop.vn', now }))
  return sent
}

test('in the morning each account gets one letter about what it has not read, once', async () => {
  const [one, other] = [await signedIn({ province: '08' }), await signedIn({ province: '11' })]
  await tell({ accountIds: [one.id, other.id] })
  await tell({ accountIds: [one.id] }, { subject: { vi: 'Việc thứ hai', en: 'Second' } })
  await call('POST', '/read-all', other.cookie)
  const letters = (await post(sendDigests)).filter(
    (letter) => letter.accountId === one.id || letter.accountId === other.id,
  )
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ accountId: one.id, subject: 'Sổ đăng ký OCOP: 2 thông báo chưa đọc' })
  expect(letters[0]?.text).toContain('Việc thứ hai')
  expect(await post(sendDigests)).toEqual([])
})

test('two workers at once send one letter', async () => {
  const one = await signedIn({ province: '12' })
  await tell({ accountIds: [one.id] })
  const sent = await Promise.all([post(sendDigests), post(sendDigests)])
  expect(sent.flat()).toHaveLength(1)
})

test('a letter at once speaks of one thing and is not in the digest too', async () => {
  const one = await signedIn({ province: '14' })
  await tell({ accountIds: [one.id] }, { kind: 'consent-recorded' })
  expect((await post(sendLetters)).filter((letter) => letter.accountId === one.id)).toMatchObject([
    { subject: 'Sổ đăng ký OCOP: Việc mới' },
  ])
  expect(await post(sendDigests)).toEqual([])
})
