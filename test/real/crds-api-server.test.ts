/**
 * Our judgement of CRD updates against the API server's own code: what we show as harm is harm, and what breaks in objects
 * drawn at random is something we said. `CRD_PAIRS=DIRECTORY` does it for other pairs, `NAME.old.yaml` and `NAME.new.yaml`.
 */
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { judge } from '../../packages/crds/compare/compatibility.ts'
import type { Definition } from '../../packages/crds/document/definition.ts'
import { isJson, isObject, type Json, type JsonObject } from '../../packages/yaml/index.ts'
import { samples } from '../../packages/crds/evaluate/sample.ts'
import { itemsOf, propertyOf, requiredOf, typeOf, valuesOf } from '../../packages/crds/schema/schema.ts'
import type { Finding } from '../../packages/plan/index.ts'
import { definition, realPairs } from '../golden/crds.ts'
import { type Answer, askApiServer, buildApiServer, type Question } from './api-server.ts'

/** Objects for each version of each pair. */
const DRAWN = 25

const directory = await mkdtemp(join(tmpdir(), 'crds-'))
afterAll(() => rm(directory, { recursive: true, force: true }))
const server = buildApiServer(directory)
const program = 'program' in server ? server.program : ''
const isMissing = 'why' in server
const name = (sentence: string): string => `${sentence}${'why' in server ? ` (${server.why})` : ''}`

interface Update {
  readonly id: string
  readonly old: { readonly file: string; readonly definition: Definition }
  readonly new: { readonly file: string; readonly definition: Definition }
  readonly errors: readonly Finding[]
}

const updates = isMissing ? [] : await readUpdates()

test.skipIf(isMissing)(
  name('every example of harm was taken whole before and is refused or cut now, says the API server'),
  () => {
    const shown = updates.flatMap((update) =>
      update.errors.flatMap(({ version, path, witness }) =>
        isJson(witness) && version !== undefined ? [{ update, version, path, witness }] : [],
      ),
    )
    expect(shown.length).toBeGreaterThan(0)
    const ask = (side: 'old' | 'new'): Answer[] =>
      askApiServer(
        program,
        shown.map(({ update, version, witness }) => ({ file: update[side].file, version, object: witness })),
      )
    const [before, after] = [ask('old'), ask('new')]
    const wrong = shown.flatMap(({ update, version, path }, index) => {
      const isHarm = isWhole(before[index]) && !isWhole(after[index])
      return isHarm ? [] : [{ id: update.id, version, path, before: before[index], after: after[index] }]
    })
    expect(wrong).toEqual([])
  },
  600_000,
)

test.skipIf(isMissing)(
  name('what the API server refuses or cuts of objects drawn at random is an error of ours at that place'),
  () => {
    const drawn = updates.flatMap((update) => draw(update))
    const ask = (side: 'old' | 'new'): Answer[] =>
      askApiServer(
        program,
        drawn.map(({ update, version, object }) => ({ file: update[side].file, version, object })),
      )
    const [before, after] = [ask('old'), ask('new')]
    const whole = drawn.flatMap((one, index) => (isWhole(before[index]) ? [{ ...one, answer: after[index] }] : []))
    // Objects that nobody takes prove nothing.
    expect(whole.length).toBeGreaterThan(drawn.length / 10)
    const missed = whole.flatMap(({ update, version, answer }) => {
      const ours = update.errors.filter((one) => one.version === version).map(({ path = '' }) => shape(path))
      const isSaid = (complaint: string): boolean => ours.some((path) => isNear(shape(placeOf(complaint)), path))
      const untold = (answer?.refused ?? []).filter((complaint) => !isSaid(complaint))
      const isCut = answer?.pruned === true && ours.length === 0
      return untold.length > 0 || isCut ? [{ id: update.id, version, untold, isCut, ours }] : []
    })
    expect(missed).toEqual([])
  },
  600_000,
)

function isWhole(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.refused.length === 0 && !answer.pruned
}

/** Where a complaint of the server's is: `spec.names[0]: Too long`. */
function placeOf(complaint: string): string {
  return complaint.slice(
    0,
    complaint.search(/: (?:Invalid value|Required value|Unsupported value|Too |Duplicate|Forbidden)/),
  )
}

/** A path without what tells one item or key from another: `spec.names`. */
function shape(path: string): string {
  return path.replace(/^\./, '').replaceAll(/\[[^\]]*\]/g, '')
}

/** Whether one of two places holds the other. The server names a map's key as if it were a field. */
function isNear(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`) || one === '' || other === ''
}

async function readUpdates(): Promise<Update[]> {
  const given = process.env['CRD_PAIRS']
  const pairs = given === undefined ? await realPairs() : await pairsIn(given)
  return Promise.all(
    pairs.map(async ({ id, old, new: now }, index) => {
      const [before, after] = [definition(old), definition(now)]
      const file = (side: string): string => join(directory, `${index}.${side}.yaml`)
      await Promise.all([writeFile(file('old'), old), writeFile(file('new'), now)])
      return {
        id,
        old: { file: file('old'), definition: before },
        new: { file: file('new'), definition: after },
        errors: judge(before, after, []).filter(({ severity }) => severity === 'error'),
      }
    }),
  )
}

async function pairsIn(given: string): Promise<{ id: string; old: string; new: string }[]> {
  const files = (await Array.fromAsync(glob('**/*.old.yaml', { cwd: given }))).sort()
  return Promise.all(
    files.map(async (file) => ({
      id: file.replace(/\.old\.yaml$/, ''),
      old: await readFile(join(given, file), 'utf8'),
      new: await readFile(join(given, file.replace(/\.old\.yaml$/, '.new.yaml')), 'utf8'),
    })),
  )
}

interface Drawn extends Omit<Question, 'file'> {
  readonly update: Update
}

/** Objects that the old schema may take, with values that the new one may not. */
function draw(update: Update): Drawn[] {
  const { versions, group, names } = update.old.definition
  return versions.flatMap(({ name: version, schema }) => {
    const now = update.new.definition.versions.find((one) => one.name === version)
    if (schema === undefined || now?.schema === undefined) return []
    const [was, is] = [schema, now.schema]
    const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now() % 1_000_000)
    return fc.sample(valuesFor(was, is, 0), { numRuns: DRAWN, seed }).flatMap((drawn): Drawn[] => {
      if (!isObject(drawn)) return []
      const { apiVersion: _, kind: __, metadata: ___, ...rest } = drawn
      const object = { apiVersion: `${group}/${version}`, kind: names.kind, metadata: { name: 'example' }, ...rest }
      return [{ update, version, object }]
    })
  })
}

function valuesFor(schema: Json, against: Json, depth: number): fc.Arbitrary<Json | undefined> {
  const type = typeOf(schema)
  const properties = isObject(schema) && isObject(schema['properties']) ? Object.keys(schema['properties']) : []
  if (type === 'object' && properties.length > 0) {
    const required = new Set(requiredOf(schema))
    const fields = properties.map((key) => {
      const inner = fc
        .constant(null)
        .chain(() => valuesFor(propertyOf(schema, key) ?? {}, propertyOf(against, key) ?? {}, depth + 1))
      // Deep trees of optional fields would grow beyond all bounds.
      const chance = required.has(key)
        ? inner
        : fc.oneof({ weight: 2 + depth, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: inner })
      return chance.map((value): [string, Json | undefined] => [key, value])
    })
    return fc.tuple(...fields).map(toObject)
  }
  const [values, items] = [valuesOf(schema), itemsOf(schema)]
  if (type === 'object' && values !== undefined) {
    return fc
      .dictionary(fc.constantFrom('a', 'b', 'k8s.io/x'), valuesFor(values, valuesOf(against) ?? {}, depth + 1), {
        maxKeys: 2,
      })
      .map((map) => toObject(Object.entries(map)))
  }
  if (type === 'array' && items !== undefined) {
    return fc
      .array(valuesFor(items, itemsOf(against) ?? {}, depth + 1), { maxLength: 2 })
      .map((list) => list.filter((one) => one !== undefined))
  }
  const known = samples(schema, against)
  return known.length === 0 ? fc.constant(undefined) : fc.constantFrom(...known)
}

function toObject(entries: readonly (readonly [string, Json | undefined])[]): JsonObject {
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
