import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.ts'
import { GO_YAML, isObject, type Json, type JsonObject, readBlockYaml, textMember } from '../../yaml/index.ts'

/** One object of a stream of manifests. */
export interface StreamObject {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
  readonly value: JsonObject
  /** The line of the stream on which its document starts, from 1. */
  readonly line: number
}

export interface Stream {
  readonly objects: readonly StreamObject[]
  /** Lines of documents that hold something, but no Kubernetes object. */
  readonly others: readonly number[]
}

/** Far above what a bundle may hold (1 MiB compressed), and far below what would fill a runner. */
const LARGEST_STREAM = 128 * 1024 * 1024
const MOST_ALIASES = 1000

/**
 * Reads what `kustomize build` printed, as `kubectl` and operator-sdk read it: documents apart at lines of `---`, YAML 1.1.
 *
 * @throws UserError with file, line and column for a document that is not YAML.
 */
export function readStream(text: string, file: string): Stream {
  if (text.length > LARGEST_STREAM) {
    throw new UserError(`${file} has ${text.length} characters; streams are read up to ${LARGEST_STREAM}.`, {
      file,
      advice: 'A bundle is stored in a ConfigMap of 1 MiB: look at what was rendered.',
    })
  }
  const objects: StreamObject[] = []
  const others: number[] = []
  for (const document of splitStream(text)) {
    const value = readDocument(document, file)
    const object = isObject(value) ? asObject(value, document.line) : undefined
    if (object !== undefined) objects.push(object)
    else if (value !== null) others.push(document.line)
  }
  return { objects, others }
}

interface TextDocument {
  readonly text: string
  readonly line: number
}

export function* splitStream(text: string): Generator<TextDocument> {
  let [start, line, counted] = [0, 1, 0]
  const cut = (end: number): TextDocument => {
    for (; counted < start; line++) counted = text.indexOf('\n', counted) + 1
    return { text: text.slice(start, end), line }
  }
  for (const match of text.matchAll(/^---[^\S\n]*(?:#.*)?(?:\n|$)/gm)) {
    if (match.index > start) yield cut(match.index)
    start = match.index + match[0].length
  }
  if (start < text.length) yield cut(text.length)
}

function asObject(value: JsonObject, line: number): StreamObject | undefined {
  const kind = textMember(value, 'kind')
  if (kind === undefined) return undefined
  const [version = '', group = ''] = (textMember(value, 'apiVersion') ?? '').split('/').reverse()
  return { group, version, kind, name: textMember(value['metadata'], 'name') ?? '', value, line }
}

/** The value of one YAML document, with Go's meaning of plain text; null for one that says nothing. */
export function readDocument({ text, line }: TextDocument, file: string): Json {
  const plain = readBlockYaml(text, GO_YAML)
  if (plain !== undefined) return plain
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const wrong = (message: string, offset: number): UserError => {
    const place = lineCounter.linePos(offset)
    return new UserError(`${file}: ${message}`, {
      file,
      line: line + place.line - 1,
      column: place.col,
      advice: 'Correct what renders the manifests; no part of a bundle is written from half a stream.',
    })
  }
  const [problem] = document.errors
  if (problem !== undefined) throw wrong(problem.message, problem.pos[0])
  let aliases = 0

  const read = (node: Node | null): Json => {
    if (node === null) return null
    if (isAlias(node)) {
      if (++aliases > MOST_ALIASES) throw wrong('more values are repeated by aliases than any manifest needs', 0)
      return read(node.resolve(document) ?? null)
    }
    if (isScalar(node)) return readScalar(node.value, node.type, node.tag, node.range?.[0] ?? 0)
    if (isSeq<Node>(node)) return node.items.map(read)
    if (!isMap<Node, Node>(node)) return null
    const own: Record<string, Json> = {}
    const merged: Record<string, Json> = {}
    for (const { key, value } of node.items) {
      const name = read(key)
      if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') {
        for (const source of [read(value)].flat()) if (isObject(source)) Object.assign(merged, { ...source, ...merged })
      } else if (name === null || typeof name === 'object') {
        throw wrong('a name of a member is neither text nor number', key.range?.[0] ?? 0)
      } else if (Object.hasOwn(own, String(name))) {
        throw wrong(`“${String(name)}” is there twice`, key.range?.[0] ?? 0)
      } else own[String(name)] = read(value)
    }
    return { ...merged, ...own }
  }
  const readScalar = (value: unknown, type: string | undefined, tag: string | undefined, offset: number): Json => {
    const said = String(value ?? '')
    if (type !== 'PLAIN' || tag === 'tag:yaml.org,2002:str') return said
    const meant = GO_YAML.scalar(said)
    if (meant === undefined) throw wrong(`“${said}” is no number that JSON knows`, offset)
    return meant
  }
  return read(document.contents)
}
