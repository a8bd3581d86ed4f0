import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Definition, readDefinitions } from '../../packages/crds/document/definition.ts'

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
  /** BREAK_UPDATE, BREAK_CREATE, DATA_LOSS, BEHAVIOR, NO_WITNESS or UNKNOWN. */
  readonly label: string
}

/** A case of the API server's tables; what else it holds depends on the table. */
export type Case = Record<string, unknown> & { readonly name: string; readonly got: readonly unknown[] }

/** A case of a peer: what it flags (`old` is null where there is none). */
export interface PeerCase {
  readonly name: string
  readonly rule: string
  readonly old: unknown
  readonly new: unknown
  readonly isFlagged: boolean
}

type Row = Record<string, unknown>

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

/** A member that must be a text. */
export function textOf(row: Row, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new TypeError(`“${name}” is no text`)
  return value
}

async function brotli(file: string): Promise<Row> {
  const value: unknown = JSON.parse(brotliDecompressSync(await readFile(join(FIXTURES, file))).toString())
  return isRow(value) ? value : {}
}

/** The values of a text with one in JSON a line. */
export function linesOf(text: string): Row[] {
  return rowsOf(
    text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  )
}

async function lines(file: string): Promise<Row[]> {
  return linesOf(gunzipSync(await readFile(join(FIXTURES, file))).toString())
}

/** The first definition of a text. */
export function definition(text: string): Definition {
  const [found] = readDefinitions(Buffer.from(text), 'crd.yaml').documents.flatMap((one) => one.definition ?? [])
  if (found === undefined) throw new Error('no definition was read')
  return found
}

export async function realPairs(): Promise<Pair[]> {
  const { pairs, definitions } = await brotli('pairs.json.br')
  const texts = isRow(definitions) ? definitions : {}
  return rowsOf(pairs).map((row) => ({
    id: textOf(row, 'id'),
    old: textOf(texts, textOf(row, 'old')),
    new: textOf(texts, textOf(row, 'new')),
  }))
}

export async function realLabels(): Promise<Label[]> {
  return (await lines('labels.jsonl.gz')).map((row) => ({
    id: textOf(row, 'id'),
    version: textOf(row, 'version'),
    path: textOf(row, 'path'),
    change: textOf(row, 'change'),
    label: textOf(row, 'label'),
  }))
}

export async function apiServerCases(table: 'create' | 'update' | 'schema'): Promise<Case[]> {
  const rows = await lines(`api-server/${table}.jsonl.gz`)
  return rows
    .filter((row) => row['usesV1beta1OnlyFields'] !== true)
    .map((row) => ({ ...row, name: textOf(row, 'name'), got: Array.isArray(row['got']) ? row['got'] : [] }))
}

/** The cases of crdify's end-to-end tests, of its rules one by one, and of crd-schema-checker. */
export async function peers(): Promise<Record<'crdify' | 'unit' | 'checker', PeerCase[]>> {
  const { crdify, unit, checker } = await brotli('peers.json.br')
  const toCase = (row: Row): PeerCase => ({
    name: textOf(row, 'name'),
    rule: [row['rule'], row['validation']].filter((one) => typeof one === 'string').join(''),
    old: row['old'],
    new: row['new'],
    isFlagged: row['flagged'] === true || (Array.isArray(row['flagged']) && row['flagged'].length > 0),
  })
  return { crdify: rowsOf(crdify).map(toCase), unit: rowsOf(unit).map(toCase), checker: rowsOf(checker).map(toCase) }
}
