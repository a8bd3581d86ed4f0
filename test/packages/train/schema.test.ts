import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { ManifestError, manifestSchema, parseManifest } from '../../../packages/train/index.ts'
import { schemaText, withReferenceTables } from '../../../packages/train/reference.ts'

const root = join(import.meta.dirname, '../../..')
const examples = ['codeflare', 'appwrapper']
const example = (name: string): Promise<string> => readFile(join(root, 'examples', name, 'release-train.yaml'), 'utf8')

const ajv = new Ajv({ allErrors: true, strict: true })
formats.default(ajv)
const validates = ajv.compile(manifestSchema())

/** Rules about how values fit together, which no JSON Schema can say, and about the text of the file. */
const BEYOND_SCHEMA = new Set([
  'one-leader',
  'unknown-component',
  'cycle',
  'undeclared-dependency',
  'own-crds',
  'duplicate-name',
  'duplicate-repository',
  'duplicate-image',
  'duplicate-place',
  'key-of-form',
  'freeze-too-long',
])

/** Rules of which the pattern in the schema holds the greater part. */
const STRICTER_THAN_SCHEMA = new Set(['repository-name', 'branch-name', 'tag-template', 'channel-tag', 'path'])

function rulesBroken(text: string): string[] {
  try {
    parseManifest(text, 'release-train.yaml')
    return []
  } catch (error) {
    if (error instanceof ManifestError) return error.problems.map(({ rule }) => rule)
    throw error
  }
}

describe('what follows from the description of a manifest', () => {
  test('the published JSON Schema is up to date (npm run generate)', async () => {
    expect(await readFile(join(root, 'packages/train/release-train.schema.json'), 'utf8')).toBe(schemaText())
  })

  test('the tables of docs/manifest.md are up to date (npm run generate)', async () => {
    const text = await readFile(join(root, 'docs/manifest.md'), 'utf8')
    expect(text).toBe(withReferenceTables(text))
  })

  test('a reference that lost the place of a table is told', () => {
    expect(() => withReferenceTables('# nothing')).toThrow('the text has no <!-- manifest -->')
  })
})

describe('the JSON Schema', () => {
  test.each(examples)('accepts the example %s', async (name) => {
    expect(validates(parse(await example(name))), JSON.stringify(validates.errors)).toBe(true)
  })

  test.each(examples)('and the reader judge every change of one value in %s alike', async (name) => {
    const original: unknown = parse(await example(name))
    const paths = leaves(original)
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('', '1.2', 'v1', 'a b', '../x', 'UPPER', 'v{version}', 'acme/x', '2024-02-31', 'makefile', '<<'),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant([]),
      fc.constant({}),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, other) => {
        const changed = withValue(original, path, other)
        // Plain scalars are a matter of YAML, not of the schema: everything is quoted.
        const text = stringify(changed, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
        const rules = rulesBroken(text).filter((rule) => !BEYOND_SCHEMA.has(rule))
        const stricter = rules.length > 0 && rules.every((rule) => STRICTER_THAN_SCHEMA.has(rule))
        if (!stricter) expect([text, validates(parse(text))]).toEqual([text, rules.length === 0])
      }),
      { numRuns: 150 },
    )
  })

  test.each(examples)('and the reader both miss what is taken out of %s', async (name) => {
    const original: unknown = parse(await example(name))
    for (const path of leaves(original).filter((one) => typeof one.at(-1) === 'string')) {
      const without = withValue(original, path, undefined)
      const rules = rulesBroken(stringify(without)).filter((rule) => !BEYOND_SCHEMA.has(rule))
      expect([path, validates(without)]).toEqual([path, rules.length === 0])
    }
  })
})

type Path = readonly (string | number)[]

/** The paths of everything that holds no further values. */
function leaves(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...at, index]))
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...at, key]))
}

function withValue(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other
  if (Array.isArray(value))
    return value.map((item: unknown, index): unknown => (index === step ? withValue(item, rest, other) : item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const changed: unknown = key === step ? withValue(inner, rest, other) : inner
      return changed === undefined ? [] : [[key, changed]]
    }),
  )
}
