import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type Range, refuseLarge, type Source } from './form.ts'

type Root = ReturnType<typeof fromMarkdown>
type Content = Root['children'][number]
type Nodes = Root | Content
type Named<T extends Content['type']> = Extract<Content, { type: T }>

/** A link in a table's cell: its text and its address, and where it and both are written. */
export interface CellLink extends Range {
  readonly text: string
  readonly url: string
  /** Null where the text is not written letter by letter. */
  readonly textAt: Range | null
  /** In the cell, or in the definition that the link refers to; null where it is not written letter by letter. */
  readonly urlAt: Range | null
  /** Where the text is also the name of the definition below that has the address; `shared` with other links. */
  readonly labelAt: Range | 'shared' | null
}

/** A cell of a table; its range is what is written between the bars, without the blanks around it. */
export interface Cell extends Range {
  /** As a reader sees it. */
  readonly text: string
  readonly links: readonly CellLink[]
}

/** A table of GitHub Flavored Markdown, first bar to last. */
export interface MarkdownTable extends Range {
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What stands at the top level of a Markdown file, as far as tables are looked for in it. */
export type MarkdownBlock =
  | ({ readonly kind: 'table'; readonly table: MarkdownTable } & Range)
  | ({ readonly kind: 'heading'; readonly text: string; readonly depth: number } & Range)
  | ({ readonly kind: 'html'; readonly text: string } & Range)
  | ({ readonly kind: 'other' } & Range)

/**
 * The blocks of a Markdown file in order, each with its place in the text (GitHub Flavored Markdown 0.29).
 *
 * @throws UserError for more than 1 MiB.
 */
export function markdownBlocks(source: Source): readonly MarkdownBlock[] {
  const known = parsed.get(source) ?? parse(source)
  parsed.set(source, known)
  return known
}

/** A matrix is asked for each of its rows: parsed anew each time, a train of 200 components took four times as long. */
const parsed = new WeakMap<Source, readonly MarkdownBlock[]>()

function parse(source: Source): MarkdownBlock[] {
  refuseLarge(source, 1, 'Markdown')
  // The parser takes a byte order mark away and counts without it.
  const mark = source.text.startsWith('\uFEFF') ? 1 : 0
  const root = fromMarkdown(source.text.slice(mark), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const reader = new Reader(source.text, mark, ...referencesOf(root))
  return root.children.map((node): MarkdownBlock => {
    const range = reader.rangeOf(node)
    if (node.type === 'table') return { kind: 'table', table: reader.table(node), ...range }
    if (node.type === 'heading') return { kind: 'heading', text: textOf(node), depth: node.depth, ...range }
    if (node.type === 'html') return { kind: 'html', text: node.value, ...range }
    return { kind: 'other', ...range }
  })
}

class Reader {
  readonly #text: string
  readonly #shift: number
  readonly #definitions: ReadonlyMap<string, Named<'definition'>>
  readonly #uses: ReadonlyMap<string, number>

  constructor(text: string, shift: number, definitions: References[0], uses: References[1]) {
    this.#text = text
    this.#shift = shift
    this.#definitions = definitions
    this.#uses = uses
  }

  rangeOf(node: Nodes): Range {
    const { start, end } = node.position ?? {}
    return { start: (start?.offset ?? 0) + this.#shift, end: (end?.offset ?? 0) + this.#shift }
  }

  table(node: Named<'table'>): MarkdownTable {
    const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => this.#cell(cell)))
    return { ...this.rangeOf(node), align: node.align ?? [], head, rows }
  }

  #cell(node: Named<'tableCell'>): Cell {
    const [first, last] = [node.children[0], node.children.at(-1)]
    const { start: cellStart, end: cellEnd } = this.rangeOf(node)
    const range =
      first === undefined || last === undefined
        ? this.#trimmed(cellStart, cellEnd)
        : { start: this.rangeOf(first).start, end: this.rangeOf(last).end }
    return { ...range, text: textOf(node).trim(), links: this.#links(node) }
  }

  /** An empty cell: what stands between the bars is blank. */
  #trimmed(start: number, end: number): Range {
    const at = this.#text[start] === '|' ? Math.min(start + 1, end) : start
    return { start: at, end: at }
  }

  #links(node: Nodes): CellLink[] {
    if (node.type === 'link') return [this.#link(node, node.url, node)]
    if (node.type === 'linkReference') {
      const definition = this.#definitions.get(node.identifier)
      if (definition === undefined) return []
      const link = this.#link(node, definition.url, definition)
      // `[v1.0.0]` and `[v1.0.0][]` name their definition by their text; `[v1.0.0][kuberay]` does not.
      return [node.referenceType === 'full' ? link : { ...link, labelAt: this.#labelOf(definition) }]
    }
    return 'children' in node ? node.children.flatMap((child) => this.#links(child)) : []
  }

  #link(node: Nodes, url: string, addressed: Nodes): CellLink {
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
      labelAt: null,
    }
  }

  #labelOf(definition: Named<'definition'>): CellLink['labelAt'] {
    if ((this.#uses.get(definition.identifier) ?? 0) > 1) return 'shared'
    const start = this.#text.indexOf('[', this.rangeOf(definition).start) + 1
    return { start, end: start + (definition.label ?? '').length }
  }
}

type References = [definitions: Map<string, Named<'definition'>>, uses: Map<string, number>]

/** What links refer to, and how many refer to each. */
function referencesOf(root: Root): References {
  const definitions = new Map<string, Named<'definition'>>()
  const uses = new Map<string, number>()
  const walk = (node: Nodes): void => {
    // The first definition of a name counts (CommonMark 0.31, 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'linkReference') uses.set(node.identifier, (uses.get(node.identifier) ?? 0) + 1)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(root)
  return [definitions, uses]
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
