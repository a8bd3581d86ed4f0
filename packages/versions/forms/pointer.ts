import { isCollection, isScalar } from 'yaml'
import { type Form, problem, type Source, type Span } from './form.ts'
import { operatorLength } from './requirement.ts'
import { valueSpan } from './value.ts'
import { documentsOf, scalarRange } from './yaml.ts'

/**
 * A string in a JSON file, named by a JSON Pointer (RFC 6901): `/version`, `/dependencies/left-pad`, `/images/0`. An
 * operator in front of a version (`^1.2.3`, `~1.2.3`) stays.
 */
export const json: Form = {
  name: 'json',
  matches: 'once',
  spelling: 'bare',
  keyNames: 'JSON Pointer',
  find: pointed,
}

/** The same in a YAML file: `/spec/version`, `/metadata/labels/app.kubernetes.io~1version`. */
export const yaml: Form = { ...json, name: 'yaml', spelling: 'kept' }

/** The scalar that a JSON Pointer names, in each document that has it. @throws UserError for what is no pointer. */
export function pointed(source: Source, key: string): Span[] {
  if (!key.startsWith('/')) {
    throw problem(source, 0, `“${key}” is no JSON Pointer.`, `Write it with slashes from the root: “/${key}”.`)
  }
  const path = key
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  // JSON is YAML (YAML 1.2.2, 1.1), and this reader says where each value is written.
  return documentsOf(source).flatMap((document) => {
    let node: unknown = document.contents
    for (const part of path) node = isCollection(node) ? node.get(part, true) : undefined
    const range = isScalar(node) ? scalarRange(source, node) : null
    if (range === null || range.kind === 'block') return []
    const start = range.start + operatorLength(range.text)
    return [valueSpan(source.text, { start, end: range.end })]
  })
}
