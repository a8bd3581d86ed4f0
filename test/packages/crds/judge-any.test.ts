import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../packages/crds/compare/compatibility.ts'
import { type Definition, readDefinitions } from '../../../packages/crds/document/definition.ts'
import { crd } from './world.ts'

function withSchema(schema: unknown): Definition {
  const text = crd({ schema: JSON.stringify(schema) })
  const [found] = readDefinitions(Buffer.from(text), 'a.yaml').documents.flatMap((one) => one.definition ?? [])
  if (found === undefined) throw new Error('no definition was read')
  return found
}

const text = fc.constantFrom('a', 'b', 'c')
const bound = fc.integer({ min: 0, max: 5 })
const { schema } = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record(
      {
        type: fc.constant('string'),
        minLength: bound,
        maxLength: bound,
        enum: fc.array(text, { minLength: 1, maxLength: 3 }),
        pattern: fc.constantFrom('^a', 'b+', '^[a-c]{1,3}$', '(a|b)c?'),
        nullable: fc.boolean(),
        default: text,
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constantFrom('integer', 'number'),
        minimum: bound,
        maximum: bound,
        exclusiveMinimum: fc.boolean(),
        multipleOf: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('boolean') }),
    fc.record({ 'x-kubernetes-int-or-string': fc.constant(true) }),
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        maxItems: bound,
        minItems: bound,
        'x-kubernetes-list-type': fc.constantFrom('atomic', 'set'),
      },
      { requiredKeys: ['type', 'items'] },
    ),
    fc.record(
      { type: fc.constant('object'), additionalProperties: tie('schema'), maxProperties: bound },
      { requiredKeys: ['type', 'additionalProperties'] },
    ),
    tie('object'),
  ),
  object: fc.record(
    {
      type: fc.constant('object'),
      properties: fc.dictionary(text, tie('schema'), { maxKeys: 3 }),
      required: fc.uniqueArray(text, { maxLength: 2 }),
      'x-kubernetes-preserve-unknown-fields': fc.constant(true),
    },
    { requiredKeys: ['type', 'properties'] },
  ),
}))
const root = fc.record({ type: fc.constant('object'), properties: fc.record({ spec: schema, status: schema }) })

describe('any two schemas', () => {
  test('are compared without a fault, the same way each time', () => {
    fc.assert(
      fc.property(root, root, (old, now) => {
        const findings = judge(withSchema(old), withSchema(now), [])
        expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
        expect(judge(withSchema(old), withSchema(now), [])).toEqual(findings)
      }),
      { numRuns: 300 },
    )
  })

  test('that are the same have no finding', () => {
    fc.assert(
      fc.property(root, (one) => {
        expect(judge(withSchema(one), withSchema(one), [])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

test('schemas 500 deep are compared', () => {
  const deep = (leaf: object): object => {
    let at: object = leaf
    for (let level = 0; level < 500; level++) at = { type: 'object', properties: { a: at } }
    return at
  }
  const yaml = (value: object, indent: string): string =>
    Object.entries(value)
      .map(([name, inner]) =>
        typeof inner === 'object' ? `${indent}${name}:\n${yaml(inner, `${indent} `)}` : `${indent}${name}: ${inner}\n`,
      )
      .join('')
  const define = (leaf: object): Definition => {
    const body = crd({ schema: 'SCHEMA' }).replace(
      '{openAPIV3Schema: SCHEMA}',
      `\n      openAPIV3Schema:\n${yaml(deep(leaf), ' '.repeat(8))}`,
    )
    const plain = body.replace(
      /names: \{(.*)\}/,
      (_, inner: string) =>
        `names:\n${inner
          .split(', ')
          .map((part) => `    ${part}\n`)
          .join('')}`,
    )
    const [found] = readDefinitions(Buffer.from(plain), 'deep.yaml').documents.flatMap((one) => one.definition ?? [])
    if (found === undefined) throw new Error('no definition was read')
    return found
  }
  const findings = judge(define({ type: 'string' }), define({ type: 'integer' }), [])
  expect(findings.map(({ rule, path }) => [rule, path?.length])).toEqual([['type-changed', 1000]])
})
