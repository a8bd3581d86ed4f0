import {
  type Cell,
  type CellLink,
  kindOf,
  literally,
  type MarkdownTable,
  placeOf,
  type Source,
  versionColumn,
} from '../versions/index.ts'
import { type Entry, sameName } from './entries.ts'
import { cellText } from './render.ts'

/** Offsets in the file. */
interface Range {
  readonly start: number
  readonly end: number
}

/** A version as a matrix shows it. */
export interface ShownVersion {
  readonly text: string
  readonly link: ReleaseLink | null
  /** Which part of its cell's text it is: all of it, or a link in it. */
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
}

/** What a link to a release on a GitHub server points at. */
interface ReleaseLink {
  readonly url: string
  /** `OWNER/NAME` */
  readonly repository: string
  readonly tag: string
}

/** A number beside a version, in brackets and with its name; `from` to `to` is all of it. */
export interface ShownBeside {
  readonly as: string
  readonly text: string
  readonly url: string | null
  readonly from: number
  readonly to: number
}

/** A row as it stands in the file. */
export interface MatrixRow {
  readonly name: string
  /** The entry that it is about; null for something that the manifest does not know. */
  readonly entry: Entry | null
  /** As written, without the blanks around. */
  readonly cells: readonly string[]
  readonly versions: readonly ShownVersion[]
  /** Numbers that are shown beside the version: `v1.2.2 (Go API v1.2.1)`. */
  readonly beside: readonly ShownBeside[]
  readonly line: number
  readonly column: number
}

/**
 * The rows of a table, each with the entry that it is about: by name or id, else by the repository that it links.
 *
 * @param besides what numbers beside versions are called.
 */
export function readRows(
  source: Source,
  table: MarkdownTable,
  entries: readonly Entry[],
  besides: readonly string[],
): MatrixRow[] {
  const column = versionColumn(table)
  return table.rows.map((cells) => {
    const name = cells[0]?.text ?? ''
    const cell = cells[column]
    const beside = cell === undefined ? [] : shownBeside(source.text.slice(cell.start, cell.end), besides)
    const versions = cell === undefined ? [] : shownVersions(source, cell, beside)
    const { line, column: at } = placeOf(source, cell?.start ?? cells[0]?.start ?? table.start)
    return {
      name,
      entry: entryOf(name, versions, entries),
      cells: cells.map(({ start, end }) => source.text.slice(start, end)),
      versions,
      beside,
      line,
      column: at,
    }
  })
}

function entryOf(name: string, versions: readonly ShownVersion[], entries: readonly Entry[]): Entry | null {
  const named = entries.find(
    (entry) => sameName(entry.name, name) || (entry.name === entry.of.name && sameName(entry.of.id, name)),
  )
  if (named !== undefined) return named
  const linked = versions[0]?.link?.repository
  return entries.find(({ of, name: own }) => own === of.name && of.repository === linked) ?? null
}

/** ` (Go API v1.2.1)` and ` (Go API [v1.2.1](https://…))`. */
function shownBeside(cell: string, names: readonly string[]): ShownBeside[] {
  return [...new Set(names)].flatMap((as) => {
    const found = new RegExp(
      String.raw`\s*\(${literally(cellText(as))} (?:\[([^\]]*)\]\(([^)]*)\)|([^\s()[\]]+))\)`,
    ).exec(cell)
    const text = found?.[1] ?? found?.[3]
    if (found === null || text === undefined) return []
    return [{ as, text, url: found[2] ?? null, from: found.index, to: found.index + found[0].length }]
  })
}

function shownVersions(source: Source, cell: Cell, beside: readonly ShownBeside[]): ShownVersion[] {
  const shown = (text: string, link: ReleaseLink | null, { start, end }: Range): ShownVersion => {
    const { line, column } = placeOf(source, start)
    return { text, link, from: start - cell.start, to: end - cell.start, line, column }
  }
  const isBeside = ({ start }: Range) =>
    beside.some(({ from, to }) => start - cell.start >= from && start - cell.start < to)
  if (cell.links.every(isBeside)) {
    const [first] = beside
    const end = first === undefined ? cell.end : cell.start + first.from
    const text = first === undefined ? cell.text : source.text.slice(cell.start, end)
    return text === '' ? [] : [shown(text, null, { start: cell.start, end })]
  }
  return cell.links
    .filter((link) => kindOf(link.text) !== null && !isBeside(link))
    .map((link) => shown(link.text, releaseLink(link), link))
}

/** `https://github.com/OWNER/NAME/releases/tag/TAG`, also `/tree/TAG`. */
function releaseLink({ url }: CellLink): ReleaseLink | null {
  const [, repository, tag] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:releases\/tag|tree)\/([^?#]+)/.exec(url) ?? []
  if (repository === undefined || tag === undefined) return null
  return { url, repository, tag: decoded(tag) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
