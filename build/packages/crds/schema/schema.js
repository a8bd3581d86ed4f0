import { isObject, listMember, member, textMember } from '../../yaml/index.js'
const TYPES = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean'])
/**
 * The type of a node. Older generators wrote an enum's type below `allOf` only, newer ones at the node: to the API server
 * that is the same.
 */
export function typeOf(schema) {
  if (member(schema, 'x-kubernetes-int-or-string') === true) return 'int-or-string'
  const own = textMember(schema, 'type')
  if (own !== undefined) return isType(own) ? own : 'any'
  for (const part of listMember(schema, 'allOf')) {
    const type = textMember(part, 'type')
    if (type !== undefined && isType(type)) return type
  }
  return 'any'
}
function isType(text) {
  return TYPES.has(text)
}
export function propertyOf(schema, name) {
  return member(member(schema, 'properties'), name)
}
/** The schema of a map's values. */
export function valuesOf(schema) {
  const values = member(schema, 'additionalProperties')
  return isObject(values) ? values : undefined
}
/** The schema of a list's items. */
export function itemsOf(schema) {
  const items = member(schema, 'items')
  return isObject(items) ? items : undefined
}
export function requiredOf(schema) {
  return listMember(schema, 'required').filter((name) => typeof name === 'string')
}
export function isNullable(schema) {
  return member(schema, 'nullable') === true
}
export function defaultOf(schema) {
  return member(schema, 'default')
}
/** Whether fields that no schema names stay at this node. */
export function keepsUnknown(schema) {
  return (
    member(schema, 'x-kubernetes-preserve-unknown-fields') === true || member(schema, 'additionalProperties') === true
  )
}
/** A list's type; `atomic` where it is not said (apiextensions types.go: “Defaults to atomic for arrays”). */
export function listTypeOf(schema) {
  const type = member(schema, 'x-kubernetes-list-type')
  return type === 'set' || type === 'map' ? type : 'atomic'
}
export function listKeysOf(schema) {
  return listMember(schema, 'x-kubernetes-list-map-keys').filter((name) => typeof name === 'string')
}
/** A map's type; `granular` where it is not said. */
export function mapTypeOf(schema) {
  return member(schema, 'x-kubernetes-map-type') === 'atomic' ? 'atomic' : 'granular'
}
export function isEmbedded(schema) {
  return member(schema, 'x-kubernetes-embedded-resource') === true
}
/** Names that the API server keeps in an object whatever its schema says. */
export const SERVER_OWNED = new Set(['apiVersion', 'kind', 'metadata'])
/** `.spec.containers[*].name`, as INTERFACE says; `.` for the object itself. */
export function showPath(path) {
  const text = path.map((segment) => (segment.kind === 'field' ? `.${segment.name}` : '[*]')).join('')
  return text === '' ? '.' : text
}
