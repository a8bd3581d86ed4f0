import { describe, expect, test } from 'vitest'
import { judge } from '../../../packages/crds/compare/compatibility.ts'
import { type Definition, readDefinitions } from '../../../packages/crds/document/definition.ts'
import { judgeValidity } from '../../../packages/crds/validity/validity.ts'
import { type CrdShape, crd } from './world.ts'

function define(text: string): Definition {
  const [found] = readDefinitions(Buffer.from(text), 'a.yaml').documents.flatMap((one) => one.definition ?? [])
  if (found === undefined) throw new Error('no definition was read')
  return found
}

function told(before: string, after: string): string[] {
  return judge(define(before), define(after), []).map(({ severity, rule, path }) =>
    `${severity} ${rule} ${path ?? ''}`.trim(),
  )
}

/** A schema with one field. */
function field(a: string, more = ''): CrdShape {
  return { schema: `{type: object, properties: {spec: {type: object, properties: {a: ${a}}${more}}}}` }
}

const A = '.spec.a'
const cases: [title: string, before: string, after: string, expected: string[]][] = [
  ['an enum loses a value', '{type: string, enum: [x, y]}', '{type: string, enum: [x]}', [`error enum-narrowed ${A}`]],
  ['an enum gains a value', '{type: string, enum: [x]}', '{type: string, enum: [x, y]}', [`info enum-widened ${A}`]],
  ['an enum is dropped', '{type: string, enum: [x]}', '{type: string}', [`info enum-widened ${A}`]],
  [
    'an enum that is no news',
    '{type: string, pattern: "^(x|y)$"}',
    '{type: string, pattern: "^(x|y)$", enum: [x, y]}',
    [],
  ],
  ['an enum in another order', '{type: string, enum: [x, y]}', '{type: string, enum: [y, x]}', []],
  [
    'an upper bound falls',
    '{type: integer, maximum: 10}',
    '{type: integer, maximum: 9}',
    [`error maximum-narrowed ${A}`],
  ],
  [
    'a bound becomes exclusive',
    '{type: number, minimum: 0}',
    '{type: number, minimum: 0, exclusiveMinimum: true}',
    [`error minimum-narrowed ${A}`],
  ],
  [
    'a bound that changes nothing for whole numbers',
    '{type: integer, minimum: 1}',
    '{type: integer, minimum: 0, exclusiveMinimum: true}',
    [],
  ],
  [
    'a bound beyond what a sample reaches',
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: string}, maxItems: 100000}',
    [`error max-items-narrowed ${A}`],
  ],
  ['a pattern is added', '{type: string}', '{type: string, pattern: "^[a-z]+$"}', [`error pattern-narrowed ${A}`]],
  [
    'a pattern accepts more',
    '{type: string, pattern: "^[a-z]$"}',
    '{type: string, pattern: "^[a-z]+$"}',
    [`info pattern-widened ${A}`],
  ],
  [
    'a pattern is written differently',
    '{type: string, pattern: "^[a-c]+$"}',
    '{type: string, pattern: "^(a|b|c)+$"}',
    [`warning pattern-changed ${A}`],
  ],
  ['a format is added', '{type: string}', '{type: string, format: ipv4}', [`error format-narrowed ${A}`]],
  ['a format that nobody checks', '{type: string}', '{type: string, format: k8s-thing}', []],
  ['32 bits', '{type: integer}', '{type: integer, format: int32}', [`error format-narrowed ${A}`]],
  ['64 bits are what is meant anyway', '{type: integer}', '{type: integer, format: int64}', []],
  ['null is refused', '{type: string, nullable: true}', '{type: string}', [`error nullable-removed ${A}`]],
  ['null is accepted', '{type: string}', '{type: string, nullable: true}', [`info nullable-added ${A}`]],
  ['an empty default', '{type: string}', '{type: string, default: ""}', [`info default-added ${A}`]],
  ['a default', '{type: string}', '{type: string, default: x}', [`warning default-added ${A}`]],
  ['another default', '{type: string, default: y}', '{type: string, default: x}', [`warning default-changed ${A}`]],
  [
    'atomic is what a list is anyway',
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: string}, x-kubernetes-list-type: atomic}',
    [],
  ],
  [
    'a list becomes a set',
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: string}, x-kubernetes-list-type: set}',
    [`error list-uniqueness-added ${A}`],
  ],
  [
    'a set becomes a list',
    '{type: array, items: {type: string}, x-kubernetes-list-type: set}',
    '{type: array, items: {type: string}}',
    [`warning list-type-changed ${A}`],
  ],
  [
    'a map of one more key tells more apart',
    '{type: array, items: {type: object, required: [k, l], properties: {k: {type: string}, l: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k]}',
    '{type: array, items: {type: object, required: [k, l], properties: {k: {type: string}, l: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k, l]}',
    [`warning list-type-changed ${A}`],
  ],
  [
    'a map has one owner',
    '{type: object}',
    '{type: object, x-kubernetes-map-type: atomic}',
    [`info map-type-changed ${A}`],
  ],
  [
    'unknown fields are dropped',
    '{type: object, x-kubernetes-preserve-unknown-fields: true}',
    '{type: object}',
    [`error unknown-fields-dropped ${A}`],
  ],
  [
    'an embedded object loses its names',
    '{type: object, x-kubernetes-embedded-resource: true, properties: {x: {type: string}}}',
    '{type: object, properties: {x: {type: string}}}',
    [`error embedded-resource-removed ${A}`],
  ],
  [
    'an alternative goes',
    '{type: object, properties: {x: {type: string}, y: {type: string}}, anyOf: [{required: [x]}, {required: [y]}]}',
    '{type: object, properties: {x: {type: string}, y: {type: string}}, anyOf: [{required: [x]}]}',
    [`error any-of-narrowed ${A}`],
  ],
  [
    'an enum moves out of allOf',
    '{type: string, allOf: [{enum: [x, y]}, {enum: [x, y]}]}',
    '{type: string, enum: [x, y]}',
    [`info all-of-widened ${A}`],
  ],
  [
    'int-or-string is written out',
    '{x-kubernetes-int-or-string: true}',
    '{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}',
    [],
  ],
  [
    'a rule that something breaks',
    '{type: string}',
    '{type: string, x-kubernetes-validations: [{rule: "self.size() > 2"}]}',
    [`error cel-rule-added ${A}`],
  ],
  [
    'a field becomes immutable',
    '{type: string}',
    '{type: string, x-kubernetes-validations: [{rule: self == oldSelf}]}',
    [`warning cel-transition-added ${A}`],
  ],
  [
    'a rule goes',
    '{type: string, x-kubernetes-validations: [{rule: self == oldSelf}]}',
    '{type: string}',
    [`info cel-rule-removed ${A}`],
  ],
  [
    'a rule is spaced differently',
    '{type: string, x-kubernetes-validations: [{rule: "self==\'a b\'"}]}',
    '{type: string, x-kubernetes-validations: [{rule: "self == \'a b\'"}]}',
    [],
  ],
]

describe('a field', () => {
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(told(crd(field(before)), crd(field(after)))).toEqual(expected)
  })

  test('the default of a required field goes', () => {
    expect(
      told(
        crd(field('{type: string, default: x}', ', required: [a]')),
        crd(field('{type: string}', ', required: [a]')),
      ),
    ).toEqual([`error required-default-removed ${A}`])
  })

  test('a value that is only produced may be new to those who read it', () => {
    const status = (values: string): string =>
      crd({
        schema: `{type: object, properties: {status: {type: object, properties: {phase: {type: string, enum: [${values}]}}}}}`,
      })
    expect(told(status('A'), status('A, B'))).toEqual(['warning enum-widened .status.phase'])
    expect(told(status('A, B'), status('A'))).toEqual(['error enum-narrowed .status.phase'])
  })

  test('an example is an object that the old schema takes, with what the server says of it now', () => {
    const required = ', required: [a, b]}}'
    const schema = (a: string): CrdShape => ({
      schema: `{type: object, required: [spec], properties: {spec: {type: object, properties: {a: ${a}, b: {type: integer, minimum: 7}}${required}}`,
    })
    const [finding] = judge(
      define(crd(schema('{type: string}'))),
      define(crd(schema('{type: string, maxLength: 3}'))),
      [],
    )
    expect(finding).toMatchObject({
      rule: 'max-length-narrowed',
      witness: {
        apiVersion: 'example.com/v1',
        kind: 'Widget',
        metadata: { name: 'example' },
        spec: { a: 'aaaa', b: 7 },
      },
    })
    expect(finding?.message).toContain('spec.a: Too long: may not be more than 3 chars')
  })
})

describe('a definition', () => {
  const base = crd({ versions: 'v1* v2' })
  const changed = (from: string, to: string): string => {
    if (!base.includes(from)) throw new Error(`the definition has no “${from}”`)
    return base.replace(from, to)
  }
  const webhook = (namespace: string): string =>
    changed(
      '  scope:',
      `  conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {service: {name: w, namespace: ${namespace}}}}}\n  scope:`,
    )

  test('that converts by a webhook carries the namespace of its source', () => {
    expect(told(base, webhook('upstream'))).toEqual([
      'warning conversion-changed spec.conversion.strategy',
      'warning webhook-namespace spec.conversion.webhook.clientConfig.service',
    ])
    expect(told(webhook('upstream'), webhook('upstream'))).toEqual([])
    expect(told(webhook('upstream'), base)).toEqual(['error conversion-changed spec.conversion.strategy'])
  })

  test('that stores another version is migrated; without a conversion, versions must fit', () => {
    expect(told(crd({ versions: 'v1* v2' }), crd({ versions: 'v1 v2*' }))).toEqual([
      'warning storage-version-changed spec.versions[v2].storage',
    ])
  })

  test('gains and loses a status subresource, a scale, columns', () => {
    const v1 = '    served: true\n    storage: true\n'
    const status = changed(
      v1,
      `${v1}    subresources: {status: {}, scale: {specReplicasPath: .spec.n, statusReplicasPath: .status.n}}\n    additionalPrinterColumns: [{name: Age, type: date, jsonPath: .metadata.creationTimestamp}]\n`,
    )
    expect(told(base, status)).toEqual([
      'warning status-subresource-added spec.versions[v1].subresources.status',
      'info scale-subresource-added spec.versions[v1].subresources.scale',
      'info printer-columns-added spec.versions[v1].additionalPrinterColumns',
    ])
    expect(told(status, base)).toEqual([
      'error status-subresource-removed spec.versions[v1].subresources.status',
      'error scale-subresource-changed spec.versions[v1].subresources.scale',
      'warning printer-columns-changed spec.versions[v1].additionalPrinterColumns',
    ])
  })

  test('older than the copy is a downgrade', () => {
    expect(told(crd({ generator: 'v0.16.0' }), crd({ generator: 'v0.9.2' }))).toEqual([
      'warning older-than-copy metadata.annotations[controller-gen.kubebuilder.io/version]',
    ])
  })

  test('too large for kubectl apply is said once, when it becomes so', () => {
    const large = (length: number): string => crd({ schema: `{type: object, description: ${'x'.repeat(length)}}` })
    expect(told(large(10), large(300_000))).toEqual(['warning too-large-for-apply .'])
    expect(told(large(300_000), large(300_001))).toEqual([])
    expect(told(large(10), large(1_600_000))).toEqual(['error too-large-for-etcd .'])
  })

  test('that the API server refuses is an error, unless the copy has the same', () => {
    const invalid = crd({ schema: '{type: object, properties: {a: {description: no type}}}' })
    const rules = (before: string | null): string[] =>
      judgeValidity(before === null ? null : define(before), define(invalid)).map(
        ({ severity, rule, path }) => `${severity} ${rule} ${path}`,
      )
    const where = 'definition-invalid spec.versions[0].schema.openAPIV3Schema.properties[a].type'
    expect(rules(null)).toEqual([`error ${where}`])
    expect(rules(crd())).toEqual([`error ${where}`])
    expect(rules(invalid)).toEqual([`warning ${where}`])
  })
})
