import { isAlias, isScalar, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../plan/index.js'
/** A manifest describes repositories, not their content; real ones are a few kilobytes. */
const LARGEST = 1024 * 1024
/**
 * Reads the text as one YAML 1.2 document.
 *
 * @throws UserError for what is no such document: too large, not UTF-8, empty, malformed, several documents, YAML 1.1.
 */
export function readSource(content, file) {
  const text = decode(content, file)
  const lineCounter = new LineCounter()
  // Keys are checked for duplicates by the reader of mappings: here that would take quadratic time.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false })
  const place = (offset) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const [error] = document.errors
  if (error !== undefined) {
    throw new UserError(`This is not YAML: ${plain(error.code, error.message)}.`, {
      file,
      ...place(error.pos[0]),
      advice: 'Correct the line; the rest of the file is checked once it can be read.',
    })
  }
  if (document.directives?.yaml.version === '1.1' || document.directives?.yaml.explicit === true) {
    throw new UserError('A %YAML directive chooses another version of YAML; this file is read as YAML 1.2.', {
      file,
      line: 1,
      column: 1,
      advice: 'Remove the %YAML line.',
    })
  }
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) {
    throw new UserError('The manifest is empty.', {
      file,
      line: 1,
      column: 1,
      advice:
        'Describe the train: see docs/manifest.md, or begin with a copy of examples/codeflare/release-train.yaml.',
    })
  }
  return { document, root, place }
}
/** What an alias stands for, or the node itself; null for an alias to nothing. */
export function resolved(node, document) {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}
function decode(content, file) {
  if ((typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength) > LARGEST) {
    throw new UserError('The manifest is larger than 1 MiB.', {
      file,
      advice: 'Give the path of a release-train.yaml; a train of hundreds of components fits into a tenth of that.',
    })
  }
  const text = typeof content === 'string' ? content : utf8(content)
  if (text === null || text.includes('\0')) {
    throw new UserError('The manifest is not UTF-8 text.', {
      file,
      advice: 'Save it as UTF-8 (an editor may have written UTF-16 or Latin-1).',
    })
  }
  return text
}
function utf8(content) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
/** The parser's words where they say what is wrong to somebody who does not know its insides. */
function plain(code, message) {
  if (code === 'RESOURCE_EXHAUSTION') return 'it is nested too deeply'
  if (code === 'MULTIPLE_DOCS') return 'there is a second document after “---”; a manifest is one document'
  return message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/[.:]$/, '')
}
