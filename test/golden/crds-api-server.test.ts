/** The API server's own validation tables (apiextensions-apiserver v0.36.1), with what it said. */
import { describe, expect, test } from 'vitest'
import {
  checkDefinition,
  checkSchema,
  checkUpdate,
  isRatcheted,
} from '../../packages/crds/validity/check-definition.ts'
import { parse } from '../../packages/crds/document/document.ts'
import { isObject, type Json, type JsonObject } from '../../packages/yaml/index.ts'
import { apiServerCases, type Case } from './crds.ts'

/** Where we knowingly differ. */
const REASONS: Readonly<Record<string, string>> = {
  'per-version_fields_may_not_all_be_set_to_identical_values_(top-level_field_should_be_used_instead)':
    'a rule of v1beta1: v1 has no top-level fields, and takes versions with the same schema',
}

/** Numbers as our schemas have them. */
function asJson(value: unknown): Json {
  return parse({ text: JSON.stringify(value ?? null), line: 1 }, 'case.json')
}

function asObject(value: unknown): JsonObject {
  const json = asJson(value)
  return isObject(json) ? json : {}
}

function differing(cases: readonly Case[], refuses: (one: Case) => boolean): string[] {
  return cases.filter((one) => refuses(one) !== one.got.length > 0).map(({ name }) => name)
}

describe('the rules of the API server', () => {
  test('for schemas', async () => {
    const cases = await apiServerCases('schema')
    expect(cases.length).toBe(119)
    const refuses = (one: Record<string, unknown>): boolean =>
      checkSchema(asJson(one['schema']), 'spec.validation.openAPIV3Schema', {
        types: one['requireStructuralSchema'] === true,
        atomicSets: one['requireAtomicSetType'] === true,
        mapKeys: one['requireMapListKeysMapSetValidation'] === true,
        structural: one['requireStructuralSchema'] === true,
        defaults: one['allowDefaults'] === true,
        prunedDefaults: one['requirePrunedDefaults'] === true,
        status: one['statusEnabled'] === true,
      }).length > 0
    expect(cases.filter((one) => refuses(one) !== one.got.length > 0).map(({ name }) => name)).toEqual([])
  })

  test('for definitions that are created', async () => {
    const cases = await apiServerCases('create')
    expect(cases.length).toBe(11)
    const news = new Map(cases.map((one) => [one.name, asObject(one['new'])]))
    const differ = differing(cases, ({ name }) => checkDefinition(news.get(name) ?? {}).length > 0)
    expect(differ).toEqual(Object.keys(REASONS))
  })

  test('for definitions that are updated', async () => {
    const cases = await apiServerCases('update')
    expect(cases.length).toBe(4)
    const refused = new Map(
      cases.map((one) => {
        const [old, now] = [asObject(one['old']), asObject(one['new'])]
        const before = checkDefinition(old)
        const left = checkDefinition(now).filter((refusal) => !isRatcheted(refusal, before))
        return [one.name, left.length + checkUpdate(old, now).length > 0] as const
      }),
    )
    expect(differing(cases, ({ name }) => refused.get(name) === true)).toEqual([])
  })
})
