import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../packages/crds/compare/compatibility.ts'
import type { Finding } from '../../../packages/plan/index.ts'
import { type Definition, readDefinitions } from '../../../packages/crds/document/definition.ts'
import { type CrdShape, crd, fixtures } from './world.ts'

function definition(text: string | Buffer): Definition {
  const [found] = readDefinitions(Buffer.from(text), 'a.yaml').documents.flatMap(
    (document) => document.definition ?? [],
  )
  if (found === undefined) throw new Error('no definition was read')
  return found
}
const real = async (path: string) => definition(await readFile(join(fixtures, path)))
const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error')
const rules = (before: CrdShape, after: CrdShape, stored: string[] = []) =>
  errors(judge(definition(crd(before)), definition(crd(after)), stored)).map(({ rule, path }) => `${rule} ${path}`)
const schemas = (before: string, after: string) => rules({ schema: before }, { schema: after })

describe('versions and names', () => {
  test('the real update that the API server refuses: the storage version is dropped', async () => {
    const [before, after] = await Promise.all([
      real('mcad-v1.35.0/quota.codeflare.dev_quotasubtrees.yaml'),
      real('mcad-v1.36.0/quota.codeflare.dev_quotasubtrees.yaml'),
    ])
    expect(errors(judge(before, after, []))).toMatchObject([
      {
        rule: 'stored-version-removed',
        crd: 'quotasubtrees.quota.codeflare.dev',
        version: 'v1',
        path: 'spec.versions[v1]',
      },
      { rule: 'served-version-removed', version: 'v1', path: 'spec.versions[v1].served', before: true, after: null },
    ])
  })

  test('the move of the operator from MCAD to AppWrapper drops v1beta1', async () => {
    const [before, after] = await Promise.all([
      real('operator-v1.2.0/crd-appwrapper.yml'),
      real('appwrapper-v1.1.2/workload.codeflare.dev_appwrappers.yaml'),
    ])
    expect(errors(judge(before, after, [])).map(({ rule, version }) => `${rule} ${version}`)).toEqual([
      'stored-version-removed v1beta1',
      'served-version-removed v1beta1',
    ])
  })

  test('a version that was storage long ago is remembered by the ledger alone', () => {
    expect(rules({ versions: 'v1 v2*' }, { versions: 'v2*' })).toEqual([
      'served-version-removed spec.versions[v1].served',
    ])
    expect(rules({ versions: 'v1! v2*' }, { versions: 'v2*' }, ['v1'])).toEqual([
      'stored-version-removed spec.versions[v1]',
    ])
  })

  test('a version that is no longer served', () => {
    expect(rules({ versions: 'v1 v2*' }, { versions: 'v1! v2*' })).toEqual([
      'served-version-removed spec.versions[v1].served',
    ])
  })

  test('another storage version with both served breaks nobody', () => {
    expect(rules({ versions: 'v1* v2' }, { versions: 'v1 v2*' })).toEqual([])
  })

  test('scope and names', () => {
    expect(rules({}, { scope: 'Cluster' })).toEqual(['scope-changed spec.scope'])
    expect(rules({}, { kind: 'Gizmo' })).toEqual([
      'names-changed spec.names.kind',
      'names-changed spec.names.listKind',
      'names-changed spec.names.singular',
    ])
  })
})

describe('schemas', () => {
  const object = (properties: string, more = '') => `{type: object, properties: {${properties}}${more}}`

  const cases: [name: string, before: string, after: string, expected: string[]][] = [
    [
      'a field goes away',
      object('spec: {type: object, properties: {a: {type: string}}}'),
      object('spec: {type: object}'),
      ['field-removed .spec.a'],
    ],
    [
      'a tree goes away and is said once',
      object('spec: {type: object, properties: {a: {type: string}}}'),
      object(''),
      ['field-removed .spec'],
    ],
    [
      'a field of list items and of map values',
      object(
        'l: {type: array, items: {type: object, properties: {a: {type: string}}}}, m: {type: object, additionalProperties: {type: object, properties: {b: {type: string}}}}',
      ),
      object('l: {type: array, items: {type: object}}, m: {type: object, additionalProperties: {type: object}}'),
      ['field-removed .l[*].a', 'field-removed .m[*].b'],
    ],
    [
      'a map loses its values',
      object('m: {type: object, additionalProperties: {type: string}}'),
      object('m: {type: object, properties: {x: {type: string}}}'),
      ['field-removed .m[*]'],
    ],
    [
      'fields become a map of the same type',
      object('m: {type: object, properties: {x: {type: string}}}'),
      object('m: {type: object, additionalProperties: {type: string}}'),
      [],
    ],
    [
      'a field goes where unknown fields are kept',
      object('a: {type: string}'),
      object('', ', x-kubernetes-preserve-unknown-fields: true'),
      [],
    ],
    [
      "metadata of the object is the server's",
      object('apiVersion: {type: string}, kind: {type: string}, metadata: {type: object}'),
      object(''),
      [],
    ],
    [
      'kind further down is a field like any other',
      object('ref: {type: object, properties: {kind: {type: string}}}'),
      object('ref: {type: object}'),
      ['field-removed .ref.kind'],
    ],
    ['a type changes', object('a: {type: string}'), object('a: {type: integer}'), ['type-changed .a']],
    [
      'a type becomes wider',
      object('a: {type: integer}, b: {type: integer}, c: {type: string}, d: {type: string}'),
      object(
        'a: {type: number}, b: {x-kubernetes-int-or-string: true}, c: {x-kubernetes-int-or-string: true}, d: {x-kubernetes-preserve-unknown-fields: true}',
      ),
      [],
    ],
    [
      'a type becomes narrower',
      object(
        'a: {type: number}, b: {x-kubernetes-int-or-string: true}, c: {x-kubernetes-preserve-unknown-fields: true}',
      ),
      object('a: {type: integer}, b: {type: integer}, c: {type: object}'),
      ['type-changed .a', 'type-changed .b', 'type-changed .c'],
    ],
    [
      'a field becomes required',
      object('a: {type: string}'),
      object('a: {type: string}', ', required: [a]'),
      ['required-added .a'],
    ],
    [
      'a new field is required at once',
      object(''),
      object('a: {type: string}', ', required: [a]'),
      ['required-added .a'],
    ],
    ['a required field has a default', object(''), object('a: {type: string, default: x}', ', required: [a]'), []],
    [
      'a required field of something new and optional',
      object(''),
      object('n: {type: object, properties: {a: {type: string}}, required: [a]}'),
      [],
    ],
    [
      'a field called like a method of objects',
      object('constructor: {type: string}'),
      object(''),
      ['field-removed .constructor'],
    ],
    [
      'descriptions, new optional fields, fewer required',
      object('a: {type: string, description: old}', ', required: [a]'),
      object('a: {type: string, description: new}, b: {type: string}'),
      [],
    ],
  ]
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(schemas(before, after)).toEqual(expected)
  })

  test('nothing is pruned where the definition keeps unknown fields', () => {
    const before = crd({ schema: object('a: {type: string}') })
    const after = crd().replace('  scope:', '  preserveUnknownFields: true\n  scope:')
    expect(judge(definition(before), definition(after), [])).toEqual([])
  })
})

describe('the example of an error', () => {
  const example = (before: string, after: string) =>
    judge(definition(crd({ schema: before })), definition(crd({ schema: after })), []).find(
      ({ severity }) => severity === 'error',
    )?.witness
  const rule = (text: string) => `x-kubernetes-validations: [{rule: ${JSON.stringify(text)}}]`

  test('has beside the field what the rules of the old schema want there', () => {
    const kinds = (mirror: string) =>
      '{type: object, required: [type], properties: {type: {type: string, enum: [A, B, C, D, E, F, G, H, Mirror]}, ' +
      `mirror: {${mirror}}}, ${rule("(self.type == 'Mirror') == has(self.mirror)")}}`
    expect(example(kinds('type: string'), kinds('type: string, maxLength: 0'))).toMatchObject({ type: 'Mirror' })
  })

  test('has inside the field what a rule wants of it once it is defaulted', () => {
    const to = (name: string) =>
      `{type: object, required: [to], properties: {to: {type: object, required: [name], properties: {name: {${name}}, ` +
      'kind: {type: string, default: Service, enum: [Service]}, port: {type: integer}}, ' +
      `${rule("self.kind == 'Service' ? has(self.port) : true")}}}}`
    const found = example(to('type: string'), to('type: string, maxLength: 0'))
    expect(found).toHaveProperty('to.port')
  })

  test('does not exist for a rule that a default satisfies', () => {
    const mode = (more: string) => `{type: object, properties: {mode: {type: string, default: Terminate}}${more}}`
    expect(schemas(mode(''), mode(`, ${rule('has(self.mode)')}`))).toEqual([])
  })
})
