import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { textOf } from './yaml.ts'

/** What expressions can read, by context: `github`, `inputs`, `needs`, … Values are JSON. */
export type Contexts = Readonly<Record<string, unknown>>

/** How the jobs or steps before went, for `success()` and its like. */
export interface Status {
  readonly success: boolean
}

const NAMES = ['github', 'inputs', 'vars', 'secrets', 'env', 'needs', 'steps', 'matrix', 'runner', 'job', 'strategy']

/** Evaluates an expression with GitHub's own library. @throws for one that GitHub would refuse. */
function evaluate(expression: string, contexts: Contexts, status: Status): data.ExpressionData {
  const functions = Object.entries({
    success: status.success,
    failure: !status.success,
    always: true,
    cancelled: false,
  }).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }))
  const tree = new Parser(new Lexer(expression).lex().tokens, NAMES, functions).parse()
  // A context that is not there (a workflow without inputs) is an empty one, as on GitHub.
  const known = Object.fromEntries(NAMES.map((name) => [name, contexts[name] ?? {}]))
  const all: unknown = JSON.parse(JSON.stringify(known), data.reviver)
  if (!(all instanceof data.Dictionary)) throw new Error('contexts are a mapping')
  return new Evaluator(tree, all, new Map(functions.map((one) => [one.name, one]))).evaluate()
}

/** Whether a condition holds. */
export function holds(condition: string, contexts: Contexts, status: Status): boolean {
  return evaluate(`!(!(${condition}))`, contexts, status).coerceString() === 'true'
}

const EXPRESSION = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g

/** A value of a workflow with its expressions put in. A text that is one expression becomes what that one is. */
export function fill(value: unknown, contexts: Contexts, status: Status = { success: true }): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, contexts, status))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, contexts, status)]))
  }
  if (typeof value !== 'string') return value
  const [only] = value.matchAll(EXPRESSION)
  if (only !== undefined && only[0] === value.trim()) {
    return JSON.parse(JSON.stringify(evaluate(only[1] ?? '', contexts, status), data.replacer))
  }
  return value.replaceAll(EXPRESSION, (_, inner: string) => evaluate(inner, contexts, status).coerceString())
}

/** The same as the text that an input or a variable of the environment gets. */
export function fillText(value: unknown, contexts: Contexts): string {
  return textOf(fill(value, contexts))
}
