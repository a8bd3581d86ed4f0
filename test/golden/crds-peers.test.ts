/** The cases of crdify (with its defaults) and of crd-schema-checker: agreement, or the reason why not. */
import { expect, test } from 'vitest'
import { checkDefinition } from '../../packages/crds/validity/check-definition.ts'
import { compareSchemas } from '../../packages/crds/compare/compare-schema.ts'
import { judge } from '../../packages/crds/compare/compatibility.ts'
import { parse } from '../../packages/crds/document/document.ts'
import type { Json } from '../../packages/yaml/index.ts'
import { definition, peers } from './crds.ts'

/** Cases in which crdify has an error and we have none. */
const CRDIFY: Readonly<Record<string, string>> = {
  anyofvalueadded: 'more is accepted; no object is refused',
  anyofvaluenetnew: 'its YAML is one that only go-yaml reads',
  defaultvaluechanged: 'a warning: nothing is refused or lost, but objects behave differently',
  defaultvaluenetnew: 'a warning, as above',
  defaultvalueremoved: 'a warning, as above',
  descriptionchanged: 'words refuse nothing',
  enumvalueadded: 'more is accepted',
  nullableadded: 'more is accepted',
  nullablefieldadded: 'more is accepted',
  patternremoved: 'more is accepted',
  requiredfieldadded: 'the field has a default, and defaulting runs before validation',
}

/** The same for its rules one by one, by rule and the beginning of the case’s name. */
const UNIT: Readonly<Record<string, string>> = {
  'default: ': 'a warning: nothing is refused or lost',
  'description: ': 'words refuse nothing',
  'enum: new allowed': 'more is accepted',
  'maxProperties: ': 'without properties in the schema, objects are pruned to nothing: no count is ever reached',
  'minProperties: minProperties constraint increased': 'the objects were refused before: they are pruned to nothing',
  'not: not constraint': 'a warning: no value of that type can match what must not be',
  'nullable: nullable allowed': 'more is accepted',
  'nullable: nullable removed': 'a node without a type takes null, whatever nullable says',
  'pattern: pattern removed': 'more is accepted',
  'xvalidations: rule added from empty': 'a rule about oldSelf holds for updates alone: a warning',
  'xvalidations: all rules removed': 'more is accepted',
  'xvalidations: rule removed': 'more is accepted',
  'xvalidations: rule expression modified': 'a rule about oldSelf: a warning',
  'xvalidations: optionalOldSelf': 'a rule about oldSelf: a warning',
  'xvalidations: reason': 'the reason is a word in the answer; it refuses nothing',
  'xvalidations: one of multiple': 'more is accepted',
  'allOf: subschema added, Allow': 'here we have an error and it has none, because it was told so',
  'allOf: subschema removed': 'more is accepted',
  'allOf: all removed': 'more is accepted',
  'oneOf: added oneOf': 'more is accepted',
}

const CHECKER: Readonly<Record<string, string>> = {
  'no_new_required_fields cannot_require_array_element':
    'it reads minLength of an array, which says nothing about arrays; the field is optional',
}

test('crdify, whole definitions', async () => {
  const { crdify } = await peers()
  const differ = crdify.filter(({ old, new: now, isFlagged }) => breaks(old, now) !== isFlagged)
  expect(differ.map(({ name }) => name)).toEqual(Object.keys(CRDIFY))
})

test('crdify, rule by rule', async () => {
  const { unit } = await peers()
  expect(unit.length).toBeGreaterThan(100)
  const differ = unit.filter(({ old, new: now, isFlagged }) => {
    const changes = compareSchemas(around(old), around(now), true)
    return changes.some(({ severity }) => severity === 'error') !== isFlagged
  })
  const names = differ.map(({ rule, name }) => `${rule}: ${name}`)
  expect(names.filter((name) => !Object.keys(UNIT).some((start) => name.startsWith(start)))).toEqual([])
  expect(Object.keys(UNIT).filter((start) => !names.some((name) => name.startsWith(start)))).toEqual([])
})

test('crd-schema-checker, its rules of compatibility and of cost; the others are matters of style', async () => {
  const { checker } = await peers()
  const comparable = checker.filter(({ rule }) => /cost|removal|required|type_change/.test(rule))
  expect(comparable.length).toBeGreaterThan(25)
  const differ = comparable.filter(({ rule, old, new: now, isFlagged }) => {
    return (rule.includes('cost') ? isTooCostly(now) : old !== null && breaks(old, now)) !== isFlagged
  })
  expect(differ.map(({ rule, name }) => `${rule} ${name}`)).toEqual(Object.keys(CHECKER))
})

function breaks(old: unknown, now: unknown): boolean | undefined {
  try {
    return judge(definition(String(old)), definition(String(now)), []).some(({ severity }) => severity === 'error')
  } catch {
    return undefined
  }
}

function isTooCostly(text: unknown): boolean {
  return checkDefinition(definition(String(text)).value).some(({ field }) => field.includes('openAPIV3Schema'))
}

/** A property with this schema. */
function around(schema: unknown): Json {
  const inner = parse({ text: JSON.stringify(schema ?? {}), line: 1 }, 'case.json')
  return { type: 'object', properties: { a: inner } }
}
