import { LineCounter, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.js'
import { CORE, isJson, readBlockYaml } from '../../yaml/index.js'
/** etcd takes objects up to 1.5 MB; a file of twenty of the largest CRDs known still fits. */
const LARGEST_FILE = 32 * 1024 * 1024
/** No CRD in the wild uses anchors more than a handful of times; the limit is what stops a YAML bomb. */
const MOST_ALIASES = 100
/** @throws UserError for a file that is too large or is not UTF-8. */
export function decode(bytes, file) {
  if (bytes.length > LARGEST_FILE) {
    throw new UserError(`${file} has ${bytes.length} bytes; definitions are read up to ${LARGEST_FILE}.`, {
      file,
      advice: 'Point to the directory or file that holds the CRDs and nothing else.',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UserError(`${file} is not UTF-8 text.`, {
      file,
      advice: 'Save it as UTF-8, or leave it out of the path.',
    })
  }
}
/**
 * Cuts a text where a line starts with `---`, which YAML 1.2 (§9.1.3) allows nowhere but between documents. Comments
 * above the first marker stay with the first document.
 */
export function splitDocuments(text) {
  const starts = [0]
  for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
    const nothingYet = starts.length === 1 && isBlank(text.slice(0, match.index))
    if (match.index > 0 && !nothingYet) starts.push(match.index)
  }
  let line = 1
  return starts.map((start, index) => {
    const slice = { text: text.slice(start, starts[index + 1]), line }
    line += slice.text.split('\n').length - 1
    return slice
  })
}
/** Whether a slice holds nothing but comments, directives, markers and white space. */
export function isBlank(text) {
  return text.split('\n').every((line) => /^(?:[#%].*|---|\.\.\.)?$/.test(line.trim()))
}
/**
 * The value of one document, YAML or JSON.
 *
 * @throws UserError with file, line and column for text that is not YAML, repeats a key or multiplies itself by aliases.
 */
export function parse(document, file) {
  const text = document.text.replace(/^\uFEFF/, '')
  const plain = readBlockYaml(text, CORE)
  if (plain !== undefined) return plain
  const lineCounter = new LineCounter()
  try {
    const parsed = parseDocument(text, {
      intAsBigInt: true,
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      merge: true,
      logLevel: 'silent',
    })
    const [problem] = parsed.errors
    if (problem === undefined) return toJson(parsed.toJS({ maxAliasCount: MOST_ALIASES }), document, file)
    if (problem.code === 'RESOURCE_EXHAUSTION') throw new RangeError(problem.message)
    const { line, col } = lineCounter.linePos(problem.pos[0])
    throw new UserError(`${file}: ${problem.message}`, {
      file,
      line: document.line + line - 1,
      column: col,
      advice: 'Correct the YAML, or leave the file out of the path.',
    })
  } catch (error) {
    if (error instanceof ReferenceError) {
      throw new UserError(`${file}: more than ${MOST_ALIASES} values are repeated by YAML aliases.`, {
        file,
        line: document.line,
        advice: 'No CRD needs that; it looks like a YAML bomb. Write the values out.',
      })
    }
    if (error instanceof RangeError) {
      throw new UserError(`${file}: the YAML is nested too deeply to be read.`, {
        file,
        line: document.line,
        advice: 'No API server would accept it. Look at how the file was made.',
      })
    }
    throw error
  }
}
function toJson(value, { line }, file) {
  if (isJson(value)) return value
  throw new UserError(`${file}: the YAML holds values that JSON does not know.`, {
    file,
    line,
    advice: 'Kubernetes reads YAML as JSON: remove tags such as !!timestamp and !!set.',
  })
}
