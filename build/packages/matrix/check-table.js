import { displayWidth } from '../plan/index.js'
import { placeOf, suggestVersion } from '../versions/index.js'
import { versionShown } from './choose.js'
import { at, error } from './finding.js'
import { isPlaceholder } from './sources.js'
/** What is wrong with the table itself: rows too many and too few, versions that are none, links that say something else. */
export function checkTable(source, table, rows, entries) {
  const missing = entries.filter((entry) => rows.every((row) => row.entry !== entry))
  const place = placeOf(source, table.start)
  return [
    ...checkAlignment(source, table),
    ...missing.map(({ name }) =>
      error('missing-component', `${name} has no row in the matrix.`, 'Run the action in mode “update”.', place),
    ),
    ...rows.flatMap((row) => [...checkRow(source.file, row, rows), ...checkCells(source.file, row)]),
  ]
}
function checkAlignment(source, table) {
  const lines = source.text.slice(table.start, table.end).split(/\r?\n/)
  const widths = [...new Set(lines.map((line) => displayWidth(line.trim())))].sort((a, b) => a - b)
  if (widths.length < 2) return []
  const message = `The table's lines are ${widths.join(', ')} characters long: its columns are not straight.`
  const advice = 'Run the action in mode “update”.'
  return [{ severity: 'warning', rule: 'misaligned-table', message, advice, ...placeOf(source, table.start) }]
}
function checkRow(file, row, rows) {
  if (row.entry === null) return row.versions.length === 0 ? [] : [removedComponent(file, row, 'error')]
  const first = rows.find(({ entry }) => entry === row.entry)
  if (first === row || first === undefined) return []
  const message = `${row.entry.name} has a row on line ${first.line} already.`
  return [error('duplicate-component', message, 'Remove one of the two rows.', { file, ...at(row) })]
}
/** A row that has no place in the matrix. */
export function removedComponent(file, row, severity) {
  return {
    severity,
    rule: 'removed-component',
    message: `The matrix lists “${row.name}”, which is not part of the train.`,
    advice: 'Its row goes with the next update; to keep it, name the project under “external:” in the manifest.',
    file,
    ...at(row),
  }
}
function checkCells(file, row) {
  const { entry, versions, name } = row
  if (entry === null) return []
  if (versions.length === 0) {
    return [
      error('not-a-version', `The matrix names no version of ${name}.`, 'Run the action in mode “update”.', {
        file,
        ...at(row),
      }),
    ]
  }
  return versions.flatMap((shown) => {
    const place = { file, ...at(shown) }
    const version = versionShown(shown.text, entry.template)
    if (version === null) {
      const right = suggestVersion(shown.text)
      const advice = right === null ? 'Run the action in mode “update” with the released version.' : `Write “${right}”.`
      return [error('not-a-version', `“${shown.text}” of ${name} is no version.`, advice, place)]
    }
    if (isPlaceholder(version)) {
      const message = `“${shown.text}” of ${name} stands for “not released yet”.`
      return [
        error('placeholder-version', message, 'Run the action in mode “update” with the released version.', place),
      ]
    }
    const linked = shown.link?.tag
    if (linked === undefined || versionShown(linked, entry.template) === version || linked === shown.text) return []
    const message = `The row of ${name} says ${shown.text} and links ${linked}.`
    return [error('link-differs', message, 'Run the action in mode “update”.', place)]
  })
}
