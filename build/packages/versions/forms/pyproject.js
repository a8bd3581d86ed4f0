import { problem, quoted } from './form.js'
import { tomlStrings } from './toml.js'
/**
 * `version` in `[project]` and `[tool.poetry]` for the key `version` (both where both are written); for any other key the
 * dependency of that name, in PEP 621's lists and in poetry's tables. An operator in front (`^`, `==`) stays.
 *
 * Source: packaging.python.org, "pyproject.toml specification"; python-poetry.org, "Dependency specification".
 */
export const pyproject = {
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
      const range = requirementIn(found, normalized(key))
      return range === null ? [] : [pinned(source, range, key)]
    })
  },
}
/** Where a string says which versions of a dependency are wanted; null when it is about something else. */
function requirementIn({ path, text, start, end }, name) {
  const keys = path.filter((part) => typeof part === 'string')
  if (isPoetryTable(keys)) {
    const named = normalized(keys[keys.indexOf('dependencies') + 1] ?? '') === name
    const [field] = keys.slice(keys.indexOf('dependencies') + 2)
    return named && (field === undefined || field === 'version') ? { start, end } : null
  }
  const listed =
    (keys[0] === 'project' && ['dependencies', 'optional-dependencies'].includes(keys[1] ?? '')) ||
    keys[0] === 'dependency-groups'
  // PEP 508: name, extras, versions (in parentheses or not), and conditions behind a semicolon.
  const match =
    listed && text.length < 1000
      ? /^(\s*([A-Za-z0-9._-]+)\s*(?:\[[^\]]*\])?\s*\(?\s*)([^;@()]*?)\s*(?:[;)].*)?$/.exec(text)
      : null
  if (match === null || normalized(match[2] ?? '') !== name) return null
  const from = start + (match[1] ?? '').length
  return { start: from, end: from + (match[3] ?? '').length }
}
function isPoetryTable(keys) {
  const [tool, poetry, third, , fifth] = keys
  if (tool !== 'tool' || poetry !== 'poetry') return false
  return third === 'dependencies' || third === 'dev-dependencies' || (third === 'group' && fifth === 'dependencies')
}
/** The one version of a requirement, behind its operator. @throws UserError for a range or for no version. */
function pinned(source, { start, end }, key) {
  const text = source.text.slice(start, end)
  const match = /^(\s*(?:===?|~=|>=|<=|\^|~|>|<|=)?\s*)([^\s,<>=~^!*]+)\s*$/.exec(text)
  if (match === null) {
    throw problem(
      source,
      start,
      `${key} is wanted as ${quoted(text)}, which is not one version.`,
      'Pin one version (“==1.2.3”, “^1.2.3”), or leave this place out of the manifest.',
    )
  }
  const from = start + (match[1] ?? '').length
  const value = match[2] ?? ''
  return { start: from, end: from + value.length, value }
}
/** PEP 503: names are equal when they differ only in case and in `-`, `_` and `.`. */
const normalized = (name) => name.toLowerCase().replace(/[-_.]+/g, '-')
