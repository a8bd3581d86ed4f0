import { UserError } from '../plan/index.js'
import { kindOf, versionColumn } from '../versions/index.js'
import { cellText } from './render.js'
/**
 * The table with the chosen versions: rows keep their order, their names and their other cells; an entry without a row
 * gets one; a row whose component is not in the manifest any more goes; a member of which nobody knows the version stays
 * as it is.
 *
 * @param server `https://github.com`
 * @throws UserError for two rows about one entry, and for a cell in which the version cannot be told from the rest.
 */
export function rewriteTable(source, table, rows, entries, chosen, server) {
  const head = table?.head.map(({ start, end }) => source.text.slice(start, end)) ?? ['Component', 'Version']
  const column = table === null ? 1 : versionColumn(table)
  refuseDoubles(source.file, rows)
  const removed = rows.filter(
    ({ entry, versions }) => entry === null && versions.some(({ text }) => kindOf(text) !== null),
  )
  const written = rows
    .filter((row) => !removed.includes(row))
    .map(({ entry, ...row }) => ({
      entry,
      cells: entry === null || !chosen.has(entry.of.id) ? row.cells : rewriteRow({ entry, ...row }, entry),
    }))
  for (const entry of entries) {
    if (!chosen.has(entry.of.id) || written.some((row) => row.entry === entry)) continue
    const cells = head.map((_title, index) =>
      index === 0 ? cellText(entry.name) : index === column ? linkTo(entry) : '',
    )
    written.splice(positionOf(entry, written, entries), 0, { entry, cells })
  }
  return { table: { head, align: table?.align ?? [], rows: written.map(({ cells }) => cells) }, removed }
  function linkTo(entry) {
    const tag = chosen.get(entry.of.id)?.tag ?? ''
    return `[${cellText(tag)}](${server}/${entry.of.repository}/releases/tag/${encodeURIComponent(tag).replaceAll('%2F', '/')})`
  }
  function rewriteRow(row, entry) {
    return head.map((_title, index) => {
      const cell = row.cells[index] ?? ''
      if (index !== column) return cell
      const shown = versionToReplace(source.file, row, entry)
      return shown === null ? linkTo(entry) : cell.slice(0, shown.from) + linkTo(entry) + cell.slice(shown.to)
    })
  }
}
/** The part of a cell that names the entry's version; null for an empty cell. */
function versionToReplace(file, { versions, name, cells, line, column }, entry) {
  const [only, second] = versions
  if (only === undefined && cells.every((cell, index) => index === 0 || cell === '')) return null
  const own = versions.filter(({ link }) => link?.repository === entry.of.repository)
  const found = second === undefined ? only : own.length === 1 ? own[0] : undefined
  if (found !== undefined && kindOf(found.text) !== null) return found
  const seen = versions.map(({ text }) => `“${text}”`).join(' and ') || 'no version'
  throw new UserError(`${file}:${line}:${column}: the cell of “${name}” holds ${seen}; one version was expected.`, {
    file,
    line,
    column,
    advice: `Write one version there, or one that links a release of ${entry.of.repository}.`,
  })
}
/** Under what it belongs to; else behind the nearest entry of the manifest that comes before it. */
function positionOf(entry, rows, entries) {
  const before = entries.slice(0, entries.indexOf(entry))
  const anchors =
    entry.under === null ? before : before.filter(({ name, under }) => name === entry.under || under === entry.under)
  for (const anchor of anchors.reverse()) {
    const index = rows.findIndex((row) => row.entry === anchor)
    if (index !== -1) return index + 1
  }
  return entry.under === null ? 0 : rows.length
}
function refuseDoubles(file, rows) {
  const seen = new Map()
  for (const row of rows) {
    if (row.entry === null) continue
    const first = seen.get(row.entry)
    if (first !== undefined) {
      const { line, column } = row
      throw new UserError(`${file}:${line}:${column}: ${row.entry.name} has a row on line ${first.line} already.`, {
        file,
        line,
        column,
        advice: 'Remove one of the two rows.',
      })
    }
    seen.set(row.entry, row)
  }
}
