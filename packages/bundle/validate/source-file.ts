import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, parseDocument } from 'yaml'
import { type Place, ReportedError } from '../../plan/index.ts'
import { isJson, type Json } from '../../yaml/index.ts'
import { readDocument, splitStream } from '../generate/stream.ts'

/** The way to a value in a document: names of members and numbers of items, from 0. */
export type ValuePath = readonly (string | number)[]

/**
 * A file of a bundle. Values are read as Kubernetes tools read them (YAML 1.1); where a value stands in the text is only looked
 * for when a finding is about it.
 */
export class SourceFile {
  /** As findings name it. */
  readonly path: string
  readonly bytes: Buffer
  /** The first document; undefined for a file that is empty or cannot be read. Tools look at nothing behind it. */
  readonly value: Json | undefined
  /** Why it cannot be read. */
  readonly problem: { readonly message: string; readonly place: Place } | null
  /** Lines on which further documents start that hold something. */
  readonly furtherDocuments: readonly number[]

  #parsed: Parsed | undefined

  constructor(path: string, bytes: Buffer) {
    this.path = path
    this.bytes = bytes
    let value: Json | undefined
    let problem: SourceFile['problem'] = null
    const further: number[] = []
    for (const [index, document] of [...splitStream(this.#text())].entries()) {
      try {
        const read = readDocument(document, path)
        if (index === 0) value = read
        else if (read !== null) further.push(document.line)
      } catch (error) {
        if (!(error instanceof ReportedError)) throw error
        if (index > 0) further.push(document.line)
        else {
          value = readRepeated(document.text)
          if (value === undefined) problem = { message: error.message.replace(`${path}: `, ''), place: error.place }
        }
      }
    }
    this.value = value
    this.problem = problem
    this.furtherDocuments = further
  }

  /** Where a value stands, or else the nearest value around it that is there. */
  locate(path: ValuePath): Place {
    this.#parsed ??= parseWithPlaces(this.#text())
    const { lines, root } = this.#parsed
    let node = root
    let offset = node?.range?.[0]
    for (const part of path) {
      if (isMap<Node, Node>(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
        if (pair === undefined) break
        offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else if (isSeq<Node>(node) && typeof part === 'number') {
        node = node.items[part] ?? null
        offset = node?.range?.[0] ?? offset
      } else break
    }
    if (offset === undefined) return { file: this.path }
    const { line, col } = lines.linePos(offset)
    return line === 0 ? { file: this.path } : { file: this.path, line, column: col }
  }

  #text(): string {
    return this.bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
  }
}

/** Go takes a key that is there twice; the last one counts. Undefined for what is wrong in another way. */
function readRepeated(text: string): Json | undefined {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, version: '1.1' })
  if (document.errors.length > 0) return undefined
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  return isJson(value) ? value : undefined
}

interface Parsed {
  readonly lines: LineCounter
  readonly root: Node | null
}

function parseWithPlaces(text: string): Parsed {
  const lines = new LineCounter()
  const options = { lineCounter: lines, logLevel: 'silent', uniqueKeys: false, version: '1.1' } as const
  const [document] = parseAllDocuments(text, options)
  return { lines, root: document !== undefined && 'contents' in document ? document.contents : null }
}

/** A path as findings write it: `.spec.icon[0].mediatype`. */
export function writePath(path: ValuePath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`))
    .join('')
}
