import { UserError } from '../plan/index.ts'
import {
  type MarkdownBlock,
  type MarkdownTable,
  placeOf,
  problem,
  readMarkdown,
  type Source,
} from '../versions/index.ts'

/** Where a file keeps its matrix. */
export interface Section {
  /** Null where the section holds no table yet. */
  readonly table: MarkdownTable | null
  /** Where a first table goes: behind everything else in the section. */
  readonly end: number
}

/**
 * The part of a Markdown file between `<!-- NAME start -->` and `<!-- NAME end -->`, or under the heading NAME where there
 * are no such comments; null where there is neither. Comments inside code are text and do not count.
 *
 * @param where `also captioned` for reading only: a table right behind a line of text that ends with the name.
 * @throws UserError with the line for markers that are missing, doubled or swapped, for a second heading, for a second
 *   table and for a table in HTML.
 */
export async function findSection(
  source: Source,
  name: string,
  where: 'marked' | 'also captioned' = 'marked',
): Promise<Section | null> {
  const blocks = await readMarkdown(source)
  const bounds =
    markedBounds(source, blocks, name) ??
    headedBounds(source, blocks, name) ??
    (where === 'marked' ? null : captionedBounds(source, blocks, name))
  if (bounds === null) return null
  const inside = blocks.filter(({ start, end }) => start >= bounds.start && end <= bounds.end)
  const [table, second] = inside.filter((block) => block.kind === 'table')
  if (second !== undefined) {
    throw problem(
      source,
      second.start,
      `a second table stands in “${name}”.`,
      'Keep one table there, or move the other out of the section.',
    )
  }
  const html = inside.find((block) => block.kind === 'html' && /<table/i.test(block.text))
  if (table === undefined && html !== undefined) {
    throw problem(
      source,
      html.start,
      `the matrix in “${name}” is HTML.`,
      'Write it as a Markdown table once: | Component | Version |.',
    )
  }
  return { table: table?.table ?? null, end: bounds.end }
}

/** The section, which must be there. @throws UserError as `findSection` does, and when there is none. */
export async function requireSection(source: Source, name: string): Promise<Section> {
  const found = await findSection(source, name)
  if (found !== null) return found
  throw new UserError(
    `${source.file} has neither the comments “${marker(name, 'start')}” and “${marker(name, 'end')}” nor a heading “${name}”.`,
    {
      file: source.file,
      advice: 'Put the two comments, each on a line of its own, where the matrix belongs.',
    },
  )
}

/** The comments around a section. */
export const markersFor = (name: string): [start: string, end: string] => [marker(name, 'start'), marker(name, 'end')]

/** The comment that begins or ends a section. */
const marker = (name: string, edge: 'start' | 'end'): string => `<!-- ${name} ${edge} -->`

interface Bounds {
  readonly start: number
  readonly end: number
}

function markedBounds(source: Source, blocks: readonly MarkdownBlock[], name: string): Bounds | null {
  const comments = blocks.flatMap((block) => {
    if (block.kind !== 'html') return []
    const text = source.text.slice(block.start, block.end)
    return [...text.matchAll(/<!--\s*([\s\S]*?)\s*-->/g)].map((match) => ({
      says: match[1] ?? '',
      start: block.start + match.index,
      end: block.start + match.index + match[0].length,
    }))
  })
  const starts = comments.filter(({ says }) => says === `${name} start`)
  const ends = comments.filter(({ says }) => says === `${name} end`)
  const [start, end] = [starts[0], ends[0]]
  if (start === undefined && end === undefined) return null
  const doubled = starts[1] ?? ends[1]
  if (doubled !== undefined) {
    const line = placeOf(source, (starts[1] === undefined ? end : start)?.start ?? 0).line
    throw problem(
      source,
      doubled.start,
      `“<!-- ${doubled.says} -->” stands on line ${line} already.`,
      'Keep one pair of comments.',
    )
  }
  if (start === undefined || end === undefined) {
    const edge = start === undefined ? 'start' : 'end'
    throw problem(
      source,
      (start ?? end)?.start ?? 0,
      `“${marker(name, edge)}” is missing.`,
      'Put it around the table, on a line of its own.',
    )
  }
  if (start.start > end.start) {
    throw problem(source, end.start, `“${marker(name, 'end')}” stands before its start.`, 'Exchange the two comments.')
  }
  return { start: start.end, end: end.start }
}

function headedBounds(source: Source, blocks: readonly MarkdownBlock[], name: string): Bounds | null {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const [found, second] = headings.filter(({ text }) => text.trim().toLowerCase() === name.toLowerCase())
  if (found === undefined) return null
  if (second !== undefined) {
    throw problem(
      source,
      second.start,
      `a second heading is called “${name}”.`,
      `Mark the right one: “${marker(name, 'start')}”, “${marker(name, 'end')}”.`,
    )
  }
  const next = headings.find(({ start, depth }) => start > found.start && depth <= found.depth)
  return { start: found.end, end: next?.start ?? source.text.length }
}

/** The table behind a paragraph that ends with the name, as matrices were written before they had comments around them. */
function captionedBounds(source: Source, blocks: readonly MarkdownBlock[], name: string): Bounds | null {
  const index = blocks.findIndex(
    ({ kind, start, end }, at) =>
      kind === 'other' &&
      blocks[at + 1]?.kind === 'table' &&
      source.text.slice(start, end).trimEnd().toLowerCase().endsWith(name.toLowerCase()),
  )
  const table = blocks[index + 1]
  return index === -1 || table === undefined ? null : { start: table.start, end: table.end }
}
