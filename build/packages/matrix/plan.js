import { UserError } from '../plan/index.js'
import { findMember } from '../train/index.js'
import { readSource } from '../versions/index.js'
import { auditMatrix, shownVersions } from './audit.js'
import { checkSources } from './check-sources.js'
import { removedComponent } from './check-table.js'
import { checkDirection, checkTags } from './check-tags.js'
import { chooseVersions } from './choose.js'
import { matrixEntries } from './entries.js'
import { renderTable } from './render.js'
import { knownRepository } from './repository.js'
import { rewriteTable } from './rewrite.js'
import { readRows } from './rows.js'
import { requireSection } from './section.js'
import { readSources } from './sources.js'
import { newlineOf, notesChange, replaceTable } from './splice.js'
import { toldVersions } from './told.js'
/**
 * Reads the matrix, decides each version, checks it, and plans the file's change: the table and nothing else. In mode
 * `check` nothing is written, and errors refuse.
 *
 * @throws UserError for inputs, markers and cells that leave no way on.
 */
export async function planMatrix(request) {
  const { workspace, train, file, section: name, repository, tagExists } = request
  const entries = matrixEntries(train)
  const told = toldVersions(train, request.versions, 'versions')
  const downgrades = new Set(request.downgrades.map((given) => findMember(train, given, 'Input “downgrades”').id))
  const source = await readSource(workspace, file)
  const section = requireSection(source, name)
  const rows = section.table === null ? [] : readRows(source, section.table, entries)
  const written = request.sources ? knownRepository(train, repository).versions : []
  const { readings, findings: unreadable } = await readSources(workspace, written)
  if (request.mode === 'check') {
    const audit = await auditMatrix({ ...request, source, name, section, rows, entries, told, readings })
    const findings = [...unreadable, ...audit]
    return {
      changes: [],
      findings,
      refusal: refusalOf(file, findings),
      markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
      versions: tagsOf(shownVersions(rows)),
      lines: [],
    }
  }
  const chosen = chooseVersions(entries, told, readings, rows)
  const rewritten = rewriteTable(source, section.table, rows, entries, chosen, request.server)
  const markdown = renderTable(rewritten.table, newlineOf(source))
  const lines = linesOf(entries, rows, chosen)
  const blocking = [
    ...checkDirection(file, rows, chosen, downgrades),
    ...(tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists)),
  ]
  const changes = [
    await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)),
    request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown),
  ]
  return {
    changes: changes.filter((change) => change !== null),
    findings: [
      ...blocking,
      ...unknownVersions(file, entries, rows, chosen),
      ...unreadable,
      ...checkSources(file, rows, chosen, entries, readings, 'source'),
      ...rewritten.removed.map((row) => removedComponent(file, row, 'warning')),
    ],
    refusal: refusalOf(file, blocking),
    markdown,
    versions: tagsOf(chosen),
    lines,
  }
}
function tagsOf(versions) {
  return Object.fromEntries([...versions].map(([id, { tag }]) => [id, tag]))
}
/** Members whose row cannot be written, because nobody says which version belongs to the release. */
function unknownVersions(file, entries, rows, chosen) {
  return entries
    .filter(({ of, name }) => !chosen.has(of.id) && name === of.name)
    .map((entry) => {
      const row = rows.find((one) => one.entry === entry)
      return {
        severity: 'error',
        rule: row === undefined ? 'missing-component' : 'not-a-version',
        message: `Nobody says which version of ${entry.name} belongs to this release; its row ${row === undefined ? 'is missing' : 'stays as it is'}.`,
        advice: `Give it in the input “versions” (“${entry.of.id}=v1.2.3”), or name a file that says it under “versions:” in the manifest.`,
        file,
        ...(row !== undefined && { line: row.line, column: row.column }),
      }
    })
}
function refusalOf(file, findings) {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return null
  const { line, column } = first
  return new UserError(`${first.message}${errors.length === 1 ? '' : ` And ${errors.length - 1} more.`}`, {
    file: first.file ?? file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    advice: first.advice,
  })
}
function linesOf(entries, rows, chosen) {
  return entries.flatMap((entry) => {
    const next = chosen.get(entry.of.id)
    const row = rows.find((one) => one.entry === entry)
    if (next === undefined) return []
    const before = row?.versions[0]?.text ?? null
    return [{ name: row?.name ?? entry.name, before, after: next.tag, because: next.because }]
  })
}
function reasonFor(lines, { removed }) {
  const moved = lines.filter(({ before, after }) => before !== after).map(({ name, after }) => `${name} ${after}`)
  const gone = removed.map(({ name }) => `without ${name}`)
  return [...moved, ...gone].join(', ') || 'the table in straight columns, with links'
}
