import type { Block, Inline, Report } from '../../plan/index.ts'

/** The report without links into the embedded world: its address ends with it, and differs from run to run. */
export function withoutLinksTo(origins: readonly string[], report: Report): Report {
  const inline = (text: Inline): Inline => {
    if (typeof text === 'string' || 'code' in text) return text
    if (!('link' in text)) return text.map(inline)
    return origins.some((origin) => text.href.startsWith(`${origin}/`)) ? text.link : text
  }
  const block = (given: Block): Block => {
    switch (given.kind) {
      case 'heading':
      case 'paragraph':
        return { ...given, text: inline(given.text) }
      case 'list':
        return { ...given, items: given.items.map(inline) }
      case 'table':
        return { ...given, head: given.head.map(inline), rows: given.rows.map((row) => row.map(inline)) }
      case 'details':
        return { ...given, summary: inline(given.summary), blocks: given.blocks.map(block) }
      case 'markdown':
        return {
          ...given,
          text: origins.reduce((text, origin) => text.replaceAll(origin, 'https://github.com'), given.text),
        }
      case 'code':
      case 'mermaid':
        return given
    }
  }
  return report.map(block)
}
