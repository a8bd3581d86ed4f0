import { runInNewContext } from 'node:vm'
import { UserError } from '../../plan/index.js'
import { problem } from './form.js'
/** Long enough for any honest expression over any honest file, in milliseconds. */
const PATIENCE = 1000
/**
 * The one capture group of a regular expression (JavaScript, flags `mu`): the last resort for files that no other form
 * understands. An expression that runs away (`(a+)+$`) is stopped.
 */
export const regex = {
  matches: 'once',
  spelling: 'kept',
  keyNames: 'expression',
  find(source, key) {
    const groups = countGroups(key, source.file)
    if (groups !== 1) {
      throw new UserError(`${source.file}: the expression “${key}” has ${groups} capture groups; one was expected.`, {
        advice: 'Put round brackets around the version, and write other groups as “(?:…)”.',
      })
    }
    return [...matches(source, key).matchAll(/(\d+),(\d+)/g)].map((match) => {
      const [start, end] = [Number(match[1]), Number(match[2])]
      return { start, end, value: source.text.slice(start, end) }
    })
  },
}
function countGroups(key, file) {
  try {
    // An alternative that always matches shows the groups without looking at any text.
    return (new RegExp(`${key}|`, 'u').exec('')?.length ?? 1) - 1
  } catch (error) {
    throw new UserError(`${file}: “${key}” is no regular expression: ${error instanceof Error ? error.message : ''}`, {
      advice: 'Correct the key in the manifest.',
    })
  }
}
/** Start and end of each match's group, as `12,18;40,46`. */
function matches(source, key) {
  try {
    // The expression is somebody else's: it runs where a time limit can end it (the text is data, not code).
    return String(
      runInNewContext(
        `Array.from(text.matchAll(new RegExp(key, 'dgmu')), (match) => match.indices[1]).filter(Boolean).join(';')`,
        { text: source.text, key },
        { timeout: PATIENCE },
      ),
    )
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    ) {
      throw problem(
        source,
        0,
        `the expression “${key}” takes too long on this file.`,
        'Avoid nested repetition: “(a+)+”.',
      )
    }
    throw error
  }
}
