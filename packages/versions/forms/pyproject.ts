import type { Form, Range } from './form.ts'
import { normalized, pinned, wantedIn } from './requirement.ts'
import { type TomlString, tomlStrings } from './toml.ts'

/**
 * `version` in `[project]` and `[tool.poetry]` for the key `version` (both where both are written); for any other key the
 * dependency of that name, in PEP 621's lists and in poetry's tables. An operator in front (`^`, `==`) stays.
 *
 * Source: packaging.python.org, "pyproject.toml specification"; python-poetry.org, "Dependency specification".
 */
export const pyproject: Form = {
  name: 'pyproject',
  matches: 'many',
  spelling: 'bare',
  keyNames: 'dependency (or “version”)',
  find(source, key) {
    const strings = tomlStrings(source)
    if (key === 'version') {
      return strings
        .filter(({ path }) => ['project.version', 'tool.poetry.version'].includes(path.join('.')))
        .map((found) => ({ start: found.start, end: found.end, value: found.text }))
    }
    return strings.flatMap((found) => {
      const range = requirementIn(found, key)
      return range === null ? [] : [pinned(source, range, key)]
    })
  },
}

/** Where a string says which version of a dependency is wanted; null when it is about something else. */
function requirementIn({ path, text, start, end }: TomlString, name: string): Range | null {
  const keys = path.filter((part) => typeof part === 'string')
  if (isPoetryTable(keys)) {
    const [named = '', field] = keys.slice(keys.indexOf('dependencies') + 1)
    return normalized(named) === normalized(name) && isVersionField(field) ? { start, end } : null
  }
  const listed =
    (keys[0] === 'project' && ['dependencies', 'optional-dependencies'].includes(keys[1] ?? '')) ||
    keys[0] === 'dependency-groups'
  return listed ? wantedIn(text, start, name) : null
}

/** A dependency is its version alone, or a table that has one, or the tag or commit of a repository. */
export const isVersionField = (field: string | undefined): boolean =>
  field === undefined || ['version', 'tag', 'rev', 'ref'].includes(field)

function isPoetryTable(keys: readonly string[]): boolean {
  const [tool, poetry, third, , fifth] = keys
  if (tool !== 'tool' || poetry !== 'poetry') return false
  return third === 'dependencies' || third === 'dev-dependencies' || (third === 'group' && fifth === 'dependencies')
}
