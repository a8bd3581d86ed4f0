import { problem } from './form.js'
import { kindOf } from './kind.js'
import { markdownBlocks } from './markdown.js'
/**
 * The version in the row whose first cell is the key: plain, or as a link whose address names the version too. It is
 * looked for in the column “Version”, or in the only other column.
 */
export const markdownTable = {
  matches: 'many',
  spelling: 'kept',
  keyNames: 'row',
  find(source, key) {
    const found = markdownBlocks(source).flatMap((block) =>
      block.kind === 'table'
        ? rowsOf(block.table, key).map((row) => ({ row, column: versionColumn(block.table) }))
        : [],
    )
    const second = found[1]?.row[0]
    if (second !== undefined) {
      throw problem(source, second.start, `a second row is called “${key}”.`, 'Keep one of them.')
    }
    return found.flatMap(({ row, column }) => {
      const cell = row[column]
      return cell === undefined ? [] : cellSpans(source, cell, key)
    })
  },
}
const rowsOf = ({ rows }, key) => rows.filter(([first]) => first?.text === key)
/** Which column of a table holds versions: the one that says so, else the second. */
export function versionColumn({ head }) {
  const named = head.findIndex(({ text }, index) => index > 0 && /^versions?$/i.test(text))
  return named === -1 ? 1 : named
}
function cellSpans(source, cell, key) {
  if (cell.links.length === 0) {
    return cell.text === ''
      ? []
      : [{ start: cell.start, end: cell.end, value: source.text.slice(cell.start, cell.end) }]
  }
  const links = cell.links.filter(({ text }) => kindOf(text) !== null)
  const [first] = links
  const other = links.find(({ text }) => text !== first?.text)
  if (first !== undefined && other !== undefined) {
    throw problem(
      source,
      other.textAt?.start ?? cell.start,
      `the row “${key}” names two versions, “${first.text}” and “${other.text}”.`,
      'Give each its own row.',
    )
  }
  return links.flatMap(linkSpans)
}
/** The version in a link's text, and at the end of its address where it names the same one. */
function linkSpans({ text, url, textAt, urlAt }) {
  if (textAt === null) return []
  const spans = [{ ...textAt, value: text }]
  const segment = urlAt === null ? null : /(?<=[/=])[^/=?#]+(?=\/?$)/.exec(url)
  if (urlAt !== null && segment !== null && segment[0] === text) {
    const start = urlAt.start + segment.index
    spans.push({ start, end: start + text.length, value: text })
  }
  return spans
}
