import { companions } from '../evaluate/rule-samples.js'
import { accepts, admit } from '../evaluate/evaluate.js'
import { isObject, listMember, member } from '../../yaml/index.js'
import { smallest } from '../evaluate/sample.js'
import { isEmbedded, itemsOf, propertyOf, requiredOf, valuesOf } from '../schema/schema.js'
/**
 * Looks for an object that `before` takes unchanged and that `after` refuses, or from which it drops something that stands
 * at the path. `values` are tried in turn at the path; for a field that is to be absent there are none.
 */
export function findWitness(before, after, path, values) {
  for (const [value, variant] of attempts(values)) {
    const object = embed(before, path, value, variant)
    if (object === undefined || !isWhole(admit(before.schema, object, before.prunes))) continue
    const answer = tell(admit(after.schema, object, after.prunes))
    if (answer !== undefined) return { object, answer }
  }
  return undefined
}
/** Rules of the old schema may ask for other values beside the one in question: `type: A` where `a` is set. */
function* attempts(values) {
  for (const value of values.slice(0, 24)) yield [value, 0]
  for (let variant = 1; variant < VARIANTS; variant++) for (const value of values.slice(0, 3)) yield [value, variant]
}
/** How many values of required neighbours are tried. */
const VARIANTS = 8
function isWhole({ dropped, complaints }) {
  return dropped.length === 0 && complaints.length === 0
}
function tell({ dropped, complaints }) {
  const [complaint] = complaints
  if (complaint !== undefined) return `${complaint.at === '' ? 'the object' : complaint.at}: ${complaint.message}`
  return dropped[0] === undefined ? undefined : `${dropped[0]} is dropped`
}
/** A small whole object with a value at a path. */
function embed({ apiVersion, kind, schema }, path, value, variant) {
  const inner = place(schema, path, value, variant)
  if (!isObject(inner)) return undefined
  const { apiVersion: _, kind: __, metadata, ...rest } = inner
  const name = isObject(metadata) && typeof member(metadata, 'name') === 'string' ? {} : { name: 'example' }
  return { apiVersion, kind, metadata: { ...(isObject(metadata) ? metadata : {}), ...name }, ...rest }
}
function place(schema, [segment, ...rest], value, variant) {
  if (segment === undefined) return value
  if (segment.kind === 'item') {
    const items = itemsOf(schema)
    const item = items === undefined ? undefined : place(items, rest, value, variant)
    return item === undefined ? undefined : [item]
  }
  const here = segment.kind === 'field' ? (propertyOf(schema, segment.name) ?? valuesOf(schema)) : valuesOf(schema)
  const inner = here === undefined ? undefined : place(here, rest, value, variant)
  if (inner === undefined) return undefined
  const name = segment.kind === 'field' ? segment.name : 'key'
  const object = []
  for (const other of requiredOf(schema)) {
    if (other === name) continue
    const sibling = propertyOf(schema, other) ?? valuesOf(schema)
    const filled = sibling === undefined ? 'a' : (listMember(sibling, 'enum')[variant - 1] ?? smallest(sibling))
    if (filled === undefined) return undefined
    object.push([other, filled])
  }
  if (isEmbedded(schema)) object.push(['apiVersion', 'v1'], ['kind', 'Example'])
  return accompany(schema, Object.fromEntries([...object, [name, inner]]), name)
}
/** The object with what its own rules want beside a field, where something smaller does not satisfy them. */
function accompany(schema, object, field) {
  if (listMember(schema, 'x-kubernetes-validations').length === 0 || accepts(schema, object)) return object
  const { [field]: value = null, ...others } = object
  for (const companion of companions(schema, field)) {
    const candidate = { ...others, ...companion, [field]: value }
    if (accepts(schema, candidate)) return candidate
  }
  return object
}
