import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { nearest } from './nearest.ts'
import { shownPath } from './problem.ts'
import type { Reading } from './reading.ts'

/** A JSON Schema, as far as ours goes. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * The description of a value, from which the reader of manifests, the published JSON Schema and the reference are all
 * made. Reading does not stop at a problem: it notes it and goes on with a value that does no harm, so that everything
 * wrong is found at once. What was read counts only when no problem was noted.
 */
export interface Shape<T> {
  readonly schema: JsonSchema
  /** The value that does no harm. */
  readonly blank: T
  read(node: Node | null, at: Reading): T
}

/** What text must look like. */
export interface TextRule {
  /** Stable identifier of the rule, kebab-case. */
  readonly rule: string
  /** `the OWNER/NAME of a GitHub repository` */
  readonly expected: string
  readonly example: string
  readonly pattern: RegExp
  readonly longest?: number
  /** JSON Schema's name for it, where it has one: `date`. */
  readonly format?: string
  /** What is wrong with text that the pattern lets pass, as a clause; null when nothing is. */
  readonly fault?: (given: string) => string | null
  /** What the writer probably meant, when that can be told from what was written. */
  readonly suggest?: (given: string) => string | null
}

export function text(rule: TextRule): Shape<string> {
  return {
    schema: {
      type: 'string',
      pattern: rule.pattern.source,
      maxLength: rule.longest ?? LONGEST,
      examples: [rule.example],
      ...(rule.format !== undefined && { format: rule.format }),
    },
    blank: '',
    read(given, at) {
      const node = at.open(given)
      if (!isScalar(node) || typeof node.value !== 'string') {
        at.problem('wrong-type', `${here(at)} is ${shown(node)}; expected ${rule.expected}.`, inQuotes(node, rule))
        return ''
      }
      if (node.type === 'PLAIN' && YAML_11.test(node.value)) {
        at.problem(
          'yaml-1.1',
          `${here(at)} is ${node.value} without quotes, which other readers of YAML take for something else than text.`,
          `Write it in quotes: "${node.value}".`,
        )
        return ''
      }
      const wrong = faultOf(rule, node.value)
      if (wrong === null) return node.value
      at.problem(rule.rule, `${here(at)} is “${clipped(node.value)}”; ${wrong}.`, suggestion(rule, node.value))
      return ''
    },
  }
}

/** What is wrong with a text, as a clause; null when nothing is. */
export function faultOf(rule: TextRule, given: string): string | null {
  const plausible = given.length <= (rule.longest ?? LONGEST) && rule.pattern.test(given)
  return plausible ? (rule.fault?.(given) ?? null) : `expected ${rule.expected}`
}

/** What to write instead of a text that breaks a rule. */
export function suggestion(rule: TextRule, given: string): string {
  const meant = given.length <= 1000 ? (rule.suggest?.(given) ?? null) : null
  return meant !== null && faultOf(rule, meant) === null ? didYouMean(meant) : `For example: ${rule.example}`
}

/** One of a few words, given as the keys of a table. */
export function oneOf<W extends string>(
  words: Readonly<Record<W, unknown>>,
  blank: NoInfer<W>,
  expected: string,
): Shape<W> {
  const names = Object.keys(words)
  const isWord = (value: unknown): value is W => typeof value === 'string' && Object.hasOwn(words, value)
  return {
    schema: { enum: names },
    blank,
    read(given, at) {
      const node = at.open(given)
      const found = isScalar(node) ? node.value : null
      if (isWord(found)) return found
      const close = typeof found === 'string' ? nearest(found, names) : null
      at.problem(
        'unknown-word',
        `${here(at)} is ${shown(node)}; expected ${expected}.`,
        close === null ? `Known: ${names.join(', ')}.` : didYouMean(close),
      )
      return blank
    },
  }
}

/** A whole number within bounds. */
export function whole(min: number, max: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    blank: min,
    read(given, at) {
      const node = at.open(given)
      const found = isScalar(node) ? node.value : null
      if (typeof found === 'number' && Number.isInteger(found) && found >= min && found <= max) return found
      const quoted = typeof found === 'string' && /^\d+$/.test(found)
      at.problem(
        typeof found === 'number' ? 'out-of-range' : 'wrong-type',
        `${here(at)} is ${shown(node)}; expected a whole number from ${min} to ${max}.`,
        quoted ? 'Write it without quotes.' : `For example: ${min}`,
      )
      return min
    },
  }
}

/** `true` or `false`. */
export function flag(): Shape<boolean> {
  return {
    schema: { type: 'boolean' },
    blank: false,
    read(given, at) {
      const node = at.open(given)
      const found = isScalar(node) ? node.value : null
      if (typeof found === 'boolean') return found
      const word = typeof found === 'string' ? found.toLowerCase() : ''
      const meant = /^(y|yes|on|true)$/.test(word) ? 'true' : /^(n|no|off|false)$/.test(word) ? 'false' : null
      at.problem(
        'wrong-type',
        `${here(at)} is ${shown(node)}; expected true or false.`,
        meant === null ? 'Write true or false, without quotes.' : didYouMean(meant),
      )
      return false
    },
  }
}

/** What stands at a place, as an error says it. */
export function shown(node: Node | null): string {
  if (isMap(node)) return 'a mapping'
  if (isSeq(node)) return 'a list'
  if (!isScalar(node) || node.value === null) return 'empty'
  if (typeof node.value === 'string') return `“${clipped(node.value)}”`
  if (typeof node.value === 'number' || typeof node.value === 'boolean') {
    return `the ${typeof node.value === 'number' ? 'number' : 'truth value'} ${node.source ?? String(node.value)}`
  }
  return 'binary data'
}

/** Where a shape reads, as an error says it. */
export function here(at: Reading): string {
  return at.path.length === 0 ? 'the manifest' : shownPath(at.path)
}

export function clipped(given: string): string {
  const line = given.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

export const didYouMean = (word: string): string => `Did you mean “${word}”?`

function inQuotes(node: Node | null, { example }: TextRule): string {
  if (isScalar(node) && (typeof node.value === 'number' || typeof node.value === 'boolean')) {
    return `Write it in quotes: "${node.source ?? String(node.value)}".`
  }
  return `For example: ${example}`
}

/** Characters; names, paths and references are all shorter. */
const LONGEST = 255

/** Words and numbers that a reader of YAML 1.1 takes for truth values, octal numbers or base 60. */
const YAML_11 = /^(?:y|n|yes|no|on|off)$|^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$|^[-+]?0[0-7_]+$/i
