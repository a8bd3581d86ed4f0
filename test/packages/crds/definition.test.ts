import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDefinitions } from '../../../packages/crds/document/definition.ts'
import { splitDocuments } from '../../../packages/crds/document/document.ts'
import { crd, like } from './world.ts'

const read = (text: string, path = 'a.yaml') => readDefinitions(Buffer.from(text), path)
const only = (text: string) => {
  const [definition] = read(text).documents.flatMap((document) => document.definition ?? [])
  if (definition === undefined) throw new Error('no definition was read')
  return definition
}

describe('reading definitions', () => {
  test('a file of many documents gives each CRD and names what is none', () => {
    const { documents } = read(`# a header
${crd()}---
kind: Service
metadata: {name: webhook}
---
# nothing here
${crd({ plural: 'gadgets', kind: 'Gadget' })}`)
    expect(documents.map(({ definition, other, line }) => [line, definition?.name ?? other])).toEqual([
      [1, 'widgets.example.com'],
      [18, 'Service webhook'],
      [21, undefined],
      [23, 'gadgets.example.com'],
    ])
  })

  test('JSON is read too', () => {
    const json = JSON.stringify(
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'widgets.example.com' },
        spec: {
          group: 'example.com',
          names: { kind: 'Widget', plural: 'widgets' },
          scope: 'Cluster',
          versions: [{ name: 'v1', served: true, storage: true }],
        },
      },
      null,
      '\t',
    )
    const definition = only(json)
    expect(definition.scope).toBe('Cluster')
    expect(definition.names).toMatchObject({
      kind: 'Widget',
      plural: 'widgets',
      singular: 'widget',
      listKind: 'WidgetList',
    })
  })

  test('v1beta1 with one version and one schema is understood, and does not prune', () => {
    const definition = only(`apiVersion: apiextensions.k8s.io/v1beta1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  version: v1alpha1
  validation: {openAPIV3Schema: {type: object}}
`)
    expect(definition.versions).toMatchObject([
      { name: 'v1alpha1', served: true, storage: true, schema: { type: 'object' } },
    ])
    expect(definition.prunes).toBe(false)
    expect(only(crd()).prunes).toBe(true)
  })

  test('formatting, the order of keys and the generator version do not change the digest; a bound of 64 bits does', () => {
    const plain = only(crd({ schema: '{type: object, maxProperties: 9223372036854775807}' }))
    const other = only(
      crd({ generator: 'v0.15.0', schema: '{"maxProperties":  9223372036854775807.0,\n      "type": object}' }).replace(
        '9223372036854775807.0',
        '9223372036854775807',
      ),
    )
    expect(other.digest).toBe(plain.digest)
    expect(only(crd({ schema: '{type: object, maxProperties: 9223372036854775806}' })).digest).not.toBe(plain.digest)
    expect(only(crd({ schema: '{type: object, description: new}' })).digest).not.toBe(only(crd()).digest)
  })

  test('a byte order mark, CRLF and a plain = are read', () => {
    const windows = `\uFEFF${crd({ schema: '{type: string, enum: [=, "!="]}' }).replaceAll('\n', '\r\n')}`
    expect(only(windows).digest).toBe(only(crd({ schema: '{type: string, enum: ["=", "!="]}' })).digest)
  })

  test('a file that does not speak of CRDs need not be YAML at all', () => {
    expect(read('{{ if .Values.x }}\n- : [').documents.map(({ other }) => other)).toEqual(['other text'])
  })
})

describe('what is refused', () => {
  const cases: [name: string, text: string, message: RegExp, line: number][] = [
    [
      'a Helm template that parses',
      crd().replace('name: widgets', 'labels: {"x": "{{ .Values.x }}"}\n  name: widgets'),
      /Helm template/,
      1,
    ],
    ['a key given twice', `${crd()}  scope: Cluster\n`, /unique/, 17],
    ['a tab as indentation', crd().replace('  group:', '\tgroup:'), /Tabs/, 9],
    [
      'an excerpt',
      'kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1\nmetadata: {name: a.b}\n',
      /lacks spec\.group/,
      1,
    ],
    [
      'a name that is not plural and group',
      crd().replace('name: widgets.', 'name: gadgets.'),
      /must be named “widgets\.example\.com”/,
      1,
    ],
    ['no versions', crd().replace(/versions:[^]*$/, 'versions: []'), /no spec\.versions/, 1],
    ['an API version of the future', crd().replace('/v1\n', '/v2\n'), /v1 and v1beta1 are known/, 1],
    ['nesting without end', `CustomResourceDefinition: ${'['.repeat(100_000)}`, /nested too deeply/, 1],
  ]
  test.each(cases)('%s, with its place', (_, text, message, line) => {
    const error = thrown(() => read(text))
    expect(error).toMatchObject({ name: 'UserError', message: like(message) })
    expect(error).toMatchObject({ place: { file: 'a.yaml', line } })
  })

  test('a YAML bomb is refused before it expands', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(10)}]`)
    const bomb = `kind: CustomResourceDefinition\nl0: &l0 x\n${levels.join('\n')}\n`
    expect(thrown(() => read(bomb))).toMatchObject({ name: 'UserError', message: like(/aliases/) })
  })

  test('a file beyond all sizes, and one that is not UTF-8', () => {
    expect(thrown(() => readDefinitions(Buffer.alloc(33 * 1024 * 1024), 'big.yaml'))).toMatchObject({
      name: 'UserError',
    })
    expect(thrown(() => readDefinitions(Buffer.from([0xff, 0xfe, 0x41]), 'utf16.yaml'))).toMatchObject({
      message: 'utf16.yaml is not UTF-8 text.',
    })
  })

  test('an excerpt is named where excerpts may be', () => {
    const patch =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\nspec: {preserveUnknownFields: false}\n'
    expect(readDefinitions(Buffer.from(patch), 'p.yaml', 'name').documents.map(({ other }) => other)).toEqual([
      'CustomResourceDefinition a.b',
    ])
  })

  test('a schema of depth 200 is read', () => {
    const schema = `${'{type: object, properties: {a: '.repeat(200)}{type: string}${'}}'.repeat(200)}`
    expect(only(crd({ schema })).name).toBe('widgets.example.com')
  })
})

test('the slices of any text, joined, are the text', () => {
  const line = fc.constantFrom('---', '--- # c', '----', '# c', '', 'a: 1', ' ---', '...', '---\r')
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, ends) => {
      const text = lines.join('\n') + (ends ? '\n' : '')
      const slices = splitDocuments(text)
      expect(slices.map((slice) => slice.text).join('')).toBe(text)
      for (const slice of slices.slice(1)) expect(slice.text).toMatch(/^---(\s|$)/)
      for (const { text: own, line: at } of slices) {
        expect(
          text
            .split('\n')
            .slice(at - 1)
            .join('\n')
            .startsWith(own),
        ).toBe(true)
      }
    }),
  )
})

function thrown(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
