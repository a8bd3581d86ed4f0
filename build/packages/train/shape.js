import { isMap, isScalar, isSeq } from 'yaml'
import { nearest } from './nearest.js'
import { shownPath } from './problem.js'
export function text(rule) {
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
export function faultOf(rule, given) {
  const plausible = given.length <= (rule.longest ?? LONGEST) && rule.pattern.test(given)
  return plausible ? (rule.fault?.(given) ?? null) : `expected ${rule.expected}`
}
/** What to write instead of a text that breaks a rule. */
export function suggestion(rule, given) {
  const meant = given.length <= 1000 ? (rule.suggest?.(given) ?? null) : null
  return meant !== null && faultOf(rule, meant) === null ? didYouMean(meant) : `For example: ${rule.example}`
}
/** One of a few words, given as the keys of a table. */
export function oneOf(words, blank, expected) {
  const names = Object.keys(words)
  const isWord = (value) => typeof value === 'string' && Object.hasOwn(words, value)
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
export function whole(min, max) {
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
export function flag() {
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
export function shown(node) {
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
export function here(at) {
  return at.path.length === 0 ? 'the manifest' : shownPath(at.path)
}
export function clipped(given) {
  const line = given.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
export const didYouMean = (word) => `Did you mean “${word}”?`
function inQuotes(node, { example }) {
  if (isScalar(node) && (typeof node.value === 'number' || typeof node.value === 'boolean')) {
    return `Write it in quotes: "${node.source ?? String(node.value)}".`
  }
  return `For example: ${example}`
}
/** Characters; names, paths and references are all shorter. */
const LONGEST = 255
/** Words and numbers that a reader of YAML 1.1 takes for truth values, octal numbers or base 60. */
const YAML_11 = /^(?:y|n|yes|no|on|off)$|^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$|^[-+]?0[0-7_]+$/i
