import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfNothing, hashPassword, passwordMatches } from './passwords.ts'
import { passwordFault } from './rules.ts'
import { type AttemptHistory, admit } from './throttle-rules.ts'
import { isToken, keyedDigest, networkOf, newToken } from './tokens.ts'

const quiet: AttemptHistory = {
  pairFailures: 0,
  pairSecondsAgo: null,
  networkFailures: 0,
  networkSecondsAgo: null,
  loginFailures: 0,
  isKnownPair: false,
  knockedSecondsAgo: null,
}

test.each([
  ['ba con vịt', 'too-short'],
  ['x'.repeat(129), 'too-long'],
  ['matkhau123456', 'common'],
  ['MatKhau@2026!!', 'common'],
  ['Mật khẩu 123456', 'common'],
  ['P@ssw0rd2026!', 'common'],
  ['anhyeuem123456', 'common'],
  ['123456789012', 'common'],
  ['01011990010190', 'common'],
  ['qwertyuiop123', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abcabcabcabc', 'common'],
  ['ocopvietnam2026', 'common'],
  ['matkhauadmin2026', 'common'],
  ['toi la lan.huong day', 'contains-login'],
])('the password %s is refused as %s', (password, fault) => {
  expect(passwordFault(password, 'Lan.Hương')).toBe(fault)
})

test.each(['ba con vịt lội qua sông', 'correct horse battery staple', 'Zx9-kq!72-lmVt', 'mười hai chữ!'])(
  'the password %s is accepted',
  (password) => {
    expect(passwordFault(password, 'lan.huong')).toBeNull()
  },
)

test('length counts characters, whichever form the keyboard sends', () => {
  const words = 'mườihaichữcái'
  expect(passwordFault(words.normalize('NFD'), 'lan')).toBe(passwordFault(words.normalize('NFC'), 'lan'))
  expect(passwordFault('ếếếế'.normalize('NFD'), 'lan')).toBe('too-short')
})

test('the hash of nothing costs what a real hash costs, and nothing matches it', async () => {
  const shape = (hash: string) => hash.split('$').slice(0, 4).join('$')
  const real = await hashPassword('ba con vịt lội qua sông')
  expect(shape(real)).toBe('$argon2id$v=19$m=19456,t=2,p=1')
  expect(shape(hashOfNothing)).toBe(shape(real))
  expect(await passwordMatches(null, '')).toBe(false)
  expect(await passwordMatches(real, 'ba con vịt lội qua sông')).toBe(true)
  expect(await passwordMatches(real, 'ba con vit loi qua song')).toBe(false)
})

test('whatever others do, a caller without failures of their own waits at most one knock of three seconds', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.boolean(),
      fc.option(fc.integer({ min: 0, max: 900 })),
      (loginFailures, isKnownPair, knocked) => {
        const admission = admit({ ...quiet, loginFailures, isKnownPair, knockedSecondsAgo: knocked })
        if (knocked !== null && knocked >= 3) expect(admission.kind).toBe('admitted')
        if (isKnownPair) expect(admission.kind).toBe('admitted')
        if (admission.kind !== 'admitted') expect(admission.seconds).toBeLessThanOrEqual(3)
      },
    ),
  )
})

test('the wait grows with the failures and never beyond a quarter of an hour', () => {
  const waits = Array.from({ length: 40 }, (_, pairFailures) => {
    const admission = admit({ ...quiet, pairFailures, pairSecondsAgo: 0 })
    return admission.kind === 'admitted' ? 0 : admission.seconds
  })
  expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 4, 8, 16, 32])
  expect(waits).toEqual([...waits].sort((one, other) => one - other))
  expect(waits.at(-1)).toBe(900)
})

test('a network of many failures waits, except for those who sign in from it', () => {
  const busy = { ...quiet, networkFailures: 60, networkSecondsAgo: 0 }
  expect(admit(busy)).toEqual({ kind: 'wait', seconds: 300 })
  expect(admit({ ...busy, isKnownPair: true })).toEqual({ kind: 'admitted' })
})

test('a subscriber is one address of IPv4 and one /64 of IPv6', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:0DB8:0001:0002::9'))
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
})

test('tokens are long and never the same; digests differ by installation and kind', () => {
  const tokens = Array.from({ length: 200 }, newToken)
  expect(tokens.every(isToken)).toBe(true)
  expect(new Set(tokens).size).toBe(200)
  expect(keyedDigest('one', 'login', 'lan')).not.toBe(keyedDigest('two', 'login', 'lan'))
  expect(keyedDigest('one', 'login', 'lan')).not.toBe(keyedDigest('one', 'network', 'lan'))
})
