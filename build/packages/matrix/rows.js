import { kindOf, placeOf, versionColumn } from '../versions/index.js'
import { sameName } from './entries.js'
/** The rows of a table, each with the entry that it is about: by name or id, else by the repository that it links. */
export function readRows(source, table, entries) {
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
function entryOf(name, versions, entries) {
  const named = entries.find(
    (entry) => sameName(entry.name, name) || (entry.name === entry.of.name && sameName(entry.of.id, name)),
  )
  if (named !== undefined) return named
  const linked = versions[0]?.link?.repository
  return entries.find(({ of, name: own }) => own === of.name && of.repository === linked) ?? null
}
function shownVersions(source, cell) {
  const shown = (text, link, { start, end }) => {
    const { line, column } = placeOf(source, start)
    return { text, link, from: start - cell.start, to: end - cell.start, line, column }
  }
  if (cell.links.length === 0) return cell.text === '' ? [] : [shown(cell.text, null, cell)]
  return cell.links.filter(({ text }) => kindOf(text) !== null).map((link) => shown(link.text, releaseLink(link), link))
}
/** `https://github.com/OWNER/NAME/releases/tag/TAG`, also `/tree/TAG`. */
function releaseLink({ url }) {
  const [, repository, tag] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:releases\/tag|tree)\/([^?#]+)/.exec(url) ?? []
  if (repository === undefined || tag === undefined) return null
  return { url, repository, tag: decoded(tag) }
}
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
