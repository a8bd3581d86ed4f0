import { literally } from './form.js'
import { valueSpan } from './value.js'
/** `Name = "v1.2.3"` in Go: a constant or a variable, alone or in a group, with or without a type. */
export const goConst = {
  matches: 'once',
  spelling: 'kept',
  keyNames: 'constant',
  find(source, key) {
    const code = without(
      source.text,
      /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g,
      '/',
    )
    const declaration = `^([ \\t]*(?:(?:const|var)[ \\t]+)?${literally(key)}(?:[ \\t]+\\w+)?[ \\t]*:?=[ \\t]*)("[^"\\\\\\n]*"|\`[^\`]*\`)[ \\t;)\\r]*$`
    return assigned(source, code, new RegExp(declaration, 'gm'))
  },
}
/** `NAME = "1.2.3"` in Python, also `__version__`, with or without an annotation. */
export const pythonConst = {
  matches: 'once',
  spelling: 'bare',
  keyNames: 'constant',
  find(source, key) {
    const tokens = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g
    const code = without(source.text, tokens, '#', '"""', "'''")
    const assignment = `^([ \\t]*${literally(key)}(?:[ \\t]*:[^=\\n]+)?[ \\t]*=[ \\t]*[uUrR]?)("[^"\\\\\\n]*"|'[^'\\\\\\n]*')[ \\t;\\r]*$`
    return assigned(source, code, new RegExp(assignment, 'gm'))
  },
}
/** The text with those tokens blanked that begin with one of the openings (comments), all offsets kept. */
function without(text, tokens, ...openings) {
  return text.replace(tokens, (token) =>
    openings.some((opening) => token.startsWith(opening)) ? token.replace(/[^\r\n]/g, ' ') : token,
  )
}
function assigned(source, code, pattern) {
  return [...code.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1] ?? '').length
    return valueSpan(source.text, { start, end: start + (match[2] ?? '').length })
  })
}
