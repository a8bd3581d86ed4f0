import { isCollection, isScalar } from 'yaml'
import { problem } from './form.js'
import { valueSpan } from './value.js'
import { documentsOf, scalarRange } from './yaml.js'
/**
 * A string in a JSON file, named by a JSON Pointer (RFC 6901): `/version`, `/dependencies/left-pad`, `/images/0`. An
 * operator in front of a version (`^1.2.3`, `~1.2.3`) stays.
 */
export const json = {
  matches: 'once',
  spelling: 'bare',
  keyNames: 'JSON Pointer',
  find(source, key) {
    if (!key.startsWith('/')) {
      throw problem(source, 0, `“${key}” is no JSON Pointer.`, `Write it with slashes from the root: “/${key}”.`)
    }
    const path = key
      .slice(1)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    // JSON is YAML (YAML 1.2.2, 1.1), and this reader says where each value is written.
    return documentsOf(source).flatMap((document) => {
      let node = document.contents
      for (const part of path) node = isCollection(node) ? node.get(part, true) : undefined
      const range = isScalar(node) && typeof node.value === 'string' ? scalarRange(source, node) : null
      if (range === null) return []
      const operator = /^(?:[~^]|[<>]?=)\s*/.exec(range.text)?.[0].length ?? 0
      return [valueSpan(source.text, { start: range.start + operator, end: range.end })]
    })
  },
}
