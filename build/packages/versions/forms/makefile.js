import { linesOf, quoted } from './form.js'
import { valueSpan } from './value.js'
// A line that starts with a tab is a recipe, a line with a colon before the sign is a rule: neither assigns.
const ASSIGNMENT =
  /^ *(?:(?:export|override|private) +)*([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:\?=|:{1,3}=|=)[ \t]*([^#\r\n]*)/
/**
 * `NAME ?= v1.2.3`, also with `=`, `:=`, `::=`, `export` and a comment behind. A value that is computed from other
 * variables is read through them and cannot be edited: the variable that holds the version can.
 *
 * Source: GNU make manual, 6.5 Setting Variables, 6.3.1 Substitution References.
 */
export const makefile = {
  matches: 'once',
  spelling: 'kept',
  keyNames: 'variable',
  find(source, key) {
    const all = assignments(source)
    return all.filter(({ name }) => name === key).map((found) => spanOf(source, found, all))
  },
}
function assignments({ text }) {
  const found = []
  for (const { start, line } of linesOf(text)) {
    const match = ASSIGNMENT.exec(line)
    if (match === null) continue
    const value = (match[2] ?? '').trimEnd()
    const from = start + match[0].length - (match[2] ?? '').length
    found.push({ name: match[1] ?? '', value, start: from, end: from + value.length })
  }
  return found
}
function spanOf(source, found, all) {
  if (!found.value.includes('$')) return valueSpan(source.text, found)
  const resolved = resolve(found.value, all, new Set([found.name]))
  if (resolved === null) {
    return { start: found.start, end: found.end, value: found.value, fixed: COMPUTED(found) }
  }
  const { value } = valueSpan(resolved, { start: 0, end: resolved.length })
  return { start: found.start, end: found.end, value, fixed: COMPUTED(found) }
}
const COMPUTED = ({ name, value }) => ({
  because: `${name} is computed (${quoted(value)})`,
  advice: 'Name the variable that holds the version itself as the key.',
})
/** The value with its references replaced, or null when one of them is not a variable of this file. */
function resolve(value, all, within) {
  let unresolved = false
  const text = value.replace(/\$(?:\(([^()$]*)\)|\{([^{}$]*)\}|.)/g, (_whole, round, curly) => {
    const [, name = '', from, to = ''] = /^([^:]*)(?::([^=]*)=(.*))?$/.exec(round ?? curly ?? '') ?? []
    const definition = all.find((assignment) => assignment.name === name)
    // A chain longer than this is a cycle that changed its name, or a file made to keep us busy.
    const inner =
      definition === undefined || within.has(name) || within.size > 20
        ? null
        : resolve(definition.value, all, new Set([...within, name]))
    if (inner === null) unresolved = true
    return inner === null ? '' : from === undefined ? inner : substitute(inner, from, to)
  })
  return unresolved ? null : text
}
/** `$(NAME:v%=%)` and `$(NAME:.o=.c)`. */
function substitute(value, from, to) {
  const pattern = from.includes('%') ? from : `%${from}`
  const replacement = from.includes('%') ? to : `%${to}`
  const [before, after] = splitOnce(pattern)
  const fits = value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after)
  return fits ? replacement.replace('%', () => value.slice(before.length, value.length - after.length)) : value
}
const splitOnce = (pattern) => {
  const at = pattern.indexOf('%')
  return [pattern.slice(0, at), pattern.slice(at + 1)]
}
