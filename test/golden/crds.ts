import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { type Definition, readDefinitions } from '../../packages/crds/definition.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/crds')

/** A real update of a real definition. */
export interface Pair {
  readonly id: string
  readonly old: string
  readonly new: string
}

/** What the API server's own code does with objects that were valid before, for one schema node that changed. */
const LABEL = v.object({
  id: v.string(),
  version: v.string(),
  /** `^.spec.containers[*]`; of a new required field, the object that holds it. */
  path: v.string(),
  /** `removed`, `required+ NAME`, `list-type None->map`, … */
  change: v.string(),
  label: v.picklist(['BREAK_UPDATE', 'BREAK_CREATE', 'DATA_LOSS', 'BEHAVIOR', 'NO_WITNESS', 'UNKNOWN']),
})
export type Label = v.InferOutput<typeof LABEL>

/** A case of the API server's tables; what else it holds depends on the table. */
const CASE = v.looseObject({
  name: v.string(),
  got: v.array(v.unknown()),
  usesV1beta1OnlyFields: v.optional(v.boolean()),
})
export type Case = v.InferOutput<typeof CASE>

const PAIRS = v.object({
  pairs: v.array(v.object({ id: v.string(), old: v.string(), new: v.string() })),
  definitions: v.record(v.string(), v.string()),
})

const texts = v.array(v.string())
const PEERS = v.object({
  crdify: v.array(v.object({ name: v.string(), old: v.string(), new: v.string(), flagged: texts })),
  checker: v.array(
    v.object({ rule: v.string(), name: v.string(), old: v.nullable(v.string()), new: v.string(), flagged: texts }),
  ),
  unit: v.array(
    v.object({
      name: v.string(),
      validation: v.string(),
      old: v.unknown(),
      new: v.unknown(),
      flagged: v.boolean(),
    }),
  ),
})

async function brotli(file: string): Promise<unknown> {
  const value: unknown = JSON.parse(brotliDecompressSync(await readFile(join(FIXTURES, file))).toString())
  return value
}

async function lines(file: string): Promise<unknown[]> {
  const text = gunzipSync(await readFile(join(FIXTURES, file))).toString()
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

/** The first definition of a text. */
export function definition(text: string): Definition {
  const [found] = readDefinitions(Buffer.from(text), 'crd.yaml').documents.flatMap((one) => one.definition ?? [])
  if (found === undefined) throw new Error('no definition was read')
  return found
}

export async function realPairs(): Promise<Pair[]> {
  const { pairs, definitions } = v.parse(PAIRS, await brotli('pairs.json.br'))
  return pairs.map(({ id, old, new: now }) => ({ id, old: definitions[old] ?? '', new: definitions[now] ?? '' }))
}

export async function realLabels(): Promise<Label[]> {
  return v.parse(v.array(LABEL), await lines('labels.jsonl.gz'))
}

export async function apiServerCases(table: 'create' | 'update' | 'schema'): Promise<Case[]> {
  const cases = v.parse(v.array(CASE), await lines(`api-server/${table}.jsonl.gz`))
  return cases.filter(({ usesV1beta1OnlyFields }) => usesV1beta1OnlyFields !== true)
}

export async function peers(): Promise<v.InferOutput<typeof PEERS>> {
  return v.parse(PEERS, await brotli('peers.json.br'))
}
