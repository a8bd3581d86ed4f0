import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RETRY } from '../../../packages/registry/index.ts'
import { isTransient, pauseAfter, retryAfter } from '../../../packages/registry/retry.ts'

const NOON = Date.parse('2024-02-05T12:00:00Z')

describe('Retry-After', () => {
  test.each([
    ['5', 5000],
    ['0', 0],
    ['1.5', 1500],
    ['Mon, 05 Feb 2024 12:00:30 GMT', 30_000],
    ['Mon, 05 Feb 2024 11:00:00 GMT', 0],
    // As ghcr.io has written it.
    ['1.16676ms', null],
    ['soon', null],
    ['Mon', null],
    ['-5', null],
    ['', null],
    [null, null],
  ])('%s is %s milliseconds', (header, expected) => {
    expect(retryAfter(header, NOON)).toBe(expected)
  })
})

test('only answers that pass by themselves are worth another try', () => {
  const worth = Array.from({ length: 500 }, (_, index) => 100 + index).filter(isTransient)
  expect(worth.slice(0, 5)).toEqual([408, 429, 500, 502, 503])
  expect(worth).not.toContain(501)
  expect(worth).not.toContain(505)
})

test('pauses grow, differ from job to job, and are never shorter than the registry asked for', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), random, fc.option(fc.nat(60_000)), (attempt, chance, asked) => {
      const pause = pauseAfter(attempt, asked, () => chance, RETRY)
      const mean = Math.min(500 * 2 ** (attempt - 1), 10_000)
      expect(pause).toBeGreaterThanOrEqual(Math.max(asked ?? 0, mean / 2 - 1))
      expect(pause).toBeLessThanOrEqual(Math.max(asked ?? 0, mean * 1.5 + 1))
    }),
  )
})
