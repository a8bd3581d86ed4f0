import { type Json, listMember, member } from '../../yaml/index.ts'

/** What the API server says of a definition: which field, what kind of error, in which words. */
export interface Refusal {
  /** As the API server writes it: `spec.versions[0].schema.openAPIV3Schema.properties[a].type`. */
  readonly field: string
  readonly reason: 'Required' | 'Invalid' | 'Forbidden' | 'NotSupported' | 'Duplicate' | 'TooMany'
  readonly detail: string
}

export type Refuse = (field: string, reason: Refusal['reason'], detail: string) => void

/** Keywords that hold schemas, with the field names of the API server. */
export function* subschemas(schema: Json, field: string): Generator<readonly [string, Json]> {
  const properties = member(schema, 'properties')
  for (const name of Object.keys(typeof properties === 'object' && properties !== null ? properties : {})) {
    const child = member(properties, name)
    if (child !== undefined) yield [`${field}.properties[${name}]`, child]
  }
  for (const name of ['items', 'additionalProperties', 'not'] as const) {
    const child = member(schema, name)
    if (child !== undefined && typeof child === 'object') yield [`${field}.${name}`, child]
  }
  for (const name of ['allOf', 'anyOf', 'oneOf'] as const) {
    for (const [index, child] of listMember(schema, name).entries()) yield [`${field}.${name}[${index}]`, child]
  }
}
