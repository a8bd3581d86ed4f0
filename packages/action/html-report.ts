import type { Block, Inline, Report } from '../plan/index.ts'
import { escapeHtml, safeHref } from './html.ts'

/**
 * A report as HTML. All text is escaped; a Mermaid graph is shown as its text, because our pages load no script.
 *
 * @param ofMarkdown how to show Markdown that we made ourselves; as its text unless told.
 */
export function renderHtml(report: Report, ofMarkdown: (text: string) => string = preformatted): string {
  return report.map((block) => blockHtml(block, ofMarkdown)).join('\n')
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline)
  if ('code' in inline) return inline.code === '' ? '' : `<code>${escapeHtml(inline.code)}</code>`
  if ('link' in inline) {
    const href = safeHref(inline.href)
    return href === undefined ? escapeHtml(inline.link) : `<a href="${href}">${escapeHtml(inline.link)}</a>`
  }
  return inline.map(inlineHtml).join('')
}

/** A table that scrolls by itself where the screen is narrow. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headCells = head.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  return `<div class="scroll"><table><thead><tr>${headCells}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

export function detailsHtml(summary: string, body: string, id?: string): string {
  return `<details${id === undefined ? '' : ` id="${escapeHtml(id)}"`}><summary>${summary}</summary>\n${body}\n</details>`
}

function blockHtml(block: Block, ofMarkdown: (text: string) => string): string {
  switch (block.kind) {
    case 'heading':
      return `<h4>${inlineHtml(block.text)}</h4>`
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(
        block.head.map(inlineHtml),
        block.rows.map((row) => row.map(inlineHtml)),
      )
    case 'code':
    case 'mermaid':
      return preformatted(block.text)
    case 'details':
      return detailsHtml(inlineHtml(block.summary), renderHtml(block.blocks, ofMarkdown))
    case 'markdown':
      return ofMarkdown(block.text)
  }
}

function preformatted(text: string): string {
  return `<pre><code>${escapeHtml(text.replace(/\n$/, ''))}</code></pre>`
}
