import { isObject, type Json, listMember, member, textMember } from '../../yaml/index.ts'

/** What a structural schema lets a value be; `any` where it does not say. */
export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string' | 'any'

const TYPES: ReadonlySet<string> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean'])

/**
 * The type of a node. Older generators wrote an enum's type below `allOf` only, newer ones at the node: to the API server
 * that is the same.
 */
export function typeOf(schema: Json): SchemaType {
  if (member(schema, 'x-kubernetes-int-or-string') === true) return 'int-or-string'
  const own = textMember(schema, 'type')
  if (own !== undefined) return isType(own) ? own : 'any'
  for (const part of listMember(schema, 'allOf')) {
    const type = textMember(part, 'type')
    if (type !== undefined && isType(type)) return type
  }
  return 'any'
}

function isType(text: string): text is SchemaType {
  return TYPES.has(text)
}

export function propertyOf(schema: Json, name: string): Json | undefined {
  return member(member(schema, 'properties'), name)
}

/** The schema of a map's values. */
export function valuesOf(schema: Json): Json | undefined {
  const values = member(schema, 'additionalProperties')
  return isObject(values) ? values : undefined
}

/** The schema of a list's items. */
export function itemsOf(schema: Json): Json | undefined {
  const items = member(schema, 'items')
  return isObject(items) ? items : undefined
}

export function requiredOf(schema: Json): string[] {
  return listMember(schema, 'required').filter((name) => typeof name === 'string')
}

export function isNullable(schema: Json): boolean {
  return member(schema, 'nullable') === true
}

export function defaultOf(schema: Json | undefined): Json | undefined {
  return member(schema, 'default')
}

/** Whether fields that no schema names stay at this node. */
export function keepsUnknown(schema: Json): boolean {
  return (
    member(schema, 'x-kubernetes-preserve-unknown-fields') === true || member(schema, 'additionalProperties') === true
  )
}

/** A list's type; `atomic` where it is not said (apiextensions types.go: “Defaults to atomic for arrays”). */
export function listTypeOf(schema: Json): 'atomic' | 'set' | 'map' {
  const type = member(schema, 'x-kubernetes-list-type')
  return type === 'set' || type === 'map' ? type : 'atomic'
}

export function listKeysOf(schema: Json): string[] {
  return listMember(schema, 'x-kubernetes-list-map-keys').filter((name) => typeof name === 'string')
}

/** A map's type; `granular` where it is not said. */
export function mapTypeOf(schema: Json): 'granular' | 'atomic' {
  return member(schema, 'x-kubernetes-map-type') === 'atomic' ? 'atomic' : 'granular'
}

export function isEmbedded(schema: Json): boolean {
  return member(schema, 'x-kubernetes-embedded-resource') === true
}

/** Names that the API server keeps in an object whatever its schema says. */
export const SERVER_OWNED: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

/** A step from a value to one inside it. */
export type Segment = { readonly kind: 'field'; readonly name: string } | { readonly kind: 'item' | 'value' }

/** `.spec.containers[*].name`, as INTERFACE says; `.` for the object itself. */
export function showPath(path: readonly Segment[]): string {
  const text = path.map((segment) => (segment.kind === 'field' ? `.${segment.name}` : '[*]')).join('')
  return text === '' ? '.' : text
}
