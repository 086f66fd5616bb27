import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { inTransaction } from '../db/database.ts'
import { isRefusal } from '../errors/refuse.ts'
import { testDatabase } from '../testing/test-database.ts'
import { forgetTexts, type OutgoingLetter, queueAgain, queueLetter, visibleLetter, visibleLetters } from './letters.ts'
import { mostAttempts, sendLetter } from './send-letter.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const country = { country: true } as const
const nowhere = { provinceCode: null, communeCode: null, producerId: null }
const letter: OutgoingLetter = {
  to: 'lan@example.vn',
  subject: 'Lời mời',
  text: 'Kính gửi Lan: https://ocop.example/x',
  origin: nowhere,
  queuedBy: null,
}
const province = (code: string) =>
  ({ country: false, provinceCodes: [code], communeCodes: [], producerIds: [] }) as const

const received: {
  subject: string | undefined
  text: string | undefined
  from: string | undefined
  id: string | undefined
}[] = []
let answer: Error | null = null
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      if (answer !== null) return done(answer)
      received.push({ subject: mail.subject, text: mail.text?.trim(), from: mail.from?.text, id: mail.messageId })
      done()
    }, done)
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)))
const address = smtp.server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const offline = readConfig({ PUBLIC_URL: 'https://ocop.example' })
const online = readConfig({
  PUBLIC_URL: 'https://ocop.example',
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'OCOP <ocop@example.vn>',
})
const queued = (wish: Partial<OutgoingLetter> = {}, at = now) =>
  inTransaction(db, (tx) => queueLetter(tx, { ...letter, ...wish }, at))
const send = (id: string, config = online, at = now) =>
  inTransaction(db, (tx) => sendLetter({ tx, config, now: at }, id))
const read = (id: string, at = now) => visibleLetter(db, { scope: country, now: at }, id)

test('a letter reaches a real SMTP server whole, once, and its text is forgotten', async () => {
  answer = null
  const id = await queued()
  const outcomes = await Promise.all([send(id), send(id)])
  expect(outcomes.sort()).toEqual(['nothing-to-do', 'sent'])
  expect(received).toEqual([
    { subject: 'Lời mời', text: letter.text, from: '"OCOP" <ocop@example.vn>', id: `<${id}@ocop.example>` },
  ])
  expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1, text: null })
})

test('a letter is tried again after a passing fault, and waits for a person after six', async () => {
  answer = Object.assign(new Error('try later'), { responseCode: 451 })
  const id = await queued()
  for (let attempt = 1; attempt < mostAttempts; attempt++) expect(await send(id)).toBe('try-again')
  expect(await send(id)).toBe('failed')
  expect(await read(id)).toMatchObject({
    state: 'failed',
    attempts: mostAttempts,
    lastFault: expect.stringContaining('try later'),
  })
  answer = null
  await inTransaction(db, (tx) => queueAgain(tx, { scope: country, now }, id))
  expect(await send(id)).toBe('sent')
})

test('an address that the server refuses for good is not tried again', async () => {
  answer = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
  const id = await queued()
  expect(await send(id)).toBe('failed')
  answer = null
})

test('without SMTP a letter stays readable for seven days and not a second longer', async () => {
  const id = await queued()
  expect(await send(id, offline)).toBe('kept')
  const week = new Date(now.getTime() + 7 * 24 * 3600 * 1000)
  expect((await read(id, new Date(week.getTime() - 1))).text).toBe(letter.text)
  expect((await read(id, week)).text).toBeNull()
  await expect(inTransaction(db, (tx) => queueAgain(tx, { scope: country, now: week }, id))).rejects.toSatisfy(
    isRefusal,
  )
  expect(await inTransaction(db, (tx) => forgetTexts(tx, week))).toBeGreaterThan(0)
  const stored = await db.selectFrom('letters.letter').select('body_text').where('id', '=', id).executeTakeFirst()
  expect(stored?.body_text).toBeNull()
})

test('a letter is read only where its sender acted, or above', async () => {
  const id = await queued({ origin: { provinceCode: '68', communeCode: null, producerId: null } })
  const seen = async (scope: typeof country | ReturnType<typeof province>) =>
    (await visibleLetters(db, scope, { limit: 100 })).some((line) => line.id === id)
  expect(await seen(province('68'))).toBe(true)
  expect(await seen(province('01'))).toBe(false)
  expect(await seen(country)).toBe(true)
  const fromMinistry = await queued()
  await expect(visibleLetter(db, { scope: province('68'), now }, fromMinistry)).rejects.toSatisfy(isRefusal)
})

test('a line break in a subject or an address makes no second header', async () => {
  const id = await queued({ subject: 'Xin chào\r\nBcc: moi@example.vn' })
  expect(await send(id)).toBe('sent')
  expect(received.at(-1)?.subject).toContain('Bcc: moi@example.vn')
})

test('SMTP_URL and MAIL_FROM are set together', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://x' })).toThrow('MAIL_FROM')
})
