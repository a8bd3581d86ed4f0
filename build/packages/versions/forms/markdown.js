import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { refuseLarge } from './form.js'
/**
 * The blocks of a Markdown file in order, each with its place in the text (GitHub Flavored Markdown 0.29).
 *
 * @throws UserError for more than 1 MiB.
 */
export function markdownBlocks(source) {
  const known = parsed.get(source) ?? parse(source)
  parsed.set(source, known)
  return known
}
/** A matrix is asked for each of its rows: parsed anew each time, a train of 200 components took four times as long. */
const parsed = new WeakMap()
function parse(source) {
  refuseLarge(source, 1, 'Markdown')
  // The parser takes a byte order mark away and counts without it.
  const mark = source.text.startsWith('\uFEFF') ? 1 : 0
  const root = fromMarkdown(source.text.slice(mark), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const reader = new Reader(source.text, mark, definitionsOf(root))
  return root.children.map((node) => {
    const range = reader.rangeOf(node)
    if (node.type === 'table') return { kind: 'table', table: reader.table(node), ...range }
    if (node.type === 'heading') return { kind: 'heading', text: textOf(node), depth: node.depth, ...range }
    if (node.type === 'html') return { kind: 'html', text: node.value, ...range }
    return { kind: 'other', ...range }
  })
}
class Reader {
  #text
  #shift
  #definitions
  constructor(text, shift, definitions) {
    this.#text = text
    this.#shift = shift
    this.#definitions = definitions
  }
  rangeOf(node) {
    const { start, end } = node.position ?? {}
    return { start: (start?.offset ?? 0) + this.#shift, end: (end?.offset ?? 0) + this.#shift }
  }
  table(node) {
    const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => this.#cell(cell)))
    return { ...this.rangeOf(node), align: node.align ?? [], head, rows }
  }
  #cell(node) {
    const [first, last] = [node.children[0], node.children.at(-1)]
    const { start: cellStart, end: cellEnd } = this.rangeOf(node)
    const range =
      first === undefined || last === undefined
        ? this.#trimmed(cellStart, cellEnd)
        : { start: this.rangeOf(first).start, end: this.rangeOf(last).end }
    return { ...range, text: textOf(node).trim(), links: this.#links(node) }
  }
  /** An empty cell: what stands between the bars is blank. */
  #trimmed(start, end) {
    const at = this.#text[start] === '|' ? Math.min(start + 1, end) : start
    return { start: at, end: at }
  }
  #links(node) {
    if (node.type === 'link') return [this.#link(node, node.url, node)]
    if (node.type === 'linkReference') {
      const definition = this.#definitions.get(node.identifier)
      return definition === undefined ? [] : [this.#link(node, definition.url, definition)]
    }
    return 'children' in node ? node.children.flatMap((child) => this.#links(child)) : []
  }
  #link(node, url, addressed) {
    const text = textOf(node)
    const { start, end } = this.rangeOf(node)
    const textStart = this.#text.indexOf(text, start)
    const home = this.rangeOf(addressed)
    const urlStart = this.#text.lastIndexOf(url, home.end)
    return {
      start,
      end,
      text,
      url,
      textAt:
        text !== '' && textStart !== -1 && textStart < end ? { start: textStart, end: textStart + text.length } : null,
      urlAt: url !== '' && urlStart >= home.start ? { start: urlStart, end: urlStart + url.length } : null,
    }
  }
}
function definitionsOf(root) {
  const found = new Map()
  const walk = (node) => {
    // The first definition of a name counts (CommonMark 0.31, 4.7).
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(root)
  return found
}
function textOf(node) {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
