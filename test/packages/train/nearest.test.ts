import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, nearest } from '../../../packages/train/nearest.ts'

const word = fc.string({ maxLength: 12 })

describe('the distance between two words', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['depends', 'dpeends', 1],
    ['', 'abc', 3],
    ['mcad', 'mcda', 1],
  ])('%s and %s: %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })

  test('is symmetric, zero for equal words only, and no longer than the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b) === 0).toBe(a === b)
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  test('of words that nobody types is not computed', () => {
    expect(distance('x'.repeat(1_000_000), 'y')).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the nearest name', () => {
  test('is the one that was meant', () => {
    expect(nearest('repositry', ['repository', 'branch', 'name'])).toBe('repository')
    expect(nearest('Makefile', ['makefile', 'go-mod'])).toBe('makefile')
  })

  test('is none when nothing is near', () => {
    expect(nearest('colour', ['repository', 'branch', 'name'])).toBeNull()
    expect(nearest('x', [])).toBeNull()
  })
})
