import { parseCel } from '../cel/parse.js'
import { runRule } from '../cel/run.js'
import { escapeName } from '../cel/types.js'
import { accepts, withDefaults } from './evaluate.js'
import { canonical, entriesOf } from '../../yaml/index.js'
import { samples, smallest } from './sample.js'
import { rulesOf } from '../cel/rules.js'
import { itemsOf, keepsUnknown, requiredOf, typeOf, valuesOf } from '../schema/schema.js'
/** Values of one scalar, of one object, of one list. */
const SCALARS = 5
const OBJECTS = 32
const LISTS = 40
/**
 * Tries a rule on values of the old schema that are made for it: of what it names, each field absent and with several
 * values, the texts and numbers that it mentions among them.
 */
export function tryRule(rule, old) {
  let expression
  try {
    expression = parseCel(rule)
  } catch {
    return { refused: [], isConclusive: false }
  }
  const focus = { fields: new Set(), literals: [] }
  collect(expression, focus)
  const values = unique([...made(old, focus, 0), ...samples(old)]).filter((value) => accepts(old, value))
  const verdicts = values.map((value) => runRule(rule, withDefaults(old, value)))
  return {
    refused: values.filter((_, index) => verdicts[index] === 'false' || verdicts[index] === 'error'),
    isConclusive: values.length > 0 && !keepsUnknown(old) && verdicts.every((verdict) => verdict === 'true'),
  }
}
/**
 * What may stand beside a field, for the rules of the object that holds it: `{type: RequestMirror}` beside `requestMirror`.
 * Made of what the rules name that speak of the field, then of what all of them name; other fields are left out.
 */
export function* companions(schema, field) {
  const rules = [...rulesOf(schema).values()].flatMap(({ rule }) => {
    const focus = { fields: new Set(), literals: [] }
    try {
      collect(parseCel(rule), focus)
    } catch {
      return []
    }
    return [focus]
  })
  const near = rules.filter(({ fields }) => fields.has(field))
  for (const chosen of [near, rules]) {
    const focus = {
      fields: new Set(chosen.flatMap(({ fields }) => [...fields]).filter((name) => name !== field)),
      literals: chosen.flatMap(({ literals }) => literals),
    }
    if (focus.fields.size > 0) yield* objects(schema, focus, 1)
  }
}
function collect(expression, focus) {
  const all = (parts) => {
    for (const part of parts) if (part !== undefined) collect(part, focus)
  }
  switch (expression.kind) {
    case 'literal':
      if (expression.value !== null) focus.literals.push(expression.value)
      return
    case 'ident':
      return
    case 'select':
    case 'has':
      focus.fields.add(expression.field)
      return all([expression.of])
    case 'call':
      return all([expression.target, ...expression.args])
    case 'list':
      return all(expression.items)
    case 'map':
      return all(expression.entries.flat())
    case 'fold':
      return all([expression.of, ...expression.bodies])
  }
}
function unique(values) {
  return [...new Map(values.map((value) => [canonical(value), value])).values()]
}
function made(schema, focus, depth) {
  if (depth > 6) return []
  switch (typeOf(schema)) {
    case 'object':
      return objects(schema, focus, depth)
    case 'array': {
      const items = itemsOf(schema)
      return items === undefined ? [] : lists(made(items, focus, depth + 1))
    }
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'int-or-string':
    case 'any': {
      const own = focus.literals.filter((value) => accepts(schema, value))
      return unique([...own.slice(0, SCALARS), ...samples(schema).slice(0, SCALARS)]).slice(0, SCALARS + 2)
    }
  }
}
/** Each field that the rule names absent and present, in all combinations as far as they go. */
function objects(schema, focus, depth) {
  const values = valuesOf(schema)
  if (values !== undefined) {
    const inner = made(values, focus, depth + 1).slice(0, SCALARS)
    return [
      {},
      ...inner.map((value) => ({ key: value })),
      ...inner.slice(0, 1).map((value) => ({ a: value, b: value })),
    ]
  }
  const required = new Set(requiredOf(schema))
  let found = [{}]
  for (const [name, child] of entriesOf(schema, 'properties')) {
    const isNamed = focus.fields.has(name) || focus.fields.has(escapeName(name) ?? name)
    if (!isNamed && !required.has(name)) continue
    const fallback = smallest(child)
    const options = isNamed ? made(child, focus, depth + 1) : fallback === undefined ? [] : [fallback]
    const absent = required.has(name) ? [] : found
    // Taken in turn, so that a cut takes some of each.
    const present = options.flatMap((value) => found.map((object) => ({ ...object, [name]: value })))
    found = thinned([...absent, ...present], OBJECTS)
  }
  return found
}
function lists(items) {
  const few = thinned(items, 10)
  const pairs = few.flatMap((one) => few.map((other) => [one, other]))
  return [[], ...thinned(items, 24).map((item) => [item]), ...thinned(pairs, LISTS)]
}
/** At most so many, spread over all of them; always the same ones. */
function thinned(all, most) {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (one) => one !== undefined,
  )
}
