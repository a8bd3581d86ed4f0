import type { parseMarkdown as parse } from './parse-markdown.ts'

type Root = ReturnType<typeof parse>
type Node = Root | Root['children'][number]

/**
 * An announcement as the HTML of a mail, from the syntax tree of its Markdown: what a mail program shows without asking anybody
 * else. Raw HTML is left out, images are links to them, and a link leads to a web page, a mail address or nowhere.
 */
export async function toHtml(title: string, body: string): Promise<string> {
  const { parseMarkdown } = await import('./parse-markdown.ts')
  const style = 'font-family: sans-serif; line-height: 1.5; max-width: 45em'
  return [
    '<!doctype html>',
    `<html><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="${style}">`,
    element(parseMarkdown(body)),
    '</body></html>',
    '',
  ].join('\n')
}

function element(node: Node): string {
  switch (node.type) {
    case 'root':
      return inside(node, '\n')
    case 'heading':
      return `<h${node.depth}>${inside(node)}</h${node.depth}>`
    case 'paragraph':
      return `<p>${inside(node)}</p>`
    case 'list':
      return node.ordered === true
        ? `<ol start="${node.start ?? 1}">\n${inside(node, '\n')}\n</ol>`
        : `<ul>\n${inside(node, '\n')}\n</ul>`
    case 'listItem':
      return `<li>${inside(node, '\n')}</li>`
    case 'blockquote':
      return `<blockquote>\n${inside(node, '\n')}\n</blockquote>`
    case 'code':
      return `<pre>${escaped(node.value)}</pre>`
    case 'thematicBreak':
      return '<hr>'
    case 'table': {
      const [head, ...rows] = node.children
      const line = (row: typeof head, tag: 'td' | 'th'): string =>
        `<tr>${(row?.children ?? []).map((cell) => `<${tag} align="left">${inside(cell)}</${tag}>`).join('')}</tr>`
      return `<table cellpadding="4" border="1" style="border-collapse: collapse">\n${[line(head, 'th'), ...rows.map((row) => line(row, 'td'))].join('\n')}\n</table>`
    }
    case 'text':
      return escaped(node.value)
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`
    case 'strong':
      return `<strong>${inside(node)}</strong>`
    case 'emphasis':
      return `<em>${inside(node)}</em>`
    case 'delete':
      return `<del>${inside(node)}</del>`
    case 'break':
      return '<br>'
    case 'link':
      return linked(inside(node), node.url)
    case 'image':
      return linked(escaped(node.alt ?? ''), node.url)
    case 'linkReference':
    case 'tableRow':
    case 'tableCell':
      return inside(node)
    case 'html':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'imageReference':
    case 'yaml':
      return ''
  }
}

function inside(node: { readonly children: readonly Node[] }, between = ''): string {
  return node.children
    .map(element)
    .filter((part) => part !== '')
    .join(between)
}

function linked(text: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text
  return `<a href="${escaped(url)}">${text === '' ? escaped(url) : text}</a>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
