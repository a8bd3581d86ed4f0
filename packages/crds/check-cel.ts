import { isTransition } from './constraints.ts'
import { entriesOf, type Json, listMember, member, textMember } from './json.ts'
import type { Refuse } from './refusal.ts'
import { itemsOf, listTypeOf, propertyOf, valuesOf } from './schema.ts'

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired']

/** Whether each CEL rule is one (apiextensions-apiserver, validation.go and pkg/apiserver/schema/cel). */
export function checkCelRules(schema: Json, field: string, refuse: Refuse, broken: readonly string[]): void {
  walk(schema, field, undefined)

  function walk(node: Json, at: string, uncorrelatable: string | undefined): void {
    for (const [index, entry] of listMember(node, 'x-kubernetes-validations').entries()) {
      checkOne(node, entry, `${at}.x-kubernetes-validations[${index}]`, uncorrelatable)
    }
    const mapType = member(node, 'x-kubernetes-map-type')
    const map =
      uncorrelatable ?? (mapType !== undefined && mapType !== 'atomic' && mapType !== 'granular' ? at : undefined)
    for (const [name, child] of entriesOf(node, 'properties')) walk(child, `${at}.properties[${name}]`, map)
    const values = valuesOf(node)
    if (values !== undefined) walk(values, `${at}.additionalProperties`, map)
    const items = itemsOf(node)
    if (items !== undefined) walk(items, `${at}.items`, uncorrelatable ?? (listTypeOf(node) === 'map' ? undefined : at))
  }

  function checkOne(node: Json, entry: Json, at: string, uncorrelatable: string | undefined): void {
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
    if (
      broken.some((where) => where === at || where.startsWith(at.slice(0, at.lastIndexOf('.x-kubernetes-validations'))))
    )
      return
  }
}

/** Whether `.spec.a['b']` names a field below a node. */
function resolves(node: Json, path: string): boolean {
  const steps = path.match(/\.[A-Za-z_][\w-]*|\['(?:[^'\\]|\\.)+'\]/g)
  if (steps === null || steps.join('') !== path) return false
  let at: Json | undefined = node
  for (const step of steps) {
    const name = step.startsWith('.') ? step.slice(1) : step.slice(2, -2).replaceAll(/\\(.)/g, '$1')
    if (at === undefined) return false
    // A map's keys are written in brackets.
    at = propertyOf(at, name) ?? (step.startsWith('[') ? valuesOf(at) : undefined)
  }
  return at !== undefined
}
