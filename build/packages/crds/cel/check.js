import { DYN, maximum } from './types.js'
import { member } from '../../yaml/index.js'
import { propertyOf, requiredOf, typeOf } from '../schema/schema.js'
/** The API server reads requests up to 3 MiB, so nothing in them is larger. */
const REQUEST = 3 * 1024 * 1024
/** Reading a byte of a text, and of a regular expression (cel-go, common/cost.go). */
const BYTE = 0.1
const PATTERN_BYTE = 0.25
const BOOL = { kind: 'bool' }
const TEXT = { kind: 'string' }
const INT = { kind: 'int' }
/** The API server's estimator knows nothing of keys and takes them to be empty. */
const KEY = { kind: 'string', bytes: 0 }
/** Types that are named in conversions and in `type(x) == string`. */
const TYPE_NAMES = new Set([
  'int',
  'uint',
  'double',
  'bool',
  'string',
  'bytes',
  'list',
  'map',
  'null_type',
  'type',
  'optional',
  'google',
  'math',
  'strings',
  'sets',
  'format',
  'cel',
  'lists',
  'k8s',
])
const GIVES_BOOL = new Set([
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'isSorted',
  'isIP',
  'isCIDR',
  'isURL',
  'isQuantity',
  'hasValue',
  'isGreaterThan',
  'isLessThan',
  'containsIP',
  'containsCIDR',
  'isUnspecified',
  'isLoopback',
])
const GIVES_TEXT = new Set([
  'lowerAscii',
  'upperAscii',
  'replace',
  'substring',
  'trim',
  'join',
  'charAt',
  'format',
  'getScheme',
  'getHost',
  'getHostname',
  'getPort',
  'string',
])
/** Functions of the API server's libraries that read their texts (apiserver, pkg/cel/library/cost.go). */
const READS = new Set([
  'indexOf',
  'lastIndexOf',
  'split',
  'find',
  'findAll',
  'ip',
  'cidr',
  'url',
  'quantity',
  'semver',
  'validate',
])
const GIVES_INT = new Set([
  'size',
  'int',
  'indexOf',
  'lastIndexOf',
  'getFullYear',
  'getMonth',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
])
/** Checks an expression whose names have these types. @throws TypeError in the words of the API server. */
export function checkCel(expression, names) {
  const check = (one) => checkCel(one, names)
  switch (expression.kind) {
    case 'literal': {
      const { type, value } = expression
      return { type: { kind: type }, size: typeof value === 'string' ? Buffer.byteLength(value) : 1, cost: 0 }
    }
    case 'ident': {
      const type = names.get(expression.name)
      if (type !== undefined) return { type, size: sizeOf(type), cost: 1 }
      if (TYPE_NAMES.has(expression.name)) return { type: DYN, size: 1, cost: 0 }
      throw new TypeError(`undeclared reference to '${expression.name}'`)
    }
    case 'select': {
      const of = check(expression.of)
      const type = expression.optional ? DYN : select(of.type, expression.field)
      return { type, size: sizeOf(type), cost: of.cost + 1 }
    }
    case 'has': {
      const of = check(expression.of)
      select(of.type, expression.field)
      return { type: BOOL, size: 1, cost: of.cost + 1 }
    }
    case 'list': {
      const items = expression.items.map(check)
      const kinds = new Set(items.map(({ type }) => type.kind))
      const [first] = items
      const of = kinds.size === 1 && first !== undefined ? first.type : DYN
      return { type: { kind: 'list', of }, size: items.length, cost: 10 + total(items) }
    }
    case 'map': {
      const entries = expression.entries.flat().map(check)
      return { type: { kind: 'map', of: DYN }, size: expression.entries.length, cost: 30 + total(entries) }
    }
    case 'fold':
      return fold(expression, names)
    case 'call':
      return call(
        expression,
        expression.target === undefined ? undefined : check(expression.target),
        expression.args.map(check),
      )
  }
}
function total(all) {
  return all.reduce((sum, { cost }) => sum + cost, 0)
}
function select(type, field) {
  if (type.kind === 'dyn') return DYN
  if (type.kind === 'map') return type.of
  if (type.kind !== 'object') throw new TypeError(`type '${show(type)}' does not support field selection`)
  const found = type.fields.get(field)
  if (found === undefined) throw new TypeError(`undefined field '${field}'`)
  return found.type()
}
function fold(expression, names) {
  const range = checkCel(expression.of, names)
  const { type } = range
  if (!['list', 'map', 'dyn', 'object'].includes(type.kind)) {
    throw new TypeError(`expression of type '${show(type)}' cannot be range of a comprehension`)
  }
  const each = type.kind === 'list' ? type.of : type.kind === 'map' ? KEY : DYN
  const inner = new Map(names)
  const [first, second] = expression.names
  if (first !== undefined) inner.set(first, second === undefined ? each : type.kind === 'list' ? INT : TEXT)
  if (second !== undefined) inner.set(second, type.kind === 'list' || type.kind === 'map' ? type.of : DYN)
  const bodies = expression.bodies.map((body) => checkCel(body, inner))
  const last = bodies.at(-1)
  const isPredicate = expression.macro !== 'map'
  if (isPredicate && last !== undefined && last.type.kind !== 'bool' && last.type.kind !== 'dyn') {
    throw new TypeError(`found no matching overload for '_&&_' applied to '(bool, ${show(last.type)})'`)
  }
  // Each round reads the result so far, asks whether to go on, and joins the body's result to it.
  const cost = range.cost + range.size * (total(bodies) + 3) + 1
  if (expression.macro === 'map')
    return { type: { kind: 'list', of: last?.type ?? DYN }, size: range.size, cost: cost + range.size * 10 }
  if (expression.macro === 'filter')
    return { type: { kind: 'list', of: each }, size: range.size, cost: cost + range.size * 10 }
  return { type: BOOL, size: 1, cost }
}
function call({ name }, target, args) {
  const cost = (target?.cost ?? 0) + total(args)
  const [left, right] = args
  const gives = (type, more = 1, size = 1) => ({ type, size, cost: cost + more })
  switch (name) {
    case '_&&_':
    case '_||_':
      for (const arg of args) if (arg.type.kind !== 'bool' && arg.type.kind !== 'dyn') throw noOverload(name, args)
      return { type: BOOL, size: 1, cost }
    case '!_':
      if (left !== undefined && left.type.kind !== 'bool' && left.type.kind !== 'dyn') throw noOverload(name, args)
      return gives(BOOL)
    case '_?_:_':
      return { type: args[1]?.type ?? DYN, size: Math.max(args[1]?.size ?? 1, args[2]?.size ?? 1), cost }
    case '_==_':
    case '_!=_':
    case '_<_':
    case '_<=_':
    case '_>_':
    case '_>=_':
      if (left === undefined || right === undefined || !comparable(left.type, right.type)) throw noOverload(name, args)
      return gives(BOOL, isText(left.type) ? Math.ceil(Math.min(left.size, right.size) * BYTE) : 1)
    case '_in_':
      return gives(BOOL, right?.size ?? 1)
    case '_[_]': {
      const type = left?.type ?? DYN
      const of = type.kind === 'list' || type.kind === 'map' ? type.of : DYN
      return gives(of, 1, sizeOf(of))
    }
    case '_+_': {
      if (left === undefined || right === undefined || !addable(left.type, right.type)) throw noOverload(name, args)
      const size = left.size + right.size
      return isText(left.type) ? gives(left.type, Math.ceil(size * BYTE), size) : gives(left.type, 1, size)
    }
    case 'matches': {
      const [text, pattern] = target === undefined ? [left, right] : [target, left]
      return gives(BOOL, Math.ceil((text?.size ?? 1) * BYTE) * Math.ceil((pattern?.size ?? 1) * PATTERN_BYTE))
    }
    case 'contains':
      return gives(BOOL, Math.ceil((target?.size ?? 1) * BYTE) * Math.ceil((left?.size ?? 1) * BYTE))
    case 'startsWith':
    case 'endsWith':
      return gives(BOOL, Math.ceil((left?.size ?? 1) * BYTE))
    case 'string': {
      // What becomes a text that is none is short; how long other texts get, the estimator does not know.
      const kind = left?.type.kind
      return gives(TEXT, 1, kind === 'string' || kind === 'dyn' || kind === 'bytes' ? Infinity : 24)
    }
    default: {
      if (!READS.has(name) && !GIVES_BOOL.has(name) && !GIVES_TEXT.has(name))
        return gives(GIVES_INT.has(name) ? INT : DYN)
      const read = [target, ...args].reduce(
        (sum, one) => sum + (one !== undefined && isText(one.type) ? one.size : 0),
        0,
      )
      const more = Math.max(1, Math.ceil(read * BYTE))
      if (GIVES_BOOL.has(name)) return gives(BOOL, more)
      if (GIVES_TEXT.has(name)) return gives(TEXT, more, target?.size ?? 24)
      return gives(GIVES_INT.has(name) ? INT : DYN, more)
    }
  }
}
function isText({ kind }) {
  return kind === 'string' || kind === 'bytes'
}
const NUMERIC = new Set(['int', 'uint', 'double'])
const STRUCTURED = new Set(['map', 'object'])
const TIMES = new Set(['timestamp', 'duration'])
function comparable(left, right) {
  if ([left, right].some(({ kind }) => kind === 'dyn' || kind === 'null')) return true
  if (NUMERIC.has(left.kind) && NUMERIC.has(right.kind)) return true
  return left.kind === right.kind || (STRUCTURED.has(left.kind) && STRUCTURED.has(right.kind))
}
function addable(left, right) {
  if (left.kind === 'dyn' || right.kind === 'dyn') return true
  return (left.kind === right.kind && left.kind !== 'bool') || (TIMES.has(left.kind) && TIMES.has(right.kind))
}
function noOverload(name, args) {
  return new TypeError(
    `found no matching overload for '${name}' applied to '(${args.map(({ type }) => show(type)).join(', ')})'`,
  )
}
function show(type) {
  if (type.kind === 'list') return `list(${show(type.of)})`
  if (type.kind === 'map') return `map(string, ${show(type.of)})`
  return type.kind
}
function sizeOf(type) {
  if (type.kind === 'list' || type.kind === 'map')
    return type.schema === undefined ? REQUEST : entriesAtMost(type.schema)
  if (type.kind === 'string' || type.kind === 'bytes' || type.kind === 'dyn') return type.bytes ?? REQUEST
  return 1
}
/** How often a node's values occur in one object at most, given how often the one around it does. */
export function entriesAtMost(schema) {
  const isList = typeOf(schema) === 'array'
  const said = maximum(schema, isList ? 'maxItems' : 'maxProperties')
  if (said !== undefined) return said
  const inner = member(schema, isList ? 'items' : 'additionalProperties')
  // As many as a request holds of the smallest: with a comma, and in a map with a key, too.
  return Math.floor((REQUEST - 2) / (smallest(inner) + (isList ? 1 : 6)))
}
/** The bytes of the smallest value as JSON. */
function smallest(schema) {
  if (schema === undefined) return 1
  const type = typeOf(schema)
  if (type === 'boolean') return 4
  if (type === 'string' || type === 'array') return 2
  if (type !== 'object') return 1
  return requiredOf(schema).reduce((sum, name) => {
    const property = propertyOf(schema, name)
    const isGiven = property !== undefined && member(property, 'default') === undefined
    return sum + name.length + 4 + (isGiven ? smallest(property) : 0)
  }, 2)
}
