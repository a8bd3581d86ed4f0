import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Pattern, samplesOf, toPattern } from '../../../packages/crds/schema/pattern.ts'

describe('a pattern, read as RE2 does', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '(?:ab)',
    '(b|c)',
    '^',
    '$',
    '[a-c-]',
    '\\.',
    '\\b',
  )
  const repeat = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{1,}', '*?')
  const piece = fc.tuple(atom, repeat).map(([one, times]) => (/^[\^$]$|^\\b$/.test(one) ? one : one + times))
  const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', '-', '\n'), maxLength: 8 })

  test('finds what JavaScript finds, where both know the syntax', () => {
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        expect(new Pattern(source).matches(input)).toBe(new RegExp(source, 'u').test(input))
      }),
      { numRuns: 3000 },
    )
  })

  test('has samples that it accepts', () => {
    fc.assert(
      fc.property(pattern, (source) => {
        const made = new Pattern(source)
        for (const sample of samplesOf(made)) expect(new RegExp(source, 'u').test(sample)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(samplesOf(new Pattern('^[a-z]([-a-z0-9]*[a-z0-9])?$')).length).toBeGreaterThan(5)
  })

  test.each(['(?=a)', '(?<!a)b', '(a)\\1', 'a**', 'a++', '(', ')', '[a', 'a{2,1}', 'a{1001}', '\\q', '[b-a]', '+'])(
    '%s is not RE2',
    (source) => {
      expect(toPattern(source)).toBeNull()
    },
  )

  test.each([
    ['(?i)abc', 'ABC', true],
    ['(?P<name>a)', 'a', true],
    ['[[:alpha:]]+$', '1é', false],
    ['^\\pL$', 'é', true],
    ['\\Qa.b\\E', 'a.b', true],
    ['\\Qa.b\\E', 'axb', false],
    ['\\Aa\\z', 'a\n', false],
    ['(?s)a.b', 'a\nb', true],
    ['a{,2}', 'a{,2}', true],
  ])('%s on %j', (source, input, expected) => {
    expect(new Pattern(source).matches(input)).toBe(expected)
  })

  test('no pattern stalls it', () => {
    expect(new Pattern('^(a+)+$').matches(`${'a'.repeat(5000)}b`)).toBe(false)
    expect(new Pattern('(x*)*y').matches('x'.repeat(5000))).toBe(false)
  })
})
