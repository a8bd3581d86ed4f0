import { checkCel, entriesAtMost } from '../cel/check.js'
import { parseCel } from '../cel/parse.js'
import { isTransition } from '../cel/rules.js'
import { celTypeOf } from '../cel/types.js'
import { entriesOf, listMember, member, textMember } from '../../yaml/index.js'
import { itemsOf, listTypeOf, propertyOf, valuesOf } from '../schema/schema.js'
const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired']
/** Limits of the API server, in units of cost (pkg/apis/apiextensions/validation). */
const RULE_LIMIT = 10_000_000
const TOTAL_LIMIT = 100_000_000
/** Whether each CEL rule is one (apiextensions-apiserver, validation.go and pkg/apiserver/schema/cel). */
export function checkCelRules(schema, field, refuse, broken) {
  const costs = []
  walk(schema, field, undefined, 1)
  const total = costs.reduce((sum, { cost }) => sum + cost, 0)
  if (total <= TOTAL_LIMIT) return
  for (const { at, cost } of costs) {
    if (cost > TOTAL_LIMIT / 100) {
      refuse(
        at,
        'Forbidden',
        'contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema',
      )
    }
  }
  refuse(
    field,
    'Forbidden',
    `x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema exceeds budget by factor of ${factor(total / TOTAL_LIMIT)}`,
  )
  /** `times`: how many values one object can have here. */
  function walk(node, at, uncorrelatable, times) {
    for (const [index, entry] of listMember(node, 'x-kubernetes-validations').entries()) {
      checkOne(node, entry, `${at}.x-kubernetes-validations[${index}]`, uncorrelatable, at, times)
    }
    const mapType = member(node, 'x-kubernetes-map-type')
    const map =
      uncorrelatable ?? (mapType !== undefined && mapType !== 'atomic' && mapType !== 'granular' ? at : undefined)
    for (const [name, child] of entriesOf(node, 'properties')) walk(child, `${at}.properties[${name}]`, map, times)
    const values = valuesOf(node)
    if (values !== undefined) walk(values, `${at}.additionalProperties`, map, times * entriesAtMost(node))
    const items = itemsOf(node)
    if (items !== undefined) {
      const list = uncorrelatable ?? (listTypeOf(node) === 'map' ? undefined : at)
      walk(items, `${at}.items`, list, times * entriesAtMost(node))
    }
  }
  function compile(node, at, text, what, where, times) {
    const self = celTypeOf(node, where === field)
    const prefix = what === 'rule' ? 'compilation failed' : 'messageExpression compilation failed'
    const names = new Map([
      ['self', self],
      ['oldSelf', self],
    ])
    let checked
    try {
      checked = checkCel(parseCel(text), names)
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
      refuse(at, 'Invalid', `${prefix}: ${error.message}`)
      return
    }
    const { kind } = checked.type
    if (what === 'rule' && kind !== 'bool' && kind !== 'dyn')
      refuse(at, 'Invalid', 'cel expression must evaluate to a bool')
    if (what === 'messageExpression' && kind !== 'string' && kind !== 'dyn') {
      refuse(at, 'Invalid', 'messageExpression must evaluate to a string')
    }
    const cost = checked.cost * times
    costs.push({ at, cost })
    if (cost > RULE_LIMIT) {
      refuse(
        at,
        'Forbidden',
        `estimated ${what} cost exceeds budget by factor of ${factor(cost / RULE_LIMIT)} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)`,
      )
    }
  }
  function checkOne(node, entry, at, uncorrelatable, where, times) {
    const rule = textMember(entry, 'rule')?.trim() ?? ''
    if (rule === '') refuse(`${at}.rule`, 'Required', 'rule is not specified')
    const message = member(entry, 'message')
    if (typeof message === 'string' && message !== '') {
      if (message.trim() === '') refuse(`${at}.message`, 'Invalid', 'message must be non-empty if specified')
      else if (/[\r\n]/.test(message)) refuse(`${at}.message`, 'Invalid', 'message must not contain line breaks')
    } else if (/[\r\n]/.test(rule)) {
      refuse(`${at}.message`, 'Required', 'message must be specified if rule contains line breaks')
    }
    const expression = member(entry, 'messageExpression')
    if (typeof expression === 'string' && expression !== '' && expression.trim() === '') {
      refuse(`${at}.messageExpression`, 'Required', 'messageExpression must be non-empty if specified')
    }
    const reason = textMember(entry, 'reason')
    if (reason !== undefined && !REASONS.includes(reason)) {
      refuse(`${at}.reason`, 'NotSupported', `supported values: ${REASONS.map((one) => `"${one}"`).join(', ')}`)
    }
    const path = member(entry, 'fieldPath')
    if (typeof path === 'string' && path !== '' && !resolves(node, path)) {
      refuse(
        `${at}.fieldPath`,
        'Invalid',
        path.trim() === '' ? 'must be non-empty if specified' : 'must be a valid path',
      )
    }
    if (rule === '') return
    const usesOld = isTransition(rule)
    if (usesOld && uncorrelatable !== undefined) {
      refuse(
        `${at}.rule`,
        'Invalid',
        `oldSelf cannot be used on the uncorrelatable portion of the schema within ${uncorrelatable}`,
      )
    }
    const optional = member(entry, 'optionalOldSelf')
    if (typeof optional === 'boolean' && !usesOld) {
      refuse(`${at}.optionalOldSelf`, 'Invalid', 'may not be set if oldSelf is not used in rule')
    }
    // The API server does not compile rules of a node whose own schema is broken.
    if (broken.some((one) => one === where || one.startsWith(`${where}.`))) return
    compile(node, `${at}.rule`, rule, 'rule', where, times)
    if (typeof expression === 'string' && expression.trim() !== '') {
      compile(node, `${at}.messageExpression`, expression, 'messageExpression', where, times)
    }
  }
}
function factor(times) {
  return times > 100 ? 'more than 100x' : `${times.toPrecision(7).replace(/\.?0+$/, '')}x`
}
/** Whether `.spec.a['b']` names a field below a node. */
function resolves(node, path) {
  const steps = path.match(/\.[A-Za-z_][\w-]*|\['(?:[^'\\]|\\.)+'\]/g)
  if (steps === null || steps.join('') !== path) return false
  let at = node
  for (const step of steps) {
    const name = step.startsWith('.') ? step.slice(1) : step.slice(2, -2).replaceAll(/\\(.)/g, '$1')
    if (at === undefined) return false
    // A map's keys are written in brackets.
    at = propertyOf(at, name) ?? (step.startsWith('[') ? valuesOf(at) : undefined)
  }
  return at !== undefined
}
