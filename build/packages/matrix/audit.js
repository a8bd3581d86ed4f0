import { checkSources } from './check-sources.js'
import { checkTable } from './check-table.js'
import { checkLinks } from './check-tags.js'
import { versionShown } from './choose.js'
/** Everything that is wrong with a matrix as it stands, each on the line that lies. */
export async function auditMatrix(request) {
  const { source, name, section, rows, entries, told, readings, repository, tagExists } = request
  const { file } = source
  if (section.table === null) {
    const advice = 'Run the action in mode “update”.'
    return [{ severity: 'error', rule: 'table-missing', message: `“${name}” in ${file} holds no table.`, advice, file }]
  }
  return [
    ...checkTable(source, section.table, rows, entries),
    ...checkSources(file, rows, shownVersions(rows), entries, readings, 'row'),
    ...checkTold(file, rows, told),
    ...(tagExists === null ? [] : await checkLinks(file, rows, repository, tagExists)),
  ]
}
/** The versions that a matrix shows, by member's id. */
export function shownVersions(rows) {
  const shown = new Map()
  for (const { entry, versions, line } of rows) {
    const text = versions[0]?.text
    const version = entry === null || text === undefined ? null : versionShown(text, entry.template)
    if (entry !== null && text !== undefined && version !== null && !shown.has(entry.of.id)) {
      shown.set(entry.of.id, { tag: text, version, because: `line ${line}` })
    }
  }
  return shown
}
/** Rows that say another version than the input, or than another row of the same member (the SDK and its notebook). */
function checkTold(file, rows, told) {
  const first = shownVersions(rows)
  return rows.flatMap(({ entry, versions, name, line, column }) => {
    const [shown] = versions
    const version = entry === null || shown === undefined ? null : versionShown(shown.text, entry.template)
    if (entry === null || shown === undefined || version === null) return []
    const input = told.get(entry.of.id)
    const expected = input?.version ?? first.get(entry.of.id)?.version
    if (expected === undefined || expected === version) return []
    const says = input === undefined ? (first.get(entry.of.id)?.because ?? '') : 'the input “versions”'
    const message = `The matrix says ${name} ${shown.text}; ${says} says ${expected}.`
    const advice = 'Run the action in mode “update”.'
    return [{ severity: 'error', rule: 'version-differs', message, advice, file, line, column }]
  })
}
