import {
  type Cell,
  type CellLink,
  kindOf,
  type MarkdownTable,
  placeOf,
  type Source,
  versionColumn,
} from '../versions/index.ts'
import { type Entry, sameName } from './entries.ts'

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

/** A row as it stands in the file. */
export interface MatrixRow {
  readonly name: string
  /** The entry that it is about; null for something that the manifest does not know. */
  readonly entry: Entry | null
  /** As written, without the blanks around. */
  readonly cells: readonly string[]
  readonly versions: readonly ShownVersion[]
  readonly line: number
  readonly column: number
}

/** The rows of a table, each with the entry that it is about: by name or id, else by the repository that it links. */
export function readRows(source: Source, table: MarkdownTable, entries: readonly Entry[]): MatrixRow[] {
  const column = versionColumn(table)
  return table.rows.map((cells) => {
    const name = cells[0]?.text ?? ''
    const cell = cells[column]
    const versions = cell === undefined ? [] : shownVersions(source, cell)
    const { line, column: at } = placeOf(source, cell?.start ?? cells[0]?.start ?? table.start)
    return {
      name,
      entry: entryOf(name, versions, entries),
      cells: cells.map(({ start, end }) => source.text.slice(start, end)),
      versions,
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

function shownVersions(source: Source, cell: Cell): ShownVersion[] {
  const shown = (
    text: string,
    link: ReleaseLink | null,
    { start, end }: { start: number; end: number },
  ): ShownVersion => {
    const { line, column } = placeOf(source, start)
    return { text, link, from: start - cell.start, to: end - cell.start, line, column }
  }
  if (cell.links.length === 0) return cell.text === '' ? [] : [shown(cell.text, null, cell)]
  return cell.links.filter(({ text }) => kindOf(text) !== null).map((link) => shown(link.text, releaseLink(link), link))
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
