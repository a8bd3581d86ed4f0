import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import { ReportedError } from '../../plan/index.js'
import { readDocument, splitStream } from '../generate/stream.js'
/**
 * A file of a bundle. Values are read as Kubernetes tools read them (YAML 1.1); where a value stands in the text is only looked
 * for when a finding is about it.
 */
export class SourceFile {
  /** As findings name it. */
  path
  bytes
  /** The first document; undefined for a file that is empty or cannot be read. Tools look at nothing behind it. */
  value
  /** Why it cannot be read. */
  problem
  /** Lines on which further documents start that hold something. */
  furtherDocuments
  #parsed
  constructor(path, bytes) {
    this.path = path
    this.bytes = bytes
    let value
    let problem = null
    const further = []
    try {
      for (const [index, document] of [...splitStream(this.#text())].entries()) {
        const read = readDocument(document, path)
        if (index === 0) value = read
        else if (read !== null) further.push(document.line)
      }
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error
      problem = { message: error.message.replace(`${path}: `, ''), place: error.place }
    }
    this.value = value
    this.problem = problem
    this.furtherDocuments = further
  }
  /** Where a value stands, or else the nearest value around it that is there. */
  locate(path) {
    this.#parsed ??= parseWithPlaces(this.#text())
    const { lines, root } = this.#parsed
    let node = root
    let offset = node?.range?.[0]
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
        if (pair === undefined) break
        offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else if (isSeq(node) && typeof part === 'number') {
        node = node.items[part] ?? null
        offset = node?.range?.[0] ?? offset
      } else break
    }
    if (offset === undefined) return { file: this.path }
    const { line, col } = lines.linePos(offset)
    return line === 0 ? { file: this.path } : { file: this.path, line, column: col }
  }
  #text() {
    return this.bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
  }
}
function parseWithPlaces(text) {
  const lines = new LineCounter()
  const options = { lineCounter: lines, logLevel: 'silent', uniqueKeys: false, version: '1.1' }
  const [document] = parseAllDocuments(text, options)
  return { lines, root: document !== undefined && 'contents' in document ? document.contents : null }
}
/** A path as findings write it: `.spec.icon[0].mediatype`. */
export function writePath(path) {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`))
    .join('')
}
