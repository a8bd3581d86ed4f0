import { accepts, boundOf } from './evaluate.js'
import { ALL_FORMAT_SAMPLES, formatSamples } from '../schema/format.js'
import { canonical, isList, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { samplesOf, toPattern } from '../schema/pattern.js'
import {
  defaultOf,
  isEmbedded,
  itemsOf,
  listTypeOf,
  propertyOf,
  requiredOf,
  typeOf,
  valuesOf,
} from '../schema/schema.js'
/** No sample is deeper, longer or wider; schemas that ask for more get none. */
const DEEPEST = 60
const LONGEST = 5000
const WIDEST = 400
/**
 * Values that a schema accepts and that differ in kind, smallest first, always the same ones. `against` is a schema whose
 * bounds are worth probing: what it newly refuses is to be among the values.
 */
export function samples(schema, against = schema) {
  const found = new Map()
  for (const candidate of candidates(schema, against, 0)) {
    const text = canonical(candidate)
    if (!found.has(text) && accepts(schema, candidate)) found.set(text, candidate)
  }
  return [...found.values()]
}
/** The smallest value that a schema accepts; undefined where none was found. */
export function smallest(schema, depth = 0) {
  if (depth > DEEPEST || !isObject(schema)) return undefined
  if (known.has(schema)) return known.get(schema)
  const found = defaultOf(schema) ?? firstValid(schema, depth)
  known.set(schema, found)
  return found
}
/** A node is asked for by each of its ancestors, and by each of their alternatives. */
const known = new WeakMap()
function firstValid(schema, depth) {
  for (const candidate of candidates(schema, schema, depth)) {
    if (accepts(schema, candidate)) return candidate
  }
  return undefined
}
function* candidates(schema, against, depth) {
  for (const node of [schema, ...listMember(schema, 'allOf'), against, ...listMember(against, 'allOf')]) {
    yield* listMember(node, 'enum')
  }
  for (const part of branches(schema)) yield* listMember(part, 'enum')
  switch (typeOf(schema)) {
    case 'boolean':
      yield* [true, false]
      return
    case 'string':
      yield* texts(schema, against)
      return
    case 'integer':
    case 'number':
      yield* numbers(schema, against)
      return
    case 'int-or-string':
      yield* [...numbers(schema, against), ...texts(schema, against)]
      return
    case 'array':
      yield* lists(schema, against, depth)
      return
    case 'object':
      yield* objects(schema, against, depth)
      return
    case 'any':
      yield* objects(schema, against, depth)
      yield* ['a', 1n, true, ['a']]
      if (schema !== against)
        yield* [...numbers(schema, against), ...texts(schema, against), ...lists(schema, against, depth)]
  }
}
/** What stands below `anyOf`, `oneOf` and `allOf`. */
function branches(schema) {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((name) => listMember(schema, name))
}
const PLAIN = [
  'a',
  '',
  'A',
  '1',
  'a-b',
  'a.b',
  'a b',
  'é',
  '-',
  '_',
  'a/b',
  '/',
  '*',
  '10m',
  '1Gi',
  'a\nb',
  '\u0001',
  '{}',
]
function* texts(schema, against) {
  const nodes = [schema, ...branches(schema)]
  const patterns = nodes.flatMap((node) => toPattern(textMember(node, 'pattern') ?? '') ?? [])
  const base = [
    ...nodes.flatMap((node) => formatSamples(textMember(node, 'format') ?? '')),
    ...(nodes.some((node) => member(node, 'pattern') !== undefined) ? patterns.flatMap((one) => samplesOf(one)) : []),
    ...PLAIN,
  ]
  yield* base
  for (const other of [against, ...branches(against)].flatMap((node) => textMember(node, 'pattern') ?? [])) {
    for (const text of samplesOfText(other)) yield* [text, `${text}!`, `-${text}`, text.toUpperCase(), text.slice(1)]
  }
  if (textMember(against, 'format') !== undefined) yield* ALL_FORMAT_SAMPLES
  // Longer and shorter than a bound; what a pattern accepts may have to be repeated to get there.
  for (const bound of bounds([...nodes, against, ...branches(against)], ['minLength', 'maxLength'])) {
    for (const length of [bound, bound - 1, bound + 1].filter((one) => one >= 0 && one <= LONGEST)) {
      for (const text of base.slice(0, 60)) {
        const first = text[0] ?? 'a'
        if (text.length < length) yield* [text.padEnd(length, text.at(-1) ?? 'a'), text.padStart(length, first)]
        else yield text.slice(0, length)
      }
    }
  }
}
function samplesOfText(pattern) {
  const made = toPattern(pattern)
  return made === null ? [] : samplesOf(made, 10)
}
function bounds(schemas, keywords) {
  return [
    ...new Set(schemas.flatMap((schema) => keywords.flatMap((name) => Number(boundOf(schema, name) ?? [])))),
  ].filter((one) => Number.isSafeInteger(one))
}
function* numbers(schema, against) {
  const whole = typeOf(schema) !== 'number'
  yield* [1n, 0n]
  const near = [schema, against, ...branches(schema), ...branches(against)].flatMap((node) =>
    ['minimum', 'maximum', 'multipleOf'].flatMap((name) => boundOf(node, name) ?? []),
  )
  for (const bound of near) {
    if (typeof bound === 'bigint' || Number.isInteger(bound)) {
      const at = BigInt(bound)
      yield* [at, at - 1n, at + 1n, at * 2n]
    }
    if (!whole) yield* [Number(bound), Number(bound) - 0.5, Number(bound) + 0.5]
    else if (typeof bound === 'number') yield* [BigInt(Math.floor(bound)), BigInt(Math.ceil(bound))]
  }
  yield* [-1n, 2n, 10n, 100n, 2n ** 31n, -(2n ** 31n) - 1n, 2n ** 53n]
  if (!whole) yield* [0.5, 1.5, -0.5]
}
function* lists(schema, against, depth) {
  const min = Number(boundOf(schema, 'minItems') ?? 0)
  if (min === 0) yield []
  const items = itemsOf(schema)
  const distinct =
    items === undefined ? ['a', 'b'] : depth > 3 ? [smallest(items, depth + 1)] : several(items, depth + 1)
  const usable = distinct.filter((item) => item !== undefined)
  const [first] = usable
  if (first === undefined) return
  const lengths = [
    1,
    2,
    min,
    ...bounds([schema, against], ['minItems', 'maxItems']).flatMap((at) => [at, at - 1, at + 1]),
  ]
  for (const length of new Set(lengths)) {
    if (length < min || length < 1 || length > WIDEST) continue
    if (listTypeOf(schema) === 'atomic') yield Array.from({ length }, () => first)
    yield Array.from({ length }, (_, index) => usable[index] ?? varied(first, index))
  }
}
/** Another value of the same shape, for lists whose items must differ. */
function varied(value, index) {
  if (typeof value === 'string') return `${value}${index}`
  if (typeof value === 'bigint') return value + BigInt(index)
  if (isList(value)) return value.map((item) => varied(item, index))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, varied(inner, index)]))
  return value
}
function several(schema, depth) {
  const found = []
  for (const candidate of candidates(schema, schema, depth)) {
    if (accepts(schema, candidate)) found.push(candidate)
    if (found.length === 3) break
  }
  return found
}
function* objects(schema, against, depth) {
  const base = withRequired(schema, requiredOf(schema), {}, depth)
  if (base === undefined) return
  yield base
  // Alternatives of the kind “one of these fields”: the fields of each branch.
  for (const part of branches(schema)) {
    const fields = [...requiredOf(part), ...Object.keys(objectOf(member(part, 'properties')))]
    const filled = withRequired(schema, fields, base, depth)
    if (filled !== undefined) yield filled
  }
  const names = Object.keys(objectOf(member(schema, 'properties')))
  // A rule may ask for a field that the schema does not require: a port where the kind is Service.
  const isRuled = listMember(schema, 'x-kubernetes-validations').length > 0
  if (depth === 0 || isRuled) for (const name of names.slice(0, 60)) yield* single(schema, name, base, depth)
  if (depth > 2) return
  for (const count of bounds([schema, against], ['minProperties', 'maxProperties']).flatMap((at) => [
    at,
    at - 1,
    at + 1,
  ])) {
    const filled = withCount(schema, count, base, depth)
    if (filled !== undefined) yield filled
  }
}
function* single(schema, name, base, depth) {
  const filled = withRequired(schema, [name], base, depth)
  if (filled !== undefined) yield filled
}
function withRequired(schema, names, base, depth) {
  const filled = new Map(Object.entries(base))
  if (isEmbedded(schema))
    for (const [name, value] of [
      ['apiVersion', 'v1'],
      ['kind', 'Example'],
    ])
      filled.set(name, value)
  for (const name of names) {
    if (filled.has(name)) continue
    const here = propertyOf(schema, name) ?? valuesOf(schema)
    const value = here === undefined ? 'a' : smallest(here, depth + 1)
    if (value === undefined) return undefined
    filled.set(name, value)
  }
  return Object.fromEntries(filled)
}
function withCount(schema, count, base, depth) {
  if (count < Object.keys(base).length || count > WIDEST) return undefined
  const values = valuesOf(schema)
  const missing = count - Object.keys(base).length
  const names =
    values === undefined
      ? Object.keys(objectOf(member(schema, 'properties'))).filter((name) => !Object.hasOwn(base, name))
      : Array.from({ length: missing }, (_, index) => `key-${index}`)
  return names.length < missing ? undefined : withRequired(schema, names.slice(0, missing), base, depth)
}
function objectOf(value) {
  return isObject(value) ? value : {}
}
