import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Definition, readDefinitions } from '../../packages/crds/definition.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/crds')

/** A real update of a real definition. */
export interface Pair {
  readonly id: string
  readonly old: string
  readonly new: string
}

/** What the API server's own code does with objects that were valid before, for one schema node that changed. */
export interface Label {
  readonly id: string
  readonly version: string
  /** `^.spec.containers[*]`; of a new required field, the object that holds it. */
  readonly path: string
  /** `removed`, `required+ NAME`, `list-type None->map`, … */
  readonly change: string
  readonly label: 'BREAK_UPDATE' | 'BREAK_CREATE' | 'DATA_LOSS' | 'BEHAVIOR' | 'NO_WITNESS' | 'UNKNOWN'
}

async function brotli<T>(file: string): Promise<T> {
  const value: T = JSON.parse(brotliDecompressSync(await readFile(join(FIXTURES, file))).toString())
  return value
}

export async function lines<T>(file: string): Promise<T[]> {
  const text = gunzipSync(await readFile(join(FIXTURES, file))).toString()
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const value: T = JSON.parse(line)
      return value
    })
}

/** The first definition of a text. */
export function definition(text: string): Definition {
  const [found] = readDefinitions(Buffer.from(text), 'crd.yaml').documents.flatMap((one) => one.definition ?? [])
  if (found === undefined) throw new Error('no definition was read')
  return found
}

export async function realPairs(): Promise<Pair[]> {
  const { pairs, definitions } = await brotli<{ pairs: Pair[]; definitions: Record<string, string> }>('pairs.json.br')
  return pairs.map(({ id, old, new: now }) => ({ id, old: definitions[old] ?? '', new: definitions[now] ?? '' }))
}

export interface Peers {
  readonly crdify: readonly { name: string; old: string; new: string; flagged: readonly string[] }[]
  readonly checker: readonly {
    rule: string
    name: string
    old: string | null
    new: string
    flagged: readonly string[]
  }[]
  readonly unit: readonly { name: string; validation: string; old: unknown; new: unknown; flagged: boolean }[]
}

export function peers(): Promise<Peers> {
  return brotli('peers.json.br')
}
