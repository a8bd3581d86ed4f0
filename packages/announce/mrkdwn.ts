import type { fromMarkdown } from 'mdast-util-from-markdown'

type RootContent = ReturnType<typeof fromMarkdown>['children'][number]
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]
type Table = Extract<RootContent, { type: 'table' }>

/** The longest text of a message that Slack recommends (chat.postMessage), in characters. */
export const SLACK_LIMIT = 4000

const CUT = '\n_(shortened)_'

/**
 * Writes an announcement as Slack's mrkdwn: the title in bold, then the body. Whatever Markdown cannot be said there (a
 * table, an image) becomes what comes nearest; comments and HTML tags are left out. At most `limit` characters, cut
 * between paragraphs, lines or words.
 */
export async function toMrkdwn(title: string, body: string, limit: number = SLACK_LIMIT): Promise<string> {
  const { parseMarkdown } = await import('./parse-markdown.ts')
  const tree = parseMarkdown(body)
  const text = [`*${escaped(title)}*`, ...blocks(tree.children)].join('\n\n')
  return cut(text, limit)
}

/** Slack's three: everything else is literal (https://docs.slack.dev/messaging/formatting-message-text#escaping). */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function blocks(nodes: readonly RootContent[]): string[] {
  return nodes.map(block).filter((text) => text !== '')
}

function block(node: RootContent): string {
  switch (node.type) {
    case 'heading':
      // Bold within bold would end it.
      return `*${plain(node).trim()}*`
    case 'paragraph':
      return inline(node.children)
    case 'list':
      return node.children
        .map((item, index) => {
          const marker = node.ordered === true ? `${(node.start ?? 1) + index}.` : '•'
          return `${marker} ${blocks(item.children).join('\n').replaceAll('\n', '\n    ')}`
        })
        .join('\n')
    case 'blockquote':
      return blocks(node.children).join('\n\n').replace(/^/gm, '> ')
    case 'code':
      return fenced(escaped(node.value))
    case 'table':
      return fenced(tableText(node))
    case 'thematicBreak':
      return '———'
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return ''
    case 'html':
      return escaped(withoutTags(node.value)).trim()
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
      return phrase(node)
  }
}

function inline(nodes: readonly PhrasingContent[]): string {
  return nodes.map(phrase).join('')
}

function phrase(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'strong':
      return `*${inline(node.children)}*`
    case 'emphasis':
      return `_${inline(node.children)}_`
    case 'inlineCode':
      return `\`${escaped(node.value)}\``
    case 'link':
      return linked(plain(node), node.url)
    case 'image':
      return linked(escaped(node.alt ?? ''), node.url)
    case 'break':
      return '\n'
    case 'linkReference':
    case 'delete':
      return inline(node.children)
    case 'html':
    case 'imageReference':
    case 'footnoteReference':
      return ''
  }
}

/** A link that leads somewhere from Slack; others (relative ones, scripts) are only their text. */
function linked(text: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text
  const target = url.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C')
  const label = text.replaceAll('|', '¦').replaceAll('\n', ' ').trim()
  return label === '' || label === target ? `<${target}>` : `<${target}|${label}>`
}

/** Comments and tags of a block of raw HTML taken out, its text left. In linear time, whatever is not closed. */
function withoutTags(html: string): string {
  const [first = '', ...commented] = html.split('<!--')
  const rest = commented.map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : part.length))
  return [first, ...rest].join('').replaceAll(/<[a-z/!?][^<>]*>/gi, '')
}

/** The words of a node without any marks. */
function plain(node: RootContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return escaped(node.value)
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plain).join('') : ''
}

function fenced(text: string): string {
  // Three backticks within would end it, and Slack knows no longer fence.
  return `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``
}

/** Columns padded with spaces: in a code block they align. */
function tableText(table: Table): string {
  const rows = table.children.map((row) => row.children.map((cell) => plain(cell).trim()))
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Cuts at the best boundary that keeps at least half: a paragraph, a line, a word; never within a link or an escape. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const room = limit - CUT.length - '\n```'.length
  const window = text.slice(0, room)
  const boundary = ['\n\n', '\n', ' '].map((mark) => window.lastIndexOf(mark)).find((at) => at > room / 2)
  let kept = window.slice(0, boundary ?? window.search(/(?:&[a-z]{0,4}|[\uD800-\uDBFF])?$/))
  const open = kept.lastIndexOf('<')
  if (open > kept.lastIndexOf('>')) kept = kept.slice(0, open)
  kept = kept.trimEnd()
  const fence = kept.split('```').length % 2 === 0 ? '\n```' : ''
  return kept + fence + CUT
}
