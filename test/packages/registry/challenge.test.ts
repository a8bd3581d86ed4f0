import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseChallenge } from '../../../packages/registry/challenge.ts'
import { nextLink } from '../../../packages/registry/link.ts'

test.each([
  ['Basic realm="Registry"', { scheme: 'basic' }],
  ['basic', { scheme: 'basic' }],
  [
    'Bearer realm="https://quay.io/v2/auth",service="quay.io",scope="repository:a/b:pull,push"',
    { scheme: 'bearer', realm: 'https://quay.io/v2/auth', service: 'quay.io' },
  ],
  [
    'BEARER service=x, realm=https://auth.example.com/token',
    { scheme: 'bearer', realm: 'https://auth.example.com/token', service: 'x' },
  ],
  [
    'Basic realm="a, Bearer realm=b", Bearer realm="https://c/t"',
    { scheme: 'bearer', realm: 'https://c/t', service: null },
  ],
  [String.raw`Bearer realm="https://a/\"b\""`, { scheme: 'bearer', realm: 'https://a/"b"', service: null }],
  ['Negotiate, Basic realm="x"', { scheme: 'basic' }],
  ['Bearer', null],
  ['Digest realm="x", qop="auth"', null],
  ['', null],
  [null, null],
])('%s is read as %o', (header, expected) => {
  expect(parseChallenge(header)).toEqual(expected)
})

test('a hostile challenge is read in time that grows with its length only', () => {
  const parts = ['"', '\\', ',', ' ', '=', 'Bearer ', 'realm="', 'a'].map((part) => part.repeat(20_000))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 4 }), (chosen) => {
      const start = performance.now()
      parseChallenge(chosen.join(''))
      expect(performance.now() - start).toBeLessThan(1000)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['</v2/org/app/tags/list?n=2&last=b>; rel="next"', '/v2/org/app/tags/list?n=2&last=b'],
  ['<https://elsewhere.example.com/v2/x/tags/list?last=b>; rel=next', '/v2/x/tags/list?last=b'],
  ['</first>; rel="prev", </second>; rel="next"', '/second'],
  ['</first>; rel="prev"', null],
  ['', null],
  [null, null],
])('the next page of %s is %s', (header, expected) => {
  expect(nextLink(header)).toBe(expected)
})
