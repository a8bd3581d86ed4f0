import { type Cel, parseCel } from '../cel/parse.ts'
import { runRule } from '../cel/run.ts'
import { escapeName } from '../cel/types.ts'
import { accepts, withDefaults } from './evaluate.ts'
import { canonical, entriesOf, type Json, type JsonObject } from '../../yaml/index.ts'
import { samples, smallest } from './sample.ts'
import { rulesOf } from '../cel/rules.ts'
import { itemsOf, keepsUnknown, requiredOf, typeOf, valuesOf } from '../schema/schema.ts'

/** How a rule that is new meets values that were accepted. */
export interface RuleTrial {
  /** Accepted before, refused by the rule. */
  readonly refused: readonly Json[]
  /** Whether the rule was run on values enough, and could always be run, to say that it refuses nothing. */
  readonly isConclusive: boolean
}

/** Values of one scalar, of one object, of one list. */
const SCALARS = 5
const OBJECTS = 32
const LISTS = 40

/**
 * Tries a rule on values of the old schema that are made for it: of what it names, each field absent and with several
 * values, the texts and numbers that it mentions among them.
 */
export function tryRule(rule: string, old: Json): RuleTrial {
  let expression: Cel
  try {
    expression = parseCel(rule)
  } catch {
    return { refused: [], isConclusive: false }
  }
  const focus: Focus = { fields: new Set(), literals: [] }
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
export function* companions(schema: Json, field: string): Generator<JsonObject> {
  const rules = [...rulesOf(schema).values()].flatMap(({ rule }): Focus[] => {
    const focus: Focus = { fields: new Set(), literals: [] }
    try {
      collect(parseCel(rule), focus)
    } catch {
      return []
    }
    return [focus]
  })
  const near = rules.filter(({ fields }) => fields.has(field))
  for (const chosen of [near, rules]) {
    const focus: Focus = {
      fields: new Set(chosen.flatMap(({ fields }) => [...fields]).filter((name) => name !== field)),
      literals: chosen.flatMap(({ literals }) => literals),
    }
    if (focus.fields.size > 0) yield* objects(schema, focus, 1)
  }
}

interface Focus {
  readonly fields: Set<string>
  readonly literals: Json[]
}

function collect(expression: Cel, focus: Focus): void {
  const all = (parts: readonly (Cel | undefined)[]): void => {
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

function unique(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()]
}

function made(schema: Json, focus: Focus, depth: number): Json[] {
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
function objects(schema: Json, focus: Focus, depth: number): JsonObject[] {
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
  let found: JsonObject[] = [{}]
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

function lists(items: readonly Json[]): Json[] {
  const few = thinned(items, 10)
  const pairs = few.flatMap((one) => few.map((other): Json => [one, other]))
  return [[], ...thinned(items, 24).map((item): Json => [item]), ...thinned(pairs, LISTS)]
}

/** At most so many, spread over all of them; always the same ones. */
function thinned<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (one) => one !== undefined,
  )
}
