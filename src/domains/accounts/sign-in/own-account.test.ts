import { expect, test } from 'vitest'
import { inTransaction } from '../../../platform/db/database.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { testServer } from '../../../platform/testing/test-server.ts'
import { anAccount } from '../testing.ts'
import { networkPlace } from './network-place.ts'
import { ownPath } from './rules.ts'
import { aBrowser } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const password = 'ba con vịt lội qua sông'
const better = 'mưa rào trên đồi chè xanh'

function pass(seconds: number): void {
  server.clock.moveTo(new Date(server.clock.now().getTime() + seconds * 1000).toISOString())
}

async function somebody() {
  const persona = { province: '68' }
  const { login } = await inTransaction(database.db, (tx) =>
    anAccount(tx, { now: server.clock.now(), password, persona }),
  )
  const enter = async (secret = password) => {
    const browser = aBrowser(server)
    const { status } = await browser.send('POST', '/sessions', { login, password: secret })
    return { browser, status }
  }
  return { login, enter, browser: (await enter()).browser }
}

test('a changed password ends the other sessions, keeps this one, and the old password is worth nothing', async () => {
  const { browser, enter } = await somebody()
  const other = await enter()
  const wrong = await browser.send('PUT', '/me/password', { oldPassword: 'không phải vậy đâu', newPassword: better })
  expect(wrong).toMatchObject({
    status: 422,
    body: { code: 'old-password-wrong', fields: [{ path: 'oldPassword' }] },
  })
  const common = await browser.send('PUT', '/me/password', { oldPassword: password, newPassword: 'matkhau123456' })
  expect(common).toMatchObject({ status: 422, body: { code: 'password-refused', fields: [{ path: 'newPassword' }] } })
  expect((await other.browser.send('GET', '/me')).status).toBe(200)
  const changed = await browser.send('PUT', '/me/password', { oldPassword: password, newPassword: better })
  expect(changed).toMatchObject({ status: 200, body: { ended: 1 } })
  expect((await browser.send('GET', '/me')).status).toBe(200)
  expect((await other.browser.send('GET', '/me')).status).toBe(401)
  expect((await enter()).status).toBe(401)
  expect((await enter(better)).status).toBe(201)
})

test('guessing the old password is slowed down like signing in', async () => {
  const { browser } = await somebody()
  const guess = () => browser.send('PUT', '/me/password', { oldPassword: 'sai hoàn toàn', newPassword: better })
  for (let index = 0; index < 5; index++) expect((await guess()).status).toBe(422)
  expect((await guess()).status).toBe(429)
})

test('sessions are listed with device and place in the network, and ended one by one or all', async () => {
  const { browser, enter } = await somebody()
  const stranger = await somebody()
  const second = await enter()
  const third = await enter()
  const { items } = (await browser.send('GET', '/me/sessions')).body
  expect(items).toHaveLength(3)
  expect(items.filter((item: { isCurrent: boolean }) => item.isCurrent)).toHaveLength(1)
  expect(items[0]).toMatchObject({ network: '127.0.0.x', device: expect.any(String) })
  const own = (await second.browser.send('GET', '/me/sessions')).body.items.find(
    (item: { isCurrent: boolean }) => item.isCurrent,
  )
  expect((await stranger.browser.send('DELETE', `/me/sessions/${own.id}`)).status).toBe(404)
  expect((await browser.send('DELETE', `/me/sessions/${own.id}`)).body).toEqual({ ended: 1 })
  expect((await browser.send('DELETE', `/me/sessions/${own.id}`)).status).toBe(404)
  expect((await second.browser.send('GET', '/me')).status).toBe(401)
  expect((await browser.send('DELETE', '/me/sessions')).body).toEqual({ ended: 1 })
  expect((await third.browser.send('GET', '/me')).status).toBe(401)
  expect((await stranger.browser.send('GET', '/me')).status).toBe(200)
})

test('what cannot be undone asks who it is when ten minutes have passed, and the same request then goes through', async () => {
  const { browser } = await somebody()
  pass(601)
  const ask = () =>
    browser.send('POST', '/office/products/01920000-0000-7000-8000-000000000001/merger', {
      mergedId: '01920000-0000-7000-8000-000000000002',
      reason: 'trùng',
    })
  expect(await ask()).toMatchObject({ status: 403, body: { code: 'confirmation-needed' } })
  expect(await browser.send('POST', '/sessions/current/confirmation', { password: 'sai hoàn toàn' })).toMatchObject({
    status: 422,
    body: { code: 'proof-wrong' },
  })
  expect((await ask()).body.code).toBe('confirmation-needed')
  expect((await browser.send('POST', '/sessions/current/confirmation', { password })).status).toBe(201)
  expect((await ask()).body.code).not.toBe('confirmation-needed')
  pass(601)
  expect((await ask()).body.code).toBe('confirmation-needed')
  expect((await aBrowser(server).send('POST', '/sessions/current/confirmation', { password })).status).toBe(401)
})

test('reading one’s factors or sessions without a session is refused', async () => {
  for (const path of ['/me/factors', '/me/sessions'])
    expect((await aBrowser(server).send('GET', path)).status).toBe(401)
})

test('a place in the network is no whole address', () => {
  expect(networkPlace('203.0.113.77')).toBe('203.0.113.x')
  expect(networkPlace('::ffff:203.0.113.77')).toBe('203.0.113.x')
  expect(networkPlace('2001:db8:12:34:56::1')).toBe('2001:db8:12::/48')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', ''])(
  'the address %j leads nowhere but home',
  (address) => {
    expect(ownPath(address)).toBe('/')
  },
)

test('a path of our own is followed', () => {
  expect(ownPath('/products?q=ch%C3%A8')).toBe('/products?q=ch%C3%A8')
})
