import { runRule } from '../cel/run.js'
import { isTransition } from '../cel/rules.js'
import { isFormat } from '../schema/format.js'
import { canonical, entriesOf, isList, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { toPattern } from '../schema/pattern.js'
import {
  defaultOf,
  isEmbedded,
  isNullable,
  itemsOf,
  keepsUnknown,
  listKeysOf,
  listTypeOf,
  propertyOf,
  requiredOf,
  SERVER_OWNED,
  typeOf,
  valuesOf,
} from '../schema/schema.js'
/**
 * Admits an object as the API server does on create: prunes, defaults, validates, in that order
 * (apiextensions-apiserver: schema/pruning, schema/defaulting, validation, schema/listtype). Of CEL rules, those are
 * run that the interpreter here knows; the others are taken to hold.
 */
export function admit(schema, object, prunes = true) {
  const dropped = []
  const kept = prunes ? prune(schema, object, '', true, dropped) : object
  const value = withDefaults(schema, kept)
  return { value, dropped, complaints: validate(schema, value) }
}
function under(at, name) {
  return at === '' ? name : `${at}.${name}`
}
/** Drops what no schema names, and nulls where null is neither allowed nor replaced. */
function prune(schema, value, at, isResource, dropped) {
  if (isList(value)) {
    const items = itemsOf(schema)
    if (items === undefined) return value
    return value.map((item, index) => prune(items, item, `${at}[${index}]`, isEmbedded(items), dropped))
  }
  if (!isObject(value)) return value
  const kept = []
  for (const [name, inner] of Object.entries(value)) {
    if (isResource && SERVER_OWNED.has(name)) {
      kept.push([name, inner])
      continue
    }
    const here = propertyOf(schema, name) ?? valuesOf(schema)
    if (here === undefined) {
      if (keepsUnknown(schema)) kept.push([name, inner])
      else dropped.push(under(at, name))
    } else if (inner === null && !isNullable(here) && defaultOf(here) === undefined && typeOf(here) !== 'any') {
      dropped.push(under(at, name))
    } else kept.push([name, prune(here, inner, under(at, name), isEmbedded(here), dropped)])
  }
  return Object.fromEntries(kept)
}
/** The value with the defaults that the API server puts in (apiextensions-apiserver: schema/defaulting). */
export function withDefaults(schema, value) {
  if (isList(value)) {
    const items = itemsOf(schema)
    return items === undefined ? value : value.map((item) => withDefaults(items, orDefault(items, item)))
  }
  if (!isObject(value)) return value
  const all = new Map(Object.entries(value))
  for (const [name, property] of entriesOf(schema, 'properties')) {
    const fallback = defaultOf(property)
    if (fallback !== undefined && !all.has(name)) all.set(name, fallback)
  }
  for (const [name, inner] of all) {
    const here = propertyOf(schema, name) ?? valuesOf(schema)
    if (here !== undefined) all.set(name, withDefaults(here, orDefault(here, inner)))
  }
  return Object.fromEntries(all)
}
/** A null where null is not allowed becomes the default, where there is one. */
function orDefault(schema, value) {
  return value === null && !isNullable(schema) ? (defaultOf(schema) ?? null) : value
}
/** What is wrong with a value; nothing is pruned or defaulted. */
export function validate(schema, value, at = '') {
  const complaints = []
  check(schema, value, at, complaints)
  return complaints
}
/** Whether a value passes as it stands: below a junctor nothing is defaulted. */
function isValid(schema, value) {
  return validate(schema, value).length === 0
}
/** Whether the API server takes a value of a field, which it completes with defaults first. */
export function accepts(schema, value) {
  return isValid(schema, withDefaults(schema, value))
}
function check(schema, value, at, complaints) {
  const say = (message, where = at) => void complaints.push({ at: where, message })
  if (value === null) {
    if (isNullable(schema)) return
    const type = typeOf(schema)
    if (type !== 'any') return say(`must be of type ${type}: “null”`)
  } else if (!hasType(typeOf(schema), value)) return say(`must be of type ${typeOf(schema)}: “${typeName(value)}”`)
  checkEnum(schema, value, say)
  if (typeof value === 'string') checkText(schema, value, say)
  else if (typeof value === 'number' || typeof value === 'bigint') checkNumber(schema, value, say)
  else if (isList(value)) checkList(schema, value, at, complaints, say)
  else if (isObject(value)) checkObject(schema, value, at, complaints, say)
  checkJunctors(schema, value, at, complaints, say)
  checkRules(schema, value, say)
}
/** Rules that speak of the old value hold for updates alone. */
function checkRules(schema, value, say) {
  for (const entry of listMember(schema, 'x-kubernetes-validations')) {
    const rule = textMember(entry, 'rule')
    if (rule === undefined || isTransition(rule)) continue
    const verdict = runRule(rule, value)
    if (verdict === 'false') say(textMember(entry, 'message') ?? `failed rule: ${rule}`)
    else if (verdict === 'error') say(`rule cannot be evaluated: ${rule}`)
  }
}
function hasType(type, value) {
  switch (type) {
    case 'any':
      return true
    case 'object':
      return isObject(value)
    case 'array':
      return isList(value)
    case 'int-or-string':
      return typeof value === 'string' || isWhole(value)
    case 'integer':
      return isWhole(value)
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint'
    case 'string':
    case 'boolean':
      return typeof value === type
  }
}
function isWhole(value) {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
}
function typeName(value) {
  if (isList(value)) return 'array'
  if (isWhole(value)) return 'integer'
  return typeof value
}
function checkEnum(schema, value, say) {
  const allowed = member(schema, 'enum')
  if (!isList(allowed) || allowed.length === 0) return
  const text = canonical(value)
  if (allowed.some((one) => canonical(one) === text)) return
  say(`Unsupported value: ${text}: supported values: ${allowed.slice(0, 12).map(canonical).join(', ')}`)
}
/** A bound of a schema, whole or not. */
export function boundOf(schema, keyword) {
  const found = member(schema, keyword)
  return typeof found === 'number' || typeof found === 'bigint' ? found : undefined
}
function checkText(schema, text, say) {
  const [min, max] = [boundOf(schema, 'minLength'), boundOf(schema, 'maxLength')]
  const length = min === undefined && max === undefined ? 0 : Array.from(text).length
  if (min !== undefined && length < min) say(`should be at least ${min} chars long`)
  if (max !== undefined && length > max) say(`Too long: may not be more than ${max} chars`)
  const pattern = textMember(schema, 'pattern')
  if (pattern !== undefined && toPattern(pattern)?.matches(text) === false) say(`should match '${pattern}'`)
  const format = textMember(schema, 'format')
  if (format !== undefined && !isFormat(format, text)) say(`must be of type ${format}`)
}
/** By format; without one, whole numbers have 64 bits (kube-openapi, IsValueValidAgainstRange). */
const RANGES = new Map([
  ['int32', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['int64', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['uint32', [0n, 2n ** 32n - 1n]],
  ['uint64', [0n, 2n ** 64n - 1n]],
])
function checkNumber(schema, value, say) {
  const [min, max] = [boundOf(schema, 'minimum'), boundOf(schema, 'maximum')]
  const [overMin, underMax] = [member(schema, 'exclusiveMinimum') === true, member(schema, 'exclusiveMaximum') === true]
  if (min !== undefined && (overMin ? value <= min : value < min))
    say(`should be greater than ${overMin ? '' : 'or equal to '}${min}`)
  if (max !== undefined && (underMax ? value >= max : value > max))
    say(`should be less than ${underMax ? '' : 'or equal to '}${max}`)
  const factor = boundOf(schema, 'multipleOf')
  if (factor !== undefined && !isMultiple(value, factor)) say(`should be a multiple of ${factor}`)
  if (typeOf(schema) !== 'integer') return
  const range = RANGES.get(textMember(schema, 'format') ?? 'int64') ?? RANGES.get('int64')
  if (range !== undefined && (value < range[0] || value > range[1])) {
    say(`must be of type integer with format ${textMember(schema, 'format') ?? 'int64'}`)
  }
}
function isMultiple(value, factor) {
  if (typeof value === 'bigint' && typeof factor === 'bigint') return factor === 0n || value % factor === 0n
  return Number(factor) === 0 || Number.isInteger(Number(value) / Number(factor))
}
function checkList(schema, list, at, complaints, say) {
  checkCount(schema, list.length, 'Items', 'items', say)
  const items = itemsOf(schema)
  if (items !== undefined) list.forEach((item, index) => check(items, item, `${at}[${index}]`, complaints))
  const type = listTypeOf(schema)
  if (type === 'atomic' && member(schema, 'uniqueItems') !== true) return
  const keys = listKeysOf(schema)
  const seen = new Set()
  list.forEach((item, index) => {
    const identity = canonical(type === 'map' ? keyed(item, keys) : item)
    if (seen.has(identity)) say(`Duplicate value: ${identity}`, `${at}[${index}]`)
    seen.add(identity)
  })
}
function keyed(item, keys) {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = member(item, key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
function checkCount(schema, count, what, noun, say) {
  const [min, max] = [boundOf(schema, `min${what}`), boundOf(schema, `max${what}`)]
  if (min !== undefined && count < min) say(`should have at least ${min} ${noun}`)
  if (max !== undefined && count > max) say(`Too many: ${count}: must have at most ${max} ${noun}`)
}
function checkObject(schema, object, at, complaints, say) {
  checkCount(schema, Object.keys(object).length, 'Properties', 'properties', say)
  for (const name of requiredOf(schema)) {
    if (!Object.hasOwn(object, name)) say('Required value', under(at, name))
  }
  for (const [name, inner] of Object.entries(object)) {
    const here = propertyOf(schema, name) ?? valuesOf(schema)
    if (here !== undefined) check(here, inner, under(at, name), complaints)
  }
  if (!isEmbedded(schema)) return
  for (const name of ['apiVersion', 'kind']) {
    const own = member(object, name)
    if (typeof own !== 'string' || own === '') say('must not be empty', under(at, name))
  }
}
function checkJunctors(schema, value, at, complaints, say) {
  for (const part of listMember(schema, 'allOf')) check(part, value, at, complaints)
  const any = listMember(schema, 'anyOf')
  if (any.length > 0 && !any.some((part) => isValid(part, value))) say('must validate at least one schema (anyOf)')
  const one = listMember(schema, 'oneOf')
  const matching = one.filter((part) => isValid(part, value)).length
  if (one.length > 0 && matching !== 1) say(`must validate one and only one schema (oneOf); ${matching} were valid`)
  const not = member(schema, 'not')
  if (not !== undefined && isValid(not, value)) say('must not validate the schema (not)')
}
