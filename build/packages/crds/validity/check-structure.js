import { checkExtensions } from './check-keywords.js'
import { entriesOf, isList, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { toPattern } from '../schema/pattern.js'
import { parsePattern } from '../schema/re2.js'
import { subschemas } from '../document/refusal.js'
import { isEmbedded, propertyOf, SERVER_OWNED } from '../schema/schema.js'
/**
 * Whether a schema is structural: a skeleton that says the type of everything, and around it conditions that only restrict
 * (apiextensions-apiserver, pkg/apiserver/schema: validation.go, complete.go).
 */
export function checkStructure(schema, field, refuse) {
  node(schema, field, 'root', refuse)
  complete(schema, schema, field, field, refuse)
}
function node(schema, field, level, refuse) {
  const type = textMember(schema, 'type')
  const free =
    member(schema, 'x-kubernetes-preserve-unknown-fields') === true ||
    member(schema, 'x-kubernetes-int-or-string') === true
  if (level === 'root') {
    if (type === undefined) refuse(`${field}.type`, 'Required', 'must not be empty at the root')
    else if (type !== 'object') refuse(`${field}.type`, 'Invalid', 'must be object at the root')
    if (member(schema, 'additionalProperties') !== undefined) {
      refuse(`${field}.additionalProperties`, 'Forbidden', 'must not be used at the root')
    }
  } else if (type === undefined && !free) {
    refuse(
      `${field}.type`,
      'Required',
      `must not be empty for specified ${level === 'item' ? 'array items' : 'object fields'}`,
    )
  }
  if (type === 'array' && member(schema, 'items') === undefined)
    refuse(`${field}.items`, 'Required', 'must be specified')
  checkExtensions(schema, field, refuse)
  checkPattern(schema, field, refuse)
  const isHere = level === 'root' || isEmbedded(schema)
  if (isHere) metadata(schema, field, refuse)
  for (const [name, child] of entriesOf(schema, 'properties')) {
    node(child, `${field}.properties[${name}]`, 'field', refuse)
  }
  const values = member(schema, 'additionalProperties')
  if (isObject(values)) node(values, `${field}.additionalProperties`, 'field', refuse)
  const items = member(schema, 'items')
  if (isObject(items)) node(items, `${field}.items`, 'item', refuse)
  // The two ways in which an integer or a string may be written out.
  const spelled = spelledIntOrString(schema)
  for (const [at, part] of conditions(schema, field)) condition(part, at, refuse, spelled.has(part))
}
/** apiVersion, kind and metadata are the server's; a schema may restrict names and nothing else. */
function metadata(schema, field, refuse) {
  for (const name of ['apiVersion', 'kind']) {
    const type = textMember(propertyOf(schema, name), 'type')
    if (type !== undefined && type !== 'string')
      refuse(`${field}.properties[${name}].type`, 'Invalid', 'must be string')
  }
  for (const name of SERVER_OWNED) {
    const inside = propertyOf(schema, name)
    if (inside !== undefined) noEmbedded(inside, `${field}.properties[${name}]`, refuse)
  }
  const own = propertyOf(schema, 'metadata')
  if (own === undefined) return
  const type = textMember(own, 'type')
  if (type !== undefined && type !== 'object') refuse(`${field}.properties[metadata].type`, 'Invalid', 'must be object')
  const said = Object.keys(isObject(own) ? own : {}).filter(
    (name) => name !== 'type' && name !== 'description' && name !== 'default' && name !== 'properties',
  )
  const properties = entriesOf(own, 'properties').map(([name]) => name)
  if (
    !isEmbedded(schema) &&
    (said.length > 0 || properties.some((name) => name !== 'name' && name !== 'generateName'))
  ) {
    refuse(
      `${field}.properties[metadata]`,
      'Forbidden',
      'must not specify anything other than name and generateName, but metadata is implicitly specified',
    )
  }
}
function noEmbedded(schema, field, refuse) {
  if (isEmbedded(schema)) {
    refuse(`${field}.x-kubernetes-embedded-resource`, 'Forbidden', 'must not be used inside of resource meta')
  }
  for (const [at, child] of subschemas(schema, field)) noEmbedded(child, at, refuse)
}
function checkPattern(schema, field, refuse) {
  const pattern = textMember(schema, 'pattern')
  if (pattern === undefined || toPattern(pattern) !== null) return
  refuse(`${field}.pattern`, 'Invalid', `must be a valid regular expression, but isn't: ${why(pattern)}`)
}
function why(pattern) {
  try {
    parsePattern(pattern)
    return 'it is too large'
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read'
  }
}
function* conditions(schema, field) {
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, part] of listMember(schema, name).entries()) yield [`${field}.${name}[${index}]`, part]
  }
  const not = member(schema, 'not')
  if (isObject(not)) yield [`${field}.not`, not]
}
function spelledIntOrString(schema) {
  if (member(schema, 'x-kubernetes-int-or-string') !== true) return new Set()
  const isPair = (parts) =>
    parts.length === 2 && textMember(parts[0], 'type') === 'integer' && textMember(parts[1], 'type') === 'string'
  const own = listMember(schema, 'anyOf')
  if (isPair(own)) return new Set(own)
  const [first] = listMember(schema, 'allOf')
  const inner = listMember(first, 'anyOf')
  return isPair(inner) ? new Set(inner) : new Set()
}
const EMPTY_IN_CONDITIONS = [
  ['type', 'must be empty to be structural'],
  ['additionalProperties', 'must be undefined to be structural'],
  ['title', 'must be empty to be structural'],
  ['description', 'must be empty to be structural'],
  ['default', 'must be undefined to be structural'],
  ['nullable', 'must be false to be structural'],
  ['x-kubernetes-preserve-unknown-fields', 'must be false to be structural'],
  ['x-kubernetes-embedded-resource', 'must be false to be structural'],
  ['x-kubernetes-int-or-string', 'must be false to be structural'],
  ['x-kubernetes-list-map-keys', 'must be empty to be structural'],
  ['x-kubernetes-list-type', 'must be undefined to be structural'],
  ['x-kubernetes-map-type', 'must be undefined to be structural'],
  ['x-kubernetes-validations', 'must be empty to be structural'],
]
function condition(schema, field, refuse, mayHaveType) {
  for (const [name, detail] of EMPTY_IN_CONDITIONS) {
    const value = member(schema, name)
    if (
      value === undefined ||
      value === null ||
      value === false ||
      value === '' ||
      (isList(value) && value.length === 0)
    )
      continue
    if (name === 'type' && mayHaveType) continue
    refuse(`${field}.${name}`, 'Forbidden', detail)
  }
  if (
    propertyOf(schema, 'metadata') !== undefined &&
    !/\.(?:properties\[|items|additionalProperties)/.test(afterRoot(field))
  ) {
    refuse(`${field}.properties[metadata]`, 'Forbidden', 'must not be specified in a nested context')
  }
  checkPattern(schema, field, refuse)
  for (const [name, child] of entriesOf(schema, 'properties'))
    condition(child, `${field}.properties[${name}]`, refuse, false)
  const items = member(schema, 'items')
  if (isObject(items)) condition(items, `${field}.items`, refuse, false)
  for (const [at, part] of conditions(schema, field))
    condition(part, at, refuse, mayHaveType || isOnlyAlternative(schema, field))
}
function afterRoot(field) {
  return field.slice(field.indexOf('openAPIV3Schema') + 'openAPIV3Schema'.length)
}
/** `allOf: [{anyOf: [{type: integer}, {type: string}]}]` beside x-kubernetes-int-or-string. */
function isOnlyAlternative(schema, field) {
  const [first, second] = listMember(schema, 'anyOf')
  return (
    field.endsWith('.allOf[0]') && textMember(first, 'type') === 'integer' && textMember(second, 'type') === 'string'
  )
}
/** Whatever a condition speaks of must be in the skeleton. */
function complete(schema, skeleton, field, at, refuse) {
  for (const [where, part] of conditions(schema, field)) within(part, skeleton, where, at, refuse)
  for (const [name, child] of entriesOf(schema, 'properties')) {
    complete(child, child, `${field}.properties[${name}]`, `${at}.properties[${name}]`, refuse)
  }
  const items = member(schema, 'items')
  if (isObject(items)) complete(items, items, `${field}.items`, `${at}.items`, refuse)
  const values = member(schema, 'additionalProperties')
  if (isObject(values)) complete(values, values, `${field}.additionalProperties`, `${at}.additionalProperties`, refuse)
}
function within(part, skeleton, where, at, refuse) {
  for (const [name, child] of entriesOf(part, 'properties')) {
    const here =
      propertyOf(skeleton, name) ??
      (isObject(member(skeleton, 'additionalProperties')) ? member(skeleton, 'additionalProperties') : undefined)
    if (here === undefined) {
      refuse(`${at}.properties[${name}]`, 'Required', `because it is defined in ${where}.properties[${name}]`)
    } else within(child, here, `${where}.properties[${name}]`, `${at}.properties[${name}]`, refuse)
  }
  const items = member(part, 'items')
  if (isObject(items)) {
    const here = member(skeleton, 'items')
    if (isObject(here)) within(items, here, `${where}.items`, `${at}.items`, refuse)
    else refuse(`${at}.items`, 'Required', `because it is defined in ${where}.items`)
  }
  for (const [inner, nested] of conditions(part, where)) within(nested, skeleton, inner, at, refuse)
}
