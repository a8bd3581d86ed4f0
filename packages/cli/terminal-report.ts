import { type Block, displayWidth, type Inline, type Report } from '../plan/index.ts'
import { padded } from './width.ts'

/**
 * A report as text for a terminal: what a job summary says, without its markup. Mermaid graphs are left out: their text
 * says nothing to a reader.
 */
export function renderText(report: Report): string {
  return report.map(renderBlock).filter(Boolean).join('\n\n')
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const title = plain(block.text)
      return block.level === 2 ? `${title}\n${'='.repeat(displayWidth(title))}` : title
    }
    case 'paragraph':
      return plain(block.text)
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'table':
      return renderTable(
        block.head.map(cell),
        block.rows.map((row) => row.map(cell)),
      )
    case 'code':
      return indented(block.text.replace(/\n$/, ''))
    case 'mermaid':
      return ''
    case 'details':
      return `${plain(block.summary)}\n\n${indented(renderText(block.blocks))}`
    case 'markdown':
      return visible(block.text).replace(/\n$/, '')
  }
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(displayWidth)),
  )
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => padded(cells[column] ?? '', width))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** In a table a link is its text: addresses would tear the columns apart. */
function cell(inline: Inline): string {
  return inlineText(inline, (label) => label).replaceAll(/\s*\n\s*/g, ' ')
}

function plain(inline: Inline): string {
  return inlineText(inline, (label, href) => (label === href ? href : `${label} (${href})`))
}

function inlineText(inline: Inline, link: (label: string, href: string) => string): string {
  if (typeof inline === 'string') return visible(inline)
  if ('code' in inline) return visible(inline.code)
  if ('link' in inline) return visible(link(inline.link, inline.href))
  return inline.map((part) => inlineText(part, link)).join('')
}

/** Text from outside must not move the cursor or colour the terminal: control characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replaceAll(CONTROL, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

const CONTROL = /(?![\t\n])\p{Cc}/gu

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}
