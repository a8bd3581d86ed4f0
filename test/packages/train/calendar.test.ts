import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../../packages/train/index.ts'
import {
  addDays,
  adoptionDeadline,
  dayOf,
  daysBetween,
  isDay,
  isFrozen,
  sprintOf,
} from '../../../packages/train/index.ts'

const CODEFLARE: Calendar = { sprintWeeks: 3, firstDay: '2024-02-05', freezeDays: 2 }

const day = fc.integer({ min: -5000, max: 40_000 }).map((number) => addDays('1999-12-31', number))
const calendar = fc.record({
  sprintWeeks: fc.integer({ min: 1, max: 26 }),
  firstDay: day,
  freezeDays: fc.integer({ min: 0, max: 6 }),
})

describe('sprints', () => {
  test('of CodeFlare are three weeks, frozen on the last two days', () => {
    expect(sprintOf(CODEFLARE, '2024-02-05')).toEqual({
      number: 1,
      firstDay: '2024-02-05',
      lastDay: '2024-02-25',
      freezeFrom: '2024-02-24',
    })
    expect(sprintOf(CODEFLARE, '2024-04-05').number).toBe(3)
    expect(isFrozen(CODEFLARE, '2024-04-05')).toBe(false)
    expect(isFrozen(CODEFLARE, '2024-04-06')).toBe(true)
    expect(isFrozen(CODEFLARE, '2024-04-07')).toBe(true)
    expect(isFrozen(CODEFLARE, '2024-04-08')).toBe(false)
  })

  test('follow each other without a gap, and every day is in its own', () => {
    fc.assert(
      fc.property(calendar, day, (given, on) => {
        const found = sprintOf(given, on)
        expect(found.firstDay <= on && on <= found.lastDay).toBe(true)
        expect(daysBetween(found.firstDay, found.lastDay)).toBe(given.sprintWeeks * 7 - 1)
        const next = sprintOf(given, addDays(found.lastDay, 1))
        expect([next.number, next.firstDay]).toEqual([found.number + 1, addDays(found.lastDay, 1)])
      }),
    )
  })

  test('are frozen on as many days as the calendar says, all at the end', () => {
    fc.assert(
      fc.property(calendar, day, (given, on) => {
        const { number, firstDay, lastDay } = sprintOf(given, on)
        fc.pre(number > 0)
        const days = Array.from({ length: given.sprintWeeks * 7 }, (_, index) => addDays(firstDay, index))
        const frozen = days.filter((one) => isFrozen(given, one))
        expect(frozen).toHaveLength(given.freezeDays)
        if (given.freezeDays > 0) expect(frozen.at(-1)).toBe(lastDay)
      }),
    )
  })

  test('before the calendar begins are not frozen', () => {
    expect(isFrozen(CODEFLARE, '2024-02-04')).toBe(false)
  })
})

describe('an adoption', () => {
  test('of KubeRay is due by the end of the next sprint', () => {
    // v1.1.0 came out on 2024-03-22, in sprint 3; sprint 4 ends three weeks after it.
    expect(adoptionDeadline(CODEFLARE, '2024-03-22', 1)).toBe('2024-04-28')
  })

  test('with no sprint in between is due by the end of the same sprint', () => {
    expect(adoptionDeadline(CODEFLARE, '2024-03-22', 0)).toBe('2024-04-07')
  })

  test('of something from before the calendar is due as if it had just come out', () => {
    expect(adoptionDeadline(CODEFLARE, '2019-01-01', 1)).toBe('2024-02-25')
  })
})

describe('a time', () => {
  test.each([
    ['2024-04-05', '2024-04-05'],
    ['2024-04-05T09:00:00Z', '2024-04-05'],
    ['2024-04-05T23:30:00-05:00', '2024-04-06'],
    ['2024-04-05t09:00:00.123z', '2024-04-05'],
  ])('%s is on %s, in UTC', (time, expected) => {
    expect(dayOf(time, 'Input “now”')).toBe(expected)
  })

  test.each([
    '',
    'now',
    '2024-02-30',
    '2024-13-01',
    '2023-02-29T00:00:00Z',
    '2024-04-05T09:00:00',
    '5.4.2024',
    '2024-04-05T25:00:00Z',
  ])('“%s” is none', (time) => {
    expect(() => dayOf(time, 'Input “now”')).toThrow(`Input “now”: “${time}” is no time.`)
  })

  test('29 February is a day in leap years only', () => {
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2000-02-29'), isDay('1900-02-29')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
