import { entriesOf, member, textMember } from '../../yaml/index.js'
import { isEmbedded, isNullable, itemsOf, keepsUnknown, typeOf, valuesOf } from '../schema/schema.js'
export const DYN = { kind: 'dyn' }
/** Names that CEL reserves, which a rule writes with underscores around. */
const KEYWORDS = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
)
/** How a rule writes the name of a property; undefined where it cannot. */
export function escapeName(name) {
  if (KEYWORDS.has(name)) return `__${name}__`
  const escaped = name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__')
  return /^[A-Za-z_]\w*$/.test(escaped) ? escaped : undefined
}
/** The type of a node; `isRoot` for the object itself, which has apiVersion, kind and metadata whatever its schema says. */
export function celTypeOf(schema, isRoot = false) {
  if (isNullable(schema)) return DYN
  switch (typeOf(schema)) {
    case 'boolean':
      return { kind: 'bool' }
    case 'integer':
      return { kind: 'int' }
    case 'number':
      return { kind: 'double' }
    case 'string': {
      const length = maximum(schema, 'maxLength')
      const kind = textType(textMember(schema, 'format'))
      // UTF-8 takes up to four bytes for a character.
      return length === undefined ? { kind } : { kind, bytes: length * 4 }
    }
    case 'array': {
      const items = itemsOf(schema)
      return { kind: 'list', of: items === undefined ? DYN : celTypeOf(items), schema }
    }
    case 'object': {
      const values = valuesOf(schema)
      if (values !== undefined) return { kind: 'map', of: celTypeOf(values), schema }
      const properties = entriesOf(schema, 'properties')
      if (properties.length === 0 && !isRoot && !isEmbedded(schema)) {
        return keepsUnknown(schema) ? DYN : { kind: 'object', fields: new Map(), schema }
      }
      return { kind: 'object', fields: fieldsOf(properties, isRoot || isEmbedded(schema)), schema }
    }
    case 'int-or-string':
    case 'any':
      return DYN
  }
}
function textType(format) {
  if (format === 'byte') return 'bytes'
  if (format === 'date' || format === 'date-time' || format === 'datetime') return 'timestamp'
  return format === 'duration' ? 'duration' : 'string'
}
function fieldsOf(properties, isResource) {
  const fields = new Map()
  for (const [name, schema] of properties) {
    const field = { name, type: () => celTypeOf(schema) }
    const escaped = escapeName(name)
    if (escaped !== undefined) fields.set(escaped, field)
    // Since Kubernetes 1.30, reserved words may stand after a dot.
    if (KEYWORDS.has(name)) fields.set(name, field)
  }
  if (isResource) {
    const text = { kind: 'string' }
    for (const name of ['apiVersion', 'kind']) fields.set(name, { name, type: () => text })
    const names = new Map(['name', 'generateName'].map((name) => [name, { name, type: () => text }]))
    fields.set('metadata', { name: 'metadata', type: () => ({ kind: 'object', fields: names, schema: {} }) })
  }
  return fields
}
/** An upper bound of a schema; undefined where nothing is said. */
export function maximum(schema, keyword) {
  const found = member(schema, keyword)
  return typeof found === 'bigint' || typeof found === 'number' ? Number(found) : undefined
}
