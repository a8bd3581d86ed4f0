import { displayWidth, type Finding } from '../plan/index.ts'
import { type MarkdownTable, placeOf, type Source, suggestVersion } from '../versions/index.ts'
import { versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import { at, error } from './finding.ts'
import type { MatrixRow } from './rows.ts'
import { isPlaceholder } from './sources.ts'

/** What is wrong with the table itself: rows too many and too few, versions that are none, links that say something else. */
export function checkTable(
  source: Source,
  table: MarkdownTable,
  rows: readonly MatrixRow[],
  entries: readonly Entry[],
): Finding[] {
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

function checkAlignment(source: Source, table: MarkdownTable): Finding[] {
  const lines = source.text.slice(table.start, table.end).split(/\r?\n/)
  const [first, ...others] = lines.map((line) => barsOf(line.trim()))
  if (others.every((bars) => bars.join() === first?.join())) return []
  const widths = [...new Set(lines.map((line) => displayWidth(line.trim())))].sort((a, b) => a - b)
  const what =
    widths.length === 1 ? 'bars stand in different columns' : `lines are ${widths.join(', ')} characters long`
  const message = `The table's ${what}: its columns are not straight.`
  const advice = 'Run the action in mode “update”.'
  return [{ severity: 'warning', rule: 'misaligned-table', message, advice, ...placeOf(source, table.start) }]
}

/** In which columns of the screen the bars between cells stand, and where the line ends. */
function barsOf(line: string): number[] {
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => displayWidth(line.slice(0, index)))
  return [...bars, displayWidth(line)]
}

function checkRow(file: string, row: MatrixRow, rows: readonly MatrixRow[]): Finding[] {
  if (row.entry === null) return row.versions.length === 0 ? [] : [removedComponent(file, row, 'error')]
  const first = rows.find(({ entry }) => entry === row.entry)
  if (first === row || first === undefined) return []
  const message = `${row.entry.name} has a row on line ${first.line} already.`
  return [error('duplicate-component', message, 'Remove one of the two rows.', { file, ...at(row) })]
}

/** A row that has no place in the matrix. */
export function removedComponent(file: string, row: MatrixRow, severity: Finding['severity']): Finding {
  return {
    severity,
    rule: 'removed-component',
    message: `The matrix lists “${row.name}”, which is not part of the train.`,
    advice: 'Its row goes with the next update; to keep it, name the project under “external:” in the manifest.',
    file,
    ...at(row),
  }
}

function checkCells(file: string, row: MatrixRow): Finding[] {
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
  return versions.flatMap((shown): Finding[] => {
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
