import { compareKeys } from './go-order.js'
import { goNumber, isPlainText } from './go-scalar.js'
import { isList } from './json.js'
/** go-yaml breaks a line at the first space past this column. */
const WIDTH = 80
/** Longer keys are written as complex keys (`? key`). */
const LONGEST_KEY = 128
/**
 * A value as sigs.k8s.io/yaml writes it, byte for byte: what kustomize, controller-gen, kubectl and operator-sdk print.
 * Keys are in go-yaml's order, lists stand under their key without indentation, long lines are folded.
 */
export function writeGoYaml(value) {
  const writer = new Writer()
  writer.node(value, { indent: -2, place: 'root' })
  return writer.text()
}
class Writer {
  #parts = []
  /** Columns written of the line so far. */
  #column = 0
  text() {
    this.#parts.push('\n')
    return this.#parts.join('')
  }
  node(value, position) {
    if (value !== null && typeof value === 'object') {
      if (isList(value)) this.#list(value, position)
      else this.#mapping(value, position)
      return
    }
    if (position.place === 'value') this.#put(' ')
    this.#scalar(value, position.indent)
  }
  #list(items, { indent, place }) {
    if (items.length === 0) return this.#put(place === 'value' ? ' []' : '[]')
    // A list as the value of a key stands in the column of the key.
    const column = place === 'value' ? indent : indent + 2
    let first = place !== 'value'
    for (const item of items) {
      if (first) first = false
      else this.#newLine(column)
      this.#put('- ')
      this.node(item, { indent: column, place: 'item' })
    }
  }
  #mapping(members, { indent, place }) {
    const keys = Object.keys(members)
    if (keys.length === 0) return this.#put(place === 'value' ? ' {}' : '{}')
    const column = indent + 2
    let first = place !== 'value'
    for (const key of keys.sort(compareKeys)) {
      if (first) first = false
      else this.#newLine(column)
      const value = members[key] ?? null
      if (isSimple(key)) {
        this.#put(oneLine(key))
        this.#put(':')
        this.node(value, { indent: column, place: 'value' })
      } else {
        this.#put('? ')
        this.#scalar(key, column)
        this.#newLine(column)
        this.#put(': ')
        this.node(value, { indent: column, place: 'complex' })
      }
    }
  }
  #scalar(value, indent) {
    if (typeof value === 'number') this.#put(goNumber(value))
    else if (typeof value !== 'string') this.#put(String(value))
    else if (value.includes('\n') && allowsBlock(value)) this.#literal(value, indent + 2)
    else {
      const style = styleOf(value)
      if (style === 'double') this.#double(value, indent + 2)
      else if (style === 'plain') this.#folded(value, indent + 2, 0)
      else this.#folded(quoted(value), indent + 2, 1)
    }
  }
  #literal(value, column) {
    const hint = /^[ \n\r\u0085\u2028\u2029]/.test(value) ? '2' : ''
    this.#put(`|${hint}${chomping(value)}`)
    const pad = ' '.repeat(column)
    const lines = value.split(/(?<=[\n\u0085\u2028\u2029])/)
    let text = '\n'
    for (const line of lines) text += ONE_BREAK.test(line) ? line : pad + line
    // The line break at the end is written by whatever follows.
    this.#parts.push(text.endsWith('\n') ? text.slice(0, -1) : text)
    this.#column = WIDTH
  }
  /** Plain or in single quotes. A space is a place to break if no other space and no quote is beside it. */
  #folded(text, column, quotes) {
    if (SEPARATOR.test(text)) return this.#separated(text, column, quotes)
    let start = 0
    for (;;) {
      const at = this.#column + text.length - start > WIDTH ? this.#breakOf(text, start, quotes) : -1
      if (at < 0) return this.#put(text.slice(start))
      this.#parts.push(text.slice(start, at))
      this.#newLine(column)
      start = at + 1
    }
  }
  /** Where a text that goes on here is broken next; -1 for nowhere. */
  #breakOf(text, start, quotes) {
    const last = text.length - 2 - quotes
    let at = text.indexOf(' ', start + Math.max(0, WIDTH + 1 - this.#column))
    while (at >= 0 && (at <= quotes || text[at - 1] === ' ' || text[at + 1] === ' ')) at = text.indexOf(' ', at + 1)
    return at > last ? -1 : at
  }
  /** libyaml takes Unicode's separators for line breaks: it writes them as they are, and indents what follows. */
  #separated(text, column, quotes) {
    const end = text.length - quotes
    for (let at = 0; at < text.length; at++) {
      const point = text[at] ?? ''
      const isInside = at > quotes && at < end - 1
      if (point === ' ' && this.#column > WIDTH && isInside && text[at - 1] !== ' ' && text[at + 1] !== ' ') {
        this.#newLine(column)
        continue
      }
      this.#put(point)
      if (SEPARATOR.test(point) && at < end - 1 && !SEPARATOR.test(text[at + 1] ?? '')) {
        this.#parts.push(' '.repeat(column))
        this.#column = column
      }
    }
  }
  #double(value, column) {
    const points = [...value]
    let line = '"'
    this.#column++
    let spaces = false
    for (const [at, point] of points.entries()) {
      if (point === ' ' && !spaces && this.#column > WIDTH && at > 0 && at < points.length - 1) {
        this.#parts.push(line)
        this.#newLine(column)
        line = points[at + 1] === ' ' ? '\\' : ''
        this.#column += line.length
        spaces = true
        continue
      }
      const written = escaped(point)
      line += written
      this.#column += written.length
      spaces = point === ' '
    }
    this.#parts.push(`${line}"`)
    this.#column++
  }
  #newLine(column) {
    this.#parts.push(`\n${' '.repeat(column)}`)
    this.#column = column
  }
  #put(text) {
    this.#parts.push(text)
    this.#column += text.length
  }
}
function isSimple(key) {
  return (
    !/[\n\r\u0085\u2028\u2029]/.test(key) && (key.length <= LONGEST_KEY / 3 || Buffer.byteLength(key) <= LONGEST_KEY)
  )
}
/** A key on its own line: quoted where it must be, never folded. */
function oneLine(key) {
  const style = styleOf(key)
  if (style === 'plain') return key
  return style === 'single' ? quoted(key) : `"${[...key].map(escaped).join('')}"`
}
function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`
}
/** What libyaml finds in a text that it may not write, by YAML 1.1: everything but printable characters of the basic plane. */
const SPECIAL = /[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/
const BREAK = '\\n\\r\\u0085\\u2028\\u2029'
const SPACE_BREAK = new RegExp(` [${BREAK}]`)
const BREAK_SPACE = new RegExp(`[${BREAK}] `)
const ENDS = new RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`)
const ANY_BREAK = new RegExp(`[${BREAK}]`)
const ONE_BREAK = new RegExp(`^[${BREAK}]$`)
const SEPARATOR = /[\u2028\u2029]/
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))|:(?:[ \t]|$)| #/
/** Words that nothing reads as anything else, as most texts are. */
const WORDS = /^[A-Za-z][\w./-]*(?: [\w.,/()'-]+)*$/
function styleOf(text) {
  if (WORDS.test(text) && (text.length > 5 || isPlainText(text))) return 'plain'
  if (!isPlainText(text)) return 'double'
  if (text.includes('\n') || SPECIAL.test(text) || SPACE_BREAK.test(text)) return 'double'
  if (!ENDS.test(text) && !ANY_BREAK.test(text) && !INDICATOR.test(text)) return 'plain'
  return BREAK_SPACE.test(text) ? 'double' : 'single'
}
/** Whether a text of several lines can stand as a block. */
function allowsBlock(text) {
  return !text.endsWith(' ') && !SPACE_BREAK.test(text) && !SPECIAL.test(text)
}
function chomping(text) {
  if (!/[\n\u0085\u2028\u2029]$/.test(text)) return '-'
  return /(?:^|[\n\u0085\u2028\u2029])[\n\u0085\u2028\u2029]$/.test(text) ? '+' : ''
}
const NAMED = new Map([
  ['\0', '0'],
  ['\u0007', 'a'],
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\v', 'v'],
  ['\f', 'f'],
  ['\r', 'r'],
  ['\u001B', 'e'],
  ['"', '"'],
  ['\\', '\\'],
  ['\u0085', 'N'],
  ['\u2028', 'L'],
  ['\u2029', 'P'],
])
function escaped(point) {
  const name = NAMED.get(point)
  if (name !== undefined) return `\\${name}`
  if (!SPECIAL.test(point)) return point
  const code = point.codePointAt(0) ?? 0
  const hex = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
