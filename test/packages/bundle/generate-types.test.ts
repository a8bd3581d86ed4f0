import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayNameOf } from '../../../packages/bundle/generate/base.ts'
import { goJson } from '../../../packages/bundle/generate/go-json.ts'
import { Normalizer } from '../../../packages/bundle/generate/normalize.ts'
import { canonicalQuantity } from '../../../packages/bundle/generate/quantity.ts'
import { readStream } from '../../../packages/bundle/generate/stream.ts'
import type { JsonObject } from '../../../packages/yaml/index.ts'

/** What k8s.io/apimachinery v0.33 makes of each, as operator-sdk v1.42.3 printed it. */
const QUANTITIES: Readonly<Record<string, string>> = {
  '1000m': '1',
  '0.1': '100m',
  '1024Mi': '1Gi',
  '0.5Gi': '512Mi',
  '1.5': '1500m',
  '0.0005': '500u',
  '1e3': '1e3',
  '1E3': '1E3',
  '1000e3': '1e6',
  '2.5e1': '2.5e1',
  '1536Mi': '1536Mi',
  '1023': '1023',
  '1.3Ki': '1331200m',
  '+3': '+3',
  '1.500': '1.500',
  '3.000': '3',
  '0012Mi': '0012Mi',
  '8Ki': '8Ki',
  '-1500m': '-1500m',
  '0.0000000001': '1n',
  '0Mi': '0',
  '5E': '5E',
  '12345678901234567890': '12345678901234567890',
}

describe('a quantity', () => {
  it.each(Object.entries(QUANTITIES))('%s is written %s', (given, written) => {
    expect(canonicalQuantity(given)).toBe(written)
  })

  it.each(['', 'lots', '1 Gi', '.', '1.2.3', '1KB', 'e3'])('“%s” is none', (given) => {
    expect(canonicalQuantity(given)).toBeUndefined()
  })

  it('written once is written the same again', () => {
    const text = fc.tuple(fc.nat(10 ** 9), fc.nat(999), fc.constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3'))
    fc.assert(
      fc.property(text, ([whole, part, suffix]) => {
        const once = canonicalQuantity(`${whole}.${part}${suffix}`)
        expect(canonicalQuantity(once ?? '')).toBe(once)
      }),
    )
  })
})

describe('a Go struct', () => {
  const through = (name: string, value: JsonObject): unknown => new Normalizer().struct(name, value)

  it('leaves out what is empty, and writes what its tags say', () => {
    expect(through('Container', { name: 'c', args: [], env: [{ name: 'E', value: '' }], tty: false })).toEqual({
      name: 'c',
      env: [{ name: 'E' }],
      resources: {},
    })
    expect(through('DeploymentSpec', { replicas: 0, paused: false })).toEqual({
      replicas: 0,
      selector: null,
      strategy: {},
      template: { metadata: { creationTimestamp: null }, spec: { containers: null } },
    })
    expect(through('GRPCAction', { port: 1 })).toEqual({ port: 1, service: null })
  })

  it('turns numbers into texts where a text is wanted, and takes names in other capitals', () => {
    expect(through('EnvVar', { Name: 'A', value: 1.5 })).toEqual({ name: 'A', value: '1.5' })
    expect(through('ObjectMeta', { name: true, labels: { a: 1, b: null } })).toEqual({
      name: 'true',
      labels: { a: '1', b: '' },
      creationTimestamp: null,
    })
  })

  it('writes what a schema may be in more than one way', () => {
    expect(
      through('JSONSchemaProps', {
        additionalProperties: false,
        items: [{ type: 'string' }],
        enum: [null, 1],
        default: { a: [] },
        dependencies: { a: ['b'], c: { type: 'object' } },
        maximum: 5n,
      }),
    ).toEqual({
      additionalProperties: false,
      items: [{ type: 'string' }],
      enum: [null, 1],
      default: { a: [] },
      dependencies: { a: ['b'], c: { type: 'object' } },
      maximum: 5,
    })
  })

  it('written once is written the same again', () => {
    const times = { creationTimestamp: '2024-05-05T10:00:00.5+02:00', deletionTimestamp: null }
    const once = new Normalizer().struct('ObjectMeta', { name: 'x', ...times, finalizers: [], bogus: 1 })
    expect(once).toEqual({ name: 'x', creationTimestamp: '2024-05-05T08:00:00Z' })
    expect(new Normalizer().struct('ObjectMeta', once)).toEqual(once)
  })
})

describe('a stream', () => {
  const values = (text: string): unknown[] => readStream(text, 's').objects.map(({ value }) => value)

  it('is read as YAML 1.1', () => {
    expect(values('kind: A\nmode: 0420\nyes: on\nhex: 0x1F\ntime: 2024-01-01\nbig: 9223372036854775807\n')).toEqual([
      { kind: 'A', mode: 272, true: true, hex: 31, time: '2024-01-01', big: 9223372036854775807n },
    ])
  })

  it('is read the same in flow style, with anchors and merges', () => {
    const text = 'kind: A\nmode: 0420\nbase: &b {yes: on, "yes": "on"}\nmore: {<<: *b, time: 2024-01-01}\n'
    expect(values(text)).toEqual([
      { kind: 'A', mode: 272, base: { true: true, yes: 'on' }, more: { true: true, yes: 'on', time: '2024-01-01' } },
    ])
  })

  it('is cut at lines of ---, with the lines on which its documents start', () => {
    const text = '# head\n---\nkind: A\n--- # Source: chart/x.yaml\nkind: B\ntext: |\n  --- no\n---\n---\nkind: C'
    expect(readStream(text, 's').objects.map(({ kind, line }) => [kind, line])).toEqual([
      ['A', 3],
      ['B', 5],
      ['C', 10],
    ])
  })

  it.each([
    [
      'a bomb',
      `kind: A\na: &a [1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d]\n`,
    ],
    ['infinity', 'kind: A\nx: .inf\n'],
    ['a name that is a list', 'kind: A\n? [a]\n: b\n'],
  ])('%s is refused', (_, text) => {
    expect(() => readStream(text, 's')).toThrow(/^s: /)
  })
})

describe('texts', () => {
  it.each([
    ['memcached-operator', 'Memcached Operator'],
    ['another-_AppOperator_againTwiceThrice More', 'Another App Operator Again Twice Thrice More'],
    ['MCADOperator', 'MCADOperator'],
    ['3scale-k8s.v2', '3Scale K8s V2'],
  ])('%s is shown as %s', (name, shown) => {
    expect(displayNameOf(name)).toBe(shown)
  })

  it('JSON is Go’s: sorted, indented, escaped for HTML', () => {
    expect(goJson([{ b: [], a: { c: '<&>\u2028', d: 1e21, e: 10n } }, {}])).toBe(`[
  {
    "a": {
      "c": "\\u003c\\u0026\\u003e\\u2028",
      "d": 1e+21,
      "e": 10
    },
    "b": []
  },
  {}
]`)
  })
})
