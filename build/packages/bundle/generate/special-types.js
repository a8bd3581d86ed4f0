import { isList, isObject } from '../../yaml/index.js'
import { canonicalQuantity } from './quantity.js'
/** Values of the Go types that read and write themselves (`UnmarshalJSON`, `MarshalJSON`). @throws Mismatch */
export function special(name, value, normalizer) {
  switch (name) {
    case 'JSON':
    case 'FieldsV1':
      return value
    case 'Time':
      return time(value, normalizer)
    case 'Quantity':
      return quantity(value, normalizer)
    case 'IntOrString':
      return intOrString(value, normalizer)
    case 'OperatorVersion':
      return operatorVersion(value, normalizer)
    case 'JSONSchemaPropsOrArray':
      if (isList(value) && value.length > 0) return normalizer.value(SCHEMAS, value)
      return isObject(value) ? normalizer.struct('JSONSchemaProps', value) : null
    case 'JSONSchemaPropsOrStringArray':
      if (isList(value) && value.length > 0) return normalizer.value(TEXTS, value)
      return isObject(value) ? normalizer.struct('JSONSchemaProps', value) : null
    case 'JSONSchemaPropsOrBool':
      if (typeof value === 'boolean') return value
      if (isObject(value)) return normalizer.struct('JSONSchemaProps', value)
      throw normalizer.mismatch('true, false or a schema', value)
    default:
      throw new Error(`The type “${name}” is not known.`)
  }
}
/** What such a type writes when nothing was read. */
export function zeroSpecial(name) {
  switch (name) {
    case 'Quantity':
      return '0'
    case 'IntOrString':
      return 0
    case 'OperatorVersion':
      return '0.0.0'
    default:
      return null
  }
}
const SCHEMAS = { kind: 'list', of: { kind: 'struct', name: 'JSONSchemaProps' } }
const TEXTS = { kind: 'list', of: { kind: 'string' } }
/** In seconds and UTC. */
function time(value, normalizer) {
  if (value === null) return null
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) throw normalizer.mismatch('a time as in RFC 3339', value)
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
function quantity(value, normalizer) {
  if (value === null) return '0'
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value === 'bigint' ? `${value}` : ''
  const written = canonicalQuantity(text)
  if (written === undefined) throw normalizer.mismatch('a quantity such as 500m or 1Gi', value)
  return written
}
function intOrString(value, normalizer) {
  if (value === null) return 0
  if (typeof value === 'string' || typeof value === 'bigint' || Number.isInteger(value)) return value
  throw normalizer.mismatch('a whole number or a text', value)
}
/** As blang/semver's `ParseTolerant` reads it: `v1.2` is 1.2.0. */
function operatorVersion(value, normalizer) {
  const text = typeof value === 'number' ? String(value) : value
  const match =
    typeof text === 'string'
      ? /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(text.trim())
      : null
  if (match === null) throw normalizer.mismatch('a semantic version', value)
  const [, major = '0', minor = '0', patch = '0', prerelease = '', build = ''] = match
  const number = (digits) => digits.replace(/^0+(?=\d)/, '')
  return `${number(major)}.${number(minor)}.${number(patch)}${prerelease}${build}`
}
