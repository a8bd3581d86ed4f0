import { escapeHtml, safeHref } from '../../action/index.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Nodes, Parents, Table } from 'mdast'

/**
 * Markdown that an action made (release notes, a support matrix) as HTML. Raw HTML in it is shown as text, but for
 * comments, which nobody sees on GitHub either; images become links; only web addresses are links.
 */
export function markdownHtml(text: string): string {
  return html(fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }))
}

function html(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value)
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim()) ? '' : escapeHtml(node.value)
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>`
    case 'break':
      return '<br>'
    case 'thematicBreak':
      return '<hr>'
    case 'heading':
      return `<h4>${inside(node)}</h4>`
    case 'paragraph':
      return `<p>${inside(node)}</p>`
    case 'list':
      return node.ordered === true ? `<ol>${inside(node)}</ol>` : `<ul>${inside(node)}</ul>`
    case 'listItem': {
      const [only, ...more] = node.children
      return `<li>${only?.type === 'paragraph' && more.length === 0 ? inside(only) : inside(node)}</li>`
    }
    case 'blockquote':
      return `<blockquote>${inside(node)}</blockquote>`
    case 'emphasis':
      return `<em>${inside(node)}</em>`
    case 'strong':
      return `<strong>${inside(node)}</strong>`
    case 'link':
      return linkHtml(node.url, inside(node))
    case 'image':
      return linkHtml(node.url, escapeHtml(node.alt ?? node.url))
    case 'table':
      return tableHtml(node)
    case 'definition':
    case 'footnoteReference':
    case 'yaml':
      return ''
    case 'root':
    case 'delete':
    case 'footnoteDefinition':
    case 'imageReference':
    case 'linkReference':
    case 'tableCell':
    case 'tableRow':
      return 'children' in node ? inside(node) : escapeHtml(node.alt ?? '')
  }
}

function inside(node: Parents): string {
  return node.children.map(html).join('')
}

function linkHtml(url: string, text: string): string {
  const href = safeHref(url)
  return href === undefined ? text : `<a href="${href}">${text}</a>`
}

function tableHtml({ children: [head, ...rows] }: Table): string {
  const cells = (row: Table['children'][number] | undefined, tag: 'td' | 'th'): string =>
    `<tr>${(row?.children ?? []).map((cell) => `<${tag}>${inside(cell)}</${tag}>`).join('')}</tr>`
  const body = rows.map((row) => cells(row, 'td')).join('\n')
  return `<div class="scroll"><table><thead>${cells(head, 'th')}</thead><tbody>\n${body}\n</tbody></table></div>`
}
