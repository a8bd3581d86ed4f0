/** GitHub refuses a step summary above this and then shows none at all, so we stop below it. */
const SUMMARY_LIMIT = 1024 * 1024
const NOTE = '\n> The rest was cut: a job summary holds 1 MiB. Everything is in the outputs of this step.\n'
/** A report as GitHub Markdown. Text is escaped; what was written by hostile hands stays text. */
export function renderMarkdown(report) {
  return report.map(renderBlock).join('\n')
}
/** A report as Markdown of at most `limit` bytes, cut between blocks, table rows or folded parts, with a note where it was cut. */
export function renderSummary(report, limit = SUMMARY_LIMIT) {
  const whole = renderMarkdown(report)
  if (Buffer.byteLength(whole) <= limit) return whole
  return renderMarkdown(fit(report, limit - Buffer.byteLength(NOTE))) + NOTE
}
function fit(blocks, budget) {
  const kept = []
  let left = budget
  for (const block of blocks) {
    const size = Buffer.byteLength(renderBlock(block)) + 1
    if (size <= left) {
      kept.push(block)
      left -= size
      continue
    }
    const part = shorten(block, left)
    if (part !== null) kept.push(part)
    break
  }
  return kept
}
function shorten(block, budget) {
  if (block.kind === 'details') {
    const frame = Buffer.byteLength(renderBlock({ ...block, blocks: [] })) + 2
    return budget <= frame ? null : { ...block, blocks: fit(block.blocks, budget - frame) }
  }
  if (block.kind !== 'table') return null
  let left = budget - Buffer.byteLength(renderBlock({ ...block, rows: [] })) - 1
  const rows = block.rows.filter((row) => (left -= Buffer.byteLength(renderRow(row)) + 1) >= 0)
  return rows.length === 0 ? null : { ...block, rows }
}
function renderBlock(block) {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 3)} ${renderInline(block.text)}\n`
    case 'paragraph':
      return `${renderInline(block.text)}\n`
    case 'list':
      return block.items.map((item) => `- ${renderInline(item)}\n`).join('')
    case 'table':
      return [renderRow(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(renderRow), ''].join(
        '\n',
      )
    case 'code':
      return fence(block.text, block.language ?? '')
    case 'mermaid':
      return fence(block.text, 'mermaid')
    case 'details':
      return `<details><summary>${summaryText(block.summary)}</summary>\n\n${block.blocks.map(renderBlock).join('\n')}\n</details>\n`
    case 'markdown':
      return block.text.endsWith('\n') ? block.text : `${block.text}\n`
  }
}
function renderRow(cells) {
  return `| ${cells.map((cell) => renderInline(cell).replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
}
function renderInline(inline) {
  if (typeof inline === 'string') return escapeText(inline)
  if ('code' in inline) return codeSpan(inline.code)
  if ('link' in inline)
    return /^https?:\/\//.test(inline.href)
      ? `[${escapeText(inline.link)}](${escapeHref(inline.href)})`
      : escapeText(inline.link)
  return inline.map(renderInline).join('')
}
/** `<summary>` is HTML, where Markdown does not reach. */
function summaryText(inline) {
  if (typeof inline === 'string') return escapeHtml(inline)
  if ('code' in inline) return `<code>${escapeHtml(inline.code)}</code>`
  if ('link' in inline) return escapeHtml(inline.link)
  return inline.map(summaryText).join('')
}
/** Text as Markdown shows it: no character of it is markup. */
export function escapeText(text) {
  return text
    .replace(/[\\`*_[\]#~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
function escapeHref(href) {
  return href.replace(/[()<>\s\\]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  )
}
function codeSpan(text) {
  const flat = text.replaceAll(/\s*\r?\n\s*/g, ' ')
  if (flat === '') return ''
  const ticks = '`'.repeat(longestRun(flat) + 1)
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${ticks}${pad}${flat}${pad}${ticks}`
}
function fence(text, language) {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}\n`
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
