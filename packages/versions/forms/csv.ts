import { isMap } from 'yaml'
import { type Form, problem, type Source, type Span } from './form.ts'
import { documentsOf, scalarRange, scalarText } from './yaml.ts'

/**
 * The versions of an OLM ClusterServiceVersion. Key `version`: its own, in `spec.version` and behind the package in
 * `metadata.name` (`codeflare-operator.v1.2.0`). Key `replaces`: that of the CSV which it replaces. Its images are found by
 * the form `yaml-image`.
 *
 * Source: olm.operatorframework.io, "ClusterServiceVersion".
 */
export const csv: Form = {
  name: 'csv',
  matches: 'many',
  spelling: 'kept',
  keyNames: 'version of the CSV',
  find(source, key) {
    if (key !== 'version' && key !== 'replaces') {
      throw problem(source, 0, `“${key}” is neither “version” nor “replaces”.`, 'Correct the key in the manifest.')
    }
    return documentsOf(source).flatMap(({ contents }) => {
      if (!isMap(contents) || scalarText(contents, 'kind') !== 'ClusterServiceVersion') return []
      const at = (...path: string[]) => scalarRange(source, contents.getIn(path, true))
      if (key === 'replaces') return behindPackage(source, at('spec', 'replaces'))
      const version = at('spec', 'version')
      const own = version === null ? [] : [{ start: version.start, end: version.end, value: version.text }]
      return [...behindPackage(source, at('metadata', 'name')), ...own].sort((a, b) => a.start - b.start)
    })
  },
}

/** What stands behind `PACKAGE.` in the name of a CSV. */
function behindPackage(source: Source, name: ReturnType<typeof scalarRange>): Span[] {
  if (name === null) return []
  const dot = name.text.indexOf('.')
  const advice = 'Write PACKAGE.vVERSION once.'
  if (dot < 1) throw problem(source, name.start, `“${name.text}” is no name of a CSV.`, advice)
  return [{ start: name.start + dot + 1, end: name.end, value: name.text.slice(dot + 1) }]
}
