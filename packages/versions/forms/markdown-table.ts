import { type Form, problem, type Source, type Span } from './form.ts'
import { kindOf } from './kind.ts'
import { type Cell, type CellLink, markdownBlocks, type MarkdownTable } from './markdown.ts'
import { versionColumn } from './version-column.ts'

/**
 * The version in the row whose first cell is the key: plain, or as a link whose address names the version too. It is
 * looked for in the column “Version”, or in the only other column.
 */
export const markdownTable: Form = {
  name: 'markdown-table',
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

const rowsOf = ({ rows }: MarkdownTable, key: string) => rows.filter(([first]) => first?.text === key)

function cellSpans(source: Source, cell: Cell, key: string): Span[] {
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
  return links.flatMap((link) => linkSpans(source, link))
}

/** The version in a link's text, in the name that it thereby refers to, and at the end of its address. */
function linkSpans(source: Source, link: CellLink): Span[] {
  const { text, url, textAt, urlAt, labelAt } = link
  if (textAt === null) return []
  const spans: Span[] = [{ ...textAt, value: text }]
  if (labelAt === 'shared') {
    throw problem(
      source,
      link.start,
      `“[${text}]” refers to an address that other links use under this name, too.`,
      'Write the address in the row itself: “[v1.2.3](https://…)”.',
    )
  }
  if (labelAt !== null) spans.push({ ...labelAt, value: text })
  const segment = urlAt === null ? null : /(?<=[/=])[^/=?#]+(?=\/?$)/.exec(url)
  if (urlAt !== null && segment !== null && segment[0] === text) {
    const start = urlAt.start + segment.index
    spans.push({ start, end: start + text.length, value: text })
  }
  return spans
}
