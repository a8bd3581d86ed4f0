import { UserError } from '../plan/index.ts'
import { kindOf, type MarkdownTable, type Source, versionColumn } from '../versions/index.ts'
import type { Entry } from './entries.ts'
import { cellText, type TableText } from './render.ts'
import type { MatrixRow, ShownVersion } from './rows.ts'
import { besideText, digestText, linked, type SupportedVersion } from './supported.ts'

/** A matrix as it shall be. */
export interface Rewritten {
  readonly table: TableText
  /** Rows about something that the manifest does not know: they are taken out. */
  readonly removed: readonly MatrixRow[]
}

interface Row {
  readonly entry: Entry | null
  readonly cells: readonly string[]
}

/**
 * The table with the supported versions: rows keep their order, their names and their other cells; an entry without a row
 * gets one; a row whose component is not in the manifest any more goes; a member of which nobody knows the version stays
 * as it is.
 *
 * @throws UserError for two rows about one entry, and for a cell in which the version cannot be told from the rest.
 */
export function rewriteTable(
  source: Source,
  table: MarkdownTable | null,
  rows: readonly MatrixRow[],
  entries: readonly Entry[],
  supported: ReadonlyMap<Entry, SupportedVersion>,
): Rewritten {
  const titles = table?.head.map(({ start, end }) => source.text.slice(start, end)) ?? ['Component', 'Version']
  const digests = [...supported.values()].some(({ images }) => images !== null)
  const head = digests && digestColumn(titles) === -1 ? [...titles, DIGEST_COLUMN] : titles
  const columns = { version: table === null ? 1 : versionColumn(table), digest: digests ? digestColumn(head) : -1 }
  refuseDoubles(source.file, rows)
  const removed = rows.filter(
    ({ entry, versions }) => entry === null && versions.some(({ text }) => kindOf(text) !== null),
  )
  const written: Row[] = rows
    .filter((row) => !removed.includes(row))
    .map((row) => {
      const version = row.entry === null ? undefined : supported.get(row.entry)
      const cells = head.map((_title, index) => row.cells[index] ?? '')
      if (row.entry === null || version === undefined) return { entry: row.entry, cells }
      cells[columns.version] = rewriteCell(source.file, row, row.entry, cells[columns.version] ?? '', version)
      if (columns.digest !== -1) cells[columns.digest] = digestText(version.images ?? [])
      return { entry: row.entry, cells }
    })
  for (const entry of entries) {
    const version = supported.get(entry)
    if (version === undefined || written.some((row) => row.entry === entry)) continue
    const cells = head.map(() => '')
    cells[0] = cellText(entry.name)
    cells[columns.version] = linked(version) + besideText(version)
    if (columns.digest !== -1) cells[columns.digest] = digestText(version.images ?? [])
    written.splice(positionOf(entry, written, entries), 0, { entry, cells })
  }
  return { table: { head, align: table?.align ?? [], rows: written.map(({ cells }) => cells) }, removed }
}

const DIGEST_COLUMN = 'Image digest'

/** Which column of a table holds image digests; -1 for none. */
export const digestColumn = (titles: readonly string[]): number =>
  titles.findIndex((title) => /^image digests?$/i.test(title.trim()))

/** A cell with another version in it, and with the numbers that belong beside that one. */
function rewriteCell(file: string, row: MatrixRow, entry: Entry, cell: string, version: SupportedVersion): string {
  const shown = versionToReplace(file, row, entry, cell)
  const whole = linked(version) + besideText(version)
  if (shown === null) return whole
  // From the last to the first, so that places before stay where they are.
  const edits = [{ ...shown, text: whole }, ...row.beside.map(({ from, to }) => ({ from, to, text: '' }))]
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), cell)
}

/** The part of a cell that names the entry's version; null for an empty cell. */
function versionToReplace(
  file: string,
  { versions, name, line, column }: MatrixRow,
  entry: Entry,
  cell: string,
): ShownVersion | null {
  const [only, second] = versions
  if (only === undefined && cell === '') return null
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
function positionOf(entry: Entry, rows: readonly Row[], entries: readonly Entry[]): number {
  const before = entries.slice(0, entries.indexOf(entry))
  const anchors =
    entry.under === null ? before : before.filter(({ name, under }) => name === entry.under || under === entry.under)
  for (const anchor of anchors.reverse()) {
    const index = rows.findIndex((row) => row.entry === anchor)
    if (index !== -1) return index + 1
  }
  return entry.under === null ? 0 : rows.length
}

function refuseDoubles(file: string, rows: readonly MatrixRow[]): void {
  const seen = new Map<Entry, MatrixRow>()
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
