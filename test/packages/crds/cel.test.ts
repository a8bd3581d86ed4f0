import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCel } from '../../../packages/crds/cel/check.ts'
import { parseCel } from '../../../packages/crds/cel/parse.ts'
import { runRule, type Verdict } from '../../../packages/crds/cel/run.ts'
import { celTypeOf } from '../../../packages/crds/cel/types.ts'
import type { Json } from '../../../packages/yaml/index.ts'

const SELF: Json = { n: 3n, s: 'kube-x', l: ['a', 'b'], m: { k: 'v' }, 'a-b': 1n, d: 1.5, o: { x: true } }

const runs: [rule: string, verdict: Verdict][] = [
  ['self.n > 2 && self.n <= 3', 'true'],
  ['self.n == 4 || self.s.startsWith("kube")', 'true'],
  ['self.missing == 1', 'error'],
  ['self.missing == 1 || true', 'true'],
  ['false && self.missing == 1', 'false'],
  ['has(self.missing) ? false : true', 'true'],
  ['has(self.o.x) && !has(self.o.y)', 'true'],
  ["self.l.all(x, x in ['a', 'b'])", 'true'],
  ["self.l.exists_one(x, x == 'a')", 'true'],
  ["self.l.map(x, x + '!') == ['a!', 'b!']", 'true'],
  ["self.l.filter(x, x != 'a').size() == 1", 'true'],
  ["self.m.all(k, self.m[k] == 'v')", 'true'],
  ["self.l[5] == 'a'", 'error'],
  ['self.a__dash__b == 1', 'true'],
  ["self.s.matches('^[a-z]+-x$')", 'true'],
  ['size(self.s) == 6 && self.s.size() == 6', 'true'],
  ['self.n / 0 == 1', 'error'],
  ['-self.n + 4 * 2 - 7 % 4 == 2', 'true'],
  ['self.n in {3: "three"}', 'true'],
  ["duration('1h') > duration('1m')", 'unknown'],
  ["'a\\n' == \"a\\n\" && r'\\n' != '\\n' && '''x''' == 'x'", 'true'],
  ['self.d > 1 // and more', 'true'],
]

describe('a rule', () => {
  test.each(runs)('%s', (rule, verdict) => {
    expect(runRule(rule, SELF)).toBe(verdict)
  })

  const self = celTypeOf(
    {
      type: 'object',
      properties: {
        n: { type: 'integer' },
        s: { type: 'string', maxLength: 10n },
        l: { type: 'array', maxItems: 4n, items: { type: 'string', maxLength: 5n } },
      },
    },
    true,
  )
  test.each([
    ['self.nope', "undefined field 'nope'"],
    ['self.n == "a"', "found no matching overload for '_==_' applied to '(int, string)'"],
    ['self.n && true', "found no matching overload for '_&&_' applied to '(int, bool)'"],
    ['other > 1', "undeclared reference to 'other'"],
    ['self.s.x', "type 'string' does not support field selection"],
    ['self.n.all(x, true)', "expression of type 'int' cannot be range of a comprehension"],
  ])('%s is refused in the words of the API server', (rule, message) => {
    expect(() => checkCel(parseCel(rule), new Map([['self', self]]))).toThrow(message)
  })

  test.each([
    'self.metadata.name == self.apiVersion',
    'self.l.all(x, self.l.exists_one(y, x.lowerAscii() == y.lowerAscii()))',
    'self.n < 1.5',
    'self.?n.orValue(1) == 1',
  ])('%s is taken', (rule) => {
    expect(checkCel(parseCel(rule), new Map([['self', self]])).cost).toBeLessThan(10_000_000)
  })

  test('any text is parsed or refused', () => {
    const piece = fc.constantFrom(
      'self',
      '.',
      'a',
      '(',
      ')',
      '[',
      ']',
      '==',
      '&&',
      '1',
      '"x"',
      'in',
      '?',
      ':',
      '!',
      '-',
      ',',
      'all',
      'true',
      '{',
      '}',
      ' ',
      '\\',
      "'",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        try {
          parseCel(text)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
        }
        expect(['true', 'false', 'error', 'unknown']).toContain(runRule(text, SELF))
      }),
      { numRuns: 3000 },
    )
    expect(() => parseCel('('.repeat(100_000))).toThrow(SyntaxError)
    expect(() => parseCel('!'.repeat(100_000))).toThrow(SyntaxError)
  })
})
