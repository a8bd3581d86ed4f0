import { listMember, member } from '../../yaml/index.js'
/** Keywords that hold schemas, with the field names of the API server. */
export function* subschemas(schema, field) {
  const properties = member(schema, 'properties')
  for (const name of Object.keys(typeof properties === 'object' && properties !== null ? properties : {})) {
    const child = member(properties, name)
    if (child !== undefined) yield [`${field}.properties[${name}]`, child]
  }
  for (const name of ['items', 'additionalProperties', 'not']) {
    const child = member(schema, name)
    if (child !== undefined && typeof child === 'object') yield [`${field}.${name}`, child]
  }
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, child] of listMember(schema, name).entries()) yield [`${field}.${name}[${index}]`, child]
  }
}
