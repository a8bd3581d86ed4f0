import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import { formatReference, parseReference } from '../../../packages/registry/index.ts'

const DIGEST = `sha256:${'a1'.repeat(32)}`
const DIGEST_512 = `sha512:${'b2'.repeat(64)}`

describe('a reference', () => {
  test.each([
    ['ubuntu', { registry: 'docker.io', repository: 'library/ubuntu' }],
    ['ubuntu:22.04', { registry: 'docker.io', repository: 'library/ubuntu', tag: '22.04' }],
    ['rayproject/ray:2.5.0', { registry: 'docker.io', repository: 'rayproject/ray', tag: '2.5.0' }],
    ['docker.io/ubuntu', { registry: 'docker.io', repository: 'library/ubuntu' }],
    ['index.docker.io/library/ubuntu', { registry: 'docker.io', repository: 'library/ubuntu' }],
    ['quay.io/org/app:v1', { registry: 'quay.io', repository: 'org/app', tag: 'v1' }],
    [`quay.io/org/app@${DIGEST}`, { registry: 'quay.io', repository: 'org/app', digest: DIGEST }],
    [`quay.io/org/app@${DIGEST_512}`, { registry: 'quay.io', repository: 'org/app', digest: DIGEST_512 }],
    [`quay.io/org/app:v1@${DIGEST}`, { registry: 'quay.io', repository: 'org/app', tag: 'v1', digest: DIGEST }],
    ['localhost/app:v1', { registry: 'localhost', repository: 'app', tag: 'v1' }],
    ['localhost:5000/org/app', { registry: 'localhost:5000', repository: 'org/app' }],
    ['registry:5000/org/app:v1', { registry: 'registry:5000', repository: 'org/app', tag: 'v1' }],
    ['127.0.0.1:5000/a/b/c/d:v1', { registry: '127.0.0.1:5000', repository: 'a/b/c/d', tag: 'v1' }],
    ['[::1]:5000/app:v1', { registry: '[::1]:5000', repository: 'app', tag: 'v1' }],
    ['Host/app:v1', { registry: 'Host', repository: 'app', tag: 'v1' }],
    // Without a slash there is no host: a name and a tag.
    ['localhost:5000', { registry: 'docker.io', repository: 'library/localhost', tag: '5000' }],
    ['quay.io/a__b/c---d.e_f:x', { registry: 'quay.io', repository: 'a__b/c---d.e_f', tag: 'x' }],
  ])('%s is read', (text, expected) => {
    expect(parseReference(text)).toEqual(expected)
  })

  test.each([
    ['', 'it is empty'],
    ['https://quay.io/org/app', 'URL scheme'],
    ['quay.io/Org/app:v1', '“Org” is not a part'],
    ['quay.io/org/app:', '“” is not a tag'],
    ['quay.io/org/app:.hidden', '“.hidden” is not a tag'],
    ['quay.io/org/app:v1:v2', '“v1:v2” is not a tag'],
    [`quay.io/org/app:${'x'.repeat(129)}`, 'is not a tag'],
    ['quay.io/org/app@sha256:abc', '“sha256:abc” is not a whole'],
    [`quay.io/org/app@${DIGEST.toUpperCase()}`, 'is not a whole'],
    [`quay.io/org/app@${DIGEST}@${DIGEST}`, 'more than one “@”'],
    ['quay.io//app', '“” is not a part'],
    ['quay.io/', '“” is not a part'],
    ['quay.io/../secrets:v1', '“..” is not a part'],
    ['quay.io/a..b', '“a..b” is not a part'],
    ['quay.io/org/app v1', '“app v1” is not a part'],
    ['-quay.io/org/app', 'not a registry host'],
    [`quay.io/${'a/'.repeat(130)}a`, 'longer than 255'],
    ['a'.repeat(100_000), 'longer than 520'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => parseReference(text, 'Input “source”')).toThrow(UserError)
    expect(() => parseReference(text, 'Input “source”')).toThrow(why)
    expect(() => parseReference(text, 'Input “source”')).toThrow('Input “source”')
  })

  const component = fc.stringMatching(/^[a-z0-9]{1,6}(?:(?:[._]|__|-{1,3})[a-z0-9]{1,6}){0,2}$/)
  const host = fc.oneof(
    fc.constantFrom('localhost', 'quay.io', 'ghcr.io', '[::1]'),
    fc.stringMatching(/^[a-z0-9]{1,5}(?:\.[a-z0-9]{1,5}){1,2}$/),
  )
  const references = fc.record(
    {
      registry: fc
        .tuple(host, fc.option(fc.integer({ min: 1, max: 65_535 })))
        .map(([name, port]) => (port ? `${name}:${port}` : name)),
      repository: fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      tag: fc.stringMatching(/^\w[\w.-]{0,127}$/),
      digest: fc.constantFrom(DIGEST, DIGEST_512),
    },
    { requiredKeys: ['registry', 'repository'] },
  )

  test('read from its own text is the same reference', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseReference(formatReference(reference))).toEqual(reference)
      }),
    )
  })

  test('any text is either read or refused as the caller’s to mend, and what is read has one spelling', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9./:@_-]{0,60}$/))
    fc.assert(
      fc.property(texts, (text) => {
        let read
        try {
          read = parseReference(text)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
          return
        }
        expect(parseReference(formatReference(read))).toEqual(read)
      }),
    )
  })
})
