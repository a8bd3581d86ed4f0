import { entriesOf, isList, isObject, member, textMember } from '../../yaml/index.js'
import { subschemas } from '../document/refusal.js'
import { isEmbedded, itemsOf, listKeysOf, propertyOf, requiredOf } from '../schema/schema.js'
const FORBIDDEN = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref']
const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string']
const SCALARS = new Set(['string', 'number', 'integer', 'boolean'])
/**
 * Rules for single keywords (apiextensions-apiserver, pkg/apis/apiextensions/validation,
 * specStandardValidatorV3 and ValidateCustomResourceDefinitionOpenAPISchema).
 */
export function checkKeywords(schema, field, refuse, options, isRoot = true) {
  for (const name of FORBIDDEN) {
    if (member(schema, name) !== undefined) refuse(`${field}.${name}`, 'Forbidden', `${name} is not supported`)
  }
  if (isRoot && member(schema, 'nullable') === true)
    refuse(`${field}.nullable`, 'Forbidden', 'nullable cannot be true at the root')
  if (member(schema, 'uniqueItems') === true) {
    refuse(
      `${field}.uniqueItems`,
      'Forbidden',
      'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
    )
  }
  if (isList(member(schema, 'items')))
    refuse(`${field}.items`, 'Forbidden', 'items must be a schema object and not an array')
  const values = member(schema, 'additionalProperties')
  if (values !== undefined && values !== true && entriesOf(schema, 'properties').length > 0) {
    refuse(`${field}.additionalProperties`, 'Forbidden', 'additionalProperties and properties are mutual exclusive')
  }
  if (member(schema, 'x-kubernetes-preserve-unknown-fields') === false) {
    refuse(`${field}.x-kubernetes-preserve-unknown-fields`, 'Invalid', 'must be true or undefined')
  }
  checkType(schema, field, refuse, options)
  checkMapType(schema, field, refuse)
  checkListType(schema, field, refuse, options)
  for (const [inner, child] of subschemas(schema, field)) checkKeywords(child, inner, refuse, options, false)
}
function checkType(schema, field, refuse, { types }) {
  const type = textMember(schema, 'type')
  if (types && type !== undefined && !TYPES.includes(type)) {
    refuse(`${field}.type`, 'NotSupported', `supported values: ${TYPES.map((one) => `"${one}"`).join(', ')}`)
  }
  if (type === 'null')
    refuse(`${field}.type`, 'Forbidden', 'type cannot be set to null, use nullable as an alternative')
}
function checkMapType(schema, field, refuse) {
  const mapType = member(schema, 'x-kubernetes-map-type')
  if (mapType === undefined) return
  const type = textMember(schema, 'type')
  if (type !== 'object') {
    refuse(
      `${field}.type`,
      type === undefined ? 'Required' : 'Invalid',
      'must be object if x-kubernetes-map-type is specified',
    )
  }
  if (mapType !== 'atomic' && mapType !== 'granular') {
    refuse(`${field}.x-kubernetes-map-type`, 'NotSupported', 'supported values: "atomic", "granular"')
  }
}
function checkListType(schema, field, refuse, { atomicSets, mapKeys }) {
  const listType = member(schema, 'x-kubernetes-list-type')
  const keys = listKeysOf(schema)
  const type = textMember(schema, 'type')
  if (listType !== undefined) {
    if (type !== 'array') {
      refuse(
        `${field}.type`,
        type === undefined ? 'Required' : 'Invalid',
        'must be array if x-kubernetes-list-type is specified',
      )
    }
    if (listType !== 'atomic' && listType !== 'set' && listType !== 'map') {
      refuse(`${field}.x-kubernetes-list-type`, 'NotSupported', 'supported values: "atomic", "set", "map"')
    }
  }
  if (keys.length > 0 && listType !== 'map') {
    const reason = listType === undefined ? 'Required' : 'Invalid'
    refuse(`${field}.x-kubernetes-list-type`, reason, 'must be map if x-kubernetes-list-map-keys is non-empty')
  }
  const items = itemsOf(schema)
  if (listType === 'set' && items !== undefined) checkSetItems(items, `${field}.items`, refuse, atomicSets, mapKeys)
  if (listType !== 'map') return
  if (keys.length === 0) {
    refuse(`${field}.x-kubernetes-list-map-keys`, 'Required', 'must not be empty if x-kubernetes-list-type is map')
  }
  const any = member(schema, 'items')
  if (any === undefined || any === null) {
    refuse(`${field}.items`, 'Required', 'must have a schema if x-kubernetes-list-type is map')
  } else if (isList(any)) {
    refuse(`${field}.items`, 'Invalid', 'must only have a single schema if x-kubernetes-list-type is map')
  } else if (items !== undefined) checkMapItems(items, keys, field, refuse, mapKeys)
}
function checkSetItems(items, field, refuse, atomicSets, nullableMatters) {
  if (nullableMatters && member(items, 'nullable') === true) {
    refuse(`${field}.nullable`, 'Forbidden', 'cannot be nullable when x-kubernetes-list-type is set')
  }
  if (!atomicSets) return
  const type = textMember(items, 'type')
  const detail = 'must be atomic as item of a list with x-kubernetes-list-type=set'
  const listType = member(items, 'x-kubernetes-list-type')
  if (type === 'array' && listType !== undefined && listType !== 'atomic')
    refuse(`${field}.x-kubernetes-list-type`, 'Invalid', detail)
  if (type === 'object' && member(items, 'x-kubernetes-map-type') !== 'atomic')
    refuse(`${field}.x-kubernetes-map-type`, 'Invalid', detail)
}
function checkMapItems(items, keys, field, refuse, mapKeys) {
  if (textMember(items, 'type') !== 'object') {
    refuse(`${field}.items.type`, 'Invalid', "must be object if parent array's x-kubernetes-list-type is map")
  }
  if (mapKeys && member(items, 'nullable') === true) {
    refuse(`${field}.items.nullable`, 'Forbidden', 'cannot be nullable when x-kubernetes-list-type is map')
  }
  if (new Set(keys).size < keys.length) {
    refuse(`${field}.x-kubernetes-list-map-keys`, 'Invalid', 'must not contain duplicate entries')
  }
  for (const key of keys) {
    const property = propertyOf(items, key)
    if (property === undefined) {
      refuse(`${field}.x-kubernetes-list-map-keys`, 'Invalid', 'entries must all be names of item properties')
      continue
    }
    const at = `${field}.items.properties[${key}]`
    if (!SCALARS.has(textMember(property, 'type') ?? '')) {
      refuse(`${at}.type`, 'Invalid', "must be a scalar type if parent array's x-kubernetes-list-type is map")
    }
    if (!mapKeys) continue
    if (member(property, 'default') === undefined && !requiredOf(items).includes(key)) {
      refuse(
        `${at}.default`,
        'Required',
        'this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property',
      )
    }
    if (member(property, 'nullable') === true) {
      refuse(`${at}.nullable`, 'Forbidden', 'this property is in x-kubernetes-list-map-keys, so it cannot be nullable')
    }
  }
}
/** What may stand at the root where status is a subresource (allowedFieldsAtRootSchema). */
const AT_ROOT = new Set(
  `description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
   minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields
   x-kubernetes-validations`.split(/\s+/),
)
export function checkRoot(schema, field, refuse) {
  const type = textMember(schema, 'type')
  if (type !== undefined && type !== 'object') {
    refuse(
      `${field}.type`,
      'Invalid',
      'only "object" is allowed as the type at the root of the schema if the status subresource is enabled',
    )
    return
  }
  const other = isObject(schema)
    ? Object.keys(schema).find((name) => !AT_ROOT.has(name) && !isNothing(schema[name]))
    : undefined
  if (other !== undefined) {
    refuse(field, 'Invalid', `${other} is not allowed at the root of the schema if the status subresource is enabled`)
  }
}
function isNothing(value) {
  return value === undefined || value === null || value === false || (isList(value) && value.length === 0)
}
/** Details of embedded objects, and where int-or-string may be written how. */
export function checkExtensions(schema, field, refuse) {
  const type = textMember(schema, 'type')
  if (isEmbedded(schema)) {
    if (type !== 'object') {
      refuse(
        `${field}.type`,
        type === undefined ? 'Required' : 'Invalid',
        'must be object if x-kubernetes-embedded-resource is true',
      )
    }
    if (
      member(schema, 'x-kubernetes-preserve-unknown-fields') !== true &&
      entriesOf(schema, 'properties').length === 0
    ) {
      refuse(
        `${field}.properties`,
        'Required',
        'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
      )
    }
    if (member(schema, 'additionalProperties') !== undefined) {
      refuse(`${field}.additionalProperties`, 'Forbidden', 'must not be used if x-kubernetes-embedded-resource is set')
    }
  }
  const intOrString = member(schema, 'x-kubernetes-int-or-string') === true
  if (intOrString && type !== undefined) {
    refuse(`${field}.type`, 'Forbidden', 'must be empty if x-kubernetes-int-or-string is true')
  }
  if (intOrString && member(schema, 'x-kubernetes-preserve-unknown-fields') === true) {
    refuse(
      `${field}.x-kubernetes-preserve-unknown-fields`,
      'Forbidden',
      'must be false if x-kubernetes-int-or-string is true',
    )
  }
  if (intOrString && isEmbedded(schema)) {
    refuse(
      `${field}.x-kubernetes-embedded-resource`,
      'Forbidden',
      'must be false if x-kubernetes-int-or-string is true',
    )
  }
}
