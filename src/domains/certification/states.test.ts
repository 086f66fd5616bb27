import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/clock/clock.ts'
import { countsFrom, expiryOf, type SourceLevel } from './rules.ts'
import { type EventFacts, type EventKind, next, type RecognitionFacts, standingOn, stateAfter } from './states.ts'

interface Wish {
  id?: string
  star?: number
  level?: SourceLevel
  decidedOn?: string | null
  decidedYear?: number
  recordedAt?: Date
}

function recognition(wish: Wish = {}): RecognitionFacts {
  const decidedOn = wish.decidedOn === undefined ? '2023-03-10' : wish.decidedOn
  const decided = { decidedOn, decidedYear: wish.decidedYear ?? Number((decidedOn ?? '2023').slice(0, 4)) }
  return {
    id: wish.id ?? 'r1',
    star: wish.star ?? 3,
    level: wish.level ?? 'B',
    ...decided,
    countsFrom: countsFrom(decided),
    ...expiryOf(decided),
    recordedAt: wish.recordedAt ?? new Date('2026-01-01T00:00:00Z'),
  }
}

let serial = 0
function event(kind: EventKind, effectiveOn: string, recognitionId = 'r1'): EventFacts {
  serial += 1
  return { id: `e${String(serial).padStart(6, '0')}`, recognitionId, kind, effectiveOn, recordedAt: new Date(serial) }
}

test.each([
  ['2023-03-09', 'not-recognised'],
  ['2023-03-10', 'valid'],
  ['2025-09-10', 'valid'],
  ['2025-09-11', 'expiring'],
  ['2026-03-10', 'expiring'],
  ['2026-03-11', 'lapsed'],
])('of a decision of 10/03/2023 the standing on %s is %s', (day, standing) => {
  expect(standingOn(day, [recognition()], []).standing).toBe(standing)
})

test.each([
  ['2024-02-29', '2027-02-28'],
  ['2023-08-31', '2026-08-31'],
])('a decision of %s holds through %s and lapses the day after', (decidedOn, last) => {
  expect(standingOn(last, [recognition({ decidedOn })], []).standing).toBe('expiring')
  expect(standingOn(addDays(last, 1), [recognition({ decidedOn })], [])).toMatchObject({
    standing: 'lapsed',
    since: addDays(last, 1),
  })
})

test('a standing says since when it holds and until when', () => {
  expect(standingOn('2024-01-01', [recognition()], [])).toMatchObject({
    since: '2023-03-10',
    until: '2025-09-10',
    isCertain: true,
  })
  expect(standingOn('2026-01-01', [recognition()], [])).toMatchObject({ since: '2025-09-11', until: '2026-03-10' })
  expect(standingOn('2026-04-01', [recognition()], [])).toMatchObject({ since: '2026-03-11', until: null })
})

test('where only the year is known the standing is uncertain in that year and in the year of expiry', () => {
  const rows = [recognition({ decidedOn: null, decidedYear: 2022 })]
  expect(standingOn('2022-06-01', rows, [])).toMatchObject({ standing: 'valid', isCertain: false })
  expect(standingOn('2023-06-01', rows, [])).toMatchObject({ standing: 'valid', isCertain: true })
  expect(standingOn('2024-12-31', rows, [])).toMatchObject({ standing: 'expiring', isCertain: true })
  expect(standingOn('2025-06-01', rows, [])).toMatchObject({ standing: 'expiring', isCertain: false })
  expect(standingOn('2026-01-01', rows, [])).toMatchObject({ standing: 'lapsed', isCertain: true })
})

test('an unverified source never makes a star public', () => {
  expect(standingOn('2024-01-01', [recognition({ level: 'C' })], [])).toMatchObject({
    standing: 'not-recognised',
    recognition: null,
    each: [],
  })
})

test('an annulled row was never there, and the one before it stands again', () => {
  const rows = [recognition(), recognition({ id: 'r2', star: 5, decidedOn: '2024-01-10' })]
  const events = [event('annulment', '2024-06-01', 'r2')]
  expect(standingOn('2024-03-01', rows, events).recognition?.id).toBe('r1')
  expect(standingOn('2024-07-01', rows, events).recognition?.id).toBe('r1')
})

test('a suspension holds from its day until the day on which it is lifted', () => {
  const events = [event('suspension', '2024-01-01'), event('suspension-lifted', '2024-03-01')]
  const on = (day: string) => standingOn(day, [recognition()], events)
  expect(on('2023-12-31').standing).toBe('valid')
  expect(on('2024-01-01')).toMatchObject({ standing: 'suspended', since: '2024-01-01', until: '2026-03-10' })
  expect(on('2024-02-29').standing).toBe('suspended')
  expect(on('2024-03-01')).toMatchObject({ standing: 'valid', since: '2024-03-01' })
})

test('a suspended certificate lapses like any other', () => {
  expect(standingOn('2026-03-11', [recognition()], [event('suspension', '2024-01-01')]).standing).toBe('lapsed')
})

test('a later recognition replaces an earlier one from its own day, also with fewer stars', () => {
  const rows = [recognition({ star: 4 }), recognition({ id: 'r2', star: 3, decidedOn: '2025-05-05' })]
  expect(standingOn('2025-05-04', rows, []).recognition?.star).toBe(4)
  const after = standingOn('2025-05-05', rows, [])
  expect(after).toMatchObject({ standing: 'valid', recognition: { star: 3 } })
  expect(after.each.map((each) => [each.recognition.id, each.standing, each.since, each.replacedBy])).toEqual([
    ['r2', 'valid', '2025-05-05', null],
    ['r1', 'replaced', '2025-05-05', 'r2'],
  ])
})

test('a revoked certificate stays revoked, past its expiry too, until a new recognition', () => {
  const events = [event('revocation', '2024-01-01')]
  expect(standingOn('2023-12-31', [recognition()], events).standing).toBe('valid')
  expect(standingOn('2024-01-01', [recognition()], events)).toMatchObject({
    standing: 'revoked',
    since: '2024-01-01',
    until: null,
  })
  expect(standingOn('2030-01-01', [recognition()], events).standing).toBe('revoked')
  const anew = [recognition(), recognition({ id: 'r2', decidedOn: '2025-01-01' })]
  const after = standingOn('2025-01-01', anew, events)
  expect(after.standing).toBe('valid')
  expect(after.each.map((each) => each.standing)).toEqual(['valid', 'revoked'])
})

test('the steps that may follow are those of the table, and nothing follows an annulment', () => {
  expect(stateAfter([])).toBe('standing')
  expect(stateAfter([event('suspension', '2024-01-01')])).toBe('suspended')
  expect(stateAfter([event('suspension', '2024-01-01'), event('suspension-lifted', '2024-01-01')])).toBe('standing')
  expect(stateAfter([event('suspension', '2024-01-01'), event('revocation', '2024-02-01')])).toBe('revoked')
  expect(stateAfter([event('revocation', '2024-02-01'), event('annulment', '2024-03-01')])).toBe('annulled')
  expect(Object.keys(next.annulled)).toEqual([])
})

const aDay = fc.integer({ min: 0, max: 365 * 8 }).map((days) => addDays('2018-06-01', days))
const rank = { 'not-recognised': 0, valid: 1, expiring: 2, lapsed: 3, suspended: 9, revoked: 9, replaced: 9 }

test('without events one recognition only ages: it never becomes better as time passes', () => {
  fc.assert(
    fc.property(aDay, aDay, aDay, (decidedOn, one, other) => {
      const [earlier, later] = [one, other].sort()
      const rows = [recognition({ decidedOn })]
      const [before, after] = [standingOn(earlier ?? one, rows, []), standingOn(later ?? other, rows, [])]
      expect(rank[before.standing]).toBeLessThanOrEqual(rank[after.standing])
    }),
  )
})

test('the day asked lies within since and until, and without news the day after until is something else', () => {
  const history = fc.array(aDay, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(history, fc.array(aDay, { maxLength: 2 }), aDay, (days, suspensions, day) => {
      const rows = days
        .map((decidedOn, index) => recognition({ id: `r${index}`, decidedOn }))
        .filter((row) => row.countsFrom <= day)
      const events = suspensions.filter((on) => on <= day).map((effectiveOn) => event('suspension', effectiveOn, 'r0'))
      const found = standingOn(day, rows, events)
      if (found.since === null) return
      expect(found.since <= day).toBe(true)
      expect(standingOn(found.since, rows, events).standing).toBe(found.standing)
      if (found.until === null) return
      expect(found.until >= day).toBe(true)
      expect(standingOn(addDays(found.until, 1), rows, events).standing).not.toBe(found.standing)
    }),
  )
})
