import { boundOf, validate } from '../evaluate/evaluate.js'
import { canonical, isList, isObject, textMember } from '../../yaml/index.js'
import { samples } from '../evaluate/sample.js'
import { typeOf } from '../schema/schema.js'
const KEYWORDS = [
  ['enum'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
  ['multipleOf'],
  ['minLength'],
  ['maxLength'],
  ['pattern'],
  ['format'],
  ['minItems'],
  ['maxItems'],
  ['uniqueItems'],
  ['minProperties'],
  ['maxProperties'],
  ['allOf'],
  ['anyOf'],
  ['oneOf'],
  ['not'],
]
/** Lower bounds that grew, upper bounds that shrank: narrower even where no sample is large enough to show it. */
const LOWER = new Set(['minimum', 'minLength', 'minItems', 'minProperties'])
const UPPER = new Set(['maximum', 'maxLength', 'maxItems', 'maxProperties'])
/** The largest bound that samples reach. */
const REACHED = 400
/** What changed in what the node itself accepts; its properties, items and values are not looked at. */
export function compareConstraints(old, now) {
  if (!isObject(old) || !isObject(now)) return []
  const changed = KEYWORDS.filter((names) => names.some((name) => said(old, name) !== said(now, name)))
  if (changed.length === 0) return []
  const accepted = samples(old, now)
  return changed.flatMap((names) => {
    const [keyword = ''] = names
    const common = { keyword, before: bare(old[keyword]), after: bare(now[keyword]) }
    const mixed = replaced(old, now, names)
    const refused = accepted.filter((value) => validate(mixed, value).length > 0)
    if (refused.length > 0) return [{ ...common, direction: 'narrower', refused }]
    if (isSilent(old, now, keyword)) return []
    if (common.after === null) return [{ ...common, direction: 'wider', refused: [] }]
    if (accepted.length === 0 || isOutOfReach(old, now, keyword))
      return [{ ...common, direction: 'narrower', refused: [] }]
    const back = replaced(now, old, names)
    const wider = samples(now, old).some((value) => validate(back, value).length > 0)
    if (wider) return [{ ...common, direction: 'wider', refused: [] }]
    return keyword === 'pattern' || isJunctor(keyword) ? [{ ...common, direction: 'unclear', refused: [] }] : []
  })
}
function isJunctor(keyword) {
  return ['allOf', 'anyOf', 'oneOf', 'not'].includes(keyword)
}
/** The way of writing int-or-string, and an enum or a type that moved out of or into `allOf`. */
function isSilent(old, now, keyword) {
  const both = typeOf(old) === 'int-or-string' && typeOf(now) === 'int-or-string'
  if (both && (keyword === 'anyOf' || keyword === 'allOf')) return true
  if (keyword === 'format') return formatIsMute(old) && formatIsMute(now)
  return false
}
/** Formats that nobody checks, as `int64` of an integer or a format of an object. */
function formatIsMute(schema) {
  const format = textMember(schema, 'format')
  return (
    format === undefined ||
    format === 'int64' ||
    format === 'password' ||
    !['string', 'integer'].includes(typeOf(schema))
  )
}
function isOutOfReach(old, now, keyword) {
  const [before, after] = [boundOf(old, keyword), boundOf(now, keyword)]
  if (after === undefined) return false
  if (UPPER.has(keyword)) return after > REACHED && (before === undefined || after < before) && keyword !== 'maximum'
  return LOWER.has(keyword) && keyword !== 'minimum' && after > REACHED && (before === undefined || after > before)
}
function said(schema, keyword) {
  const value = schema[keyword]
  if (value === undefined || value === false || (isList(value) && value.length === 0)) return ''
  return canonical(bare(value))
}
/** Without the words that explain a schema, which refuse nothing. */
function bare(value) {
  if (value === undefined) return null
  if (isList(value)) return value.map(bare)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      ['description', 'title', 'example', 'externalDocs'].includes(name) &&
      (typeof inner === 'string' || name === 'externalDocs')
        ? []
        : [[name, bare(inner)]],
    ),
  )
}
/** The first node with some keywords as the second one has them. */
function replaced(base, by, names) {
  const made = Object.entries(base).filter(([name]) => !names.includes(name))
  const taken = names.flatMap((name) => (by[name] === undefined ? [] : [[name, by[name]]]))
  return Object.fromEntries([...made, ...taken])
}
