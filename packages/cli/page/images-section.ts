import { escapeHtml } from '../../action/index.ts'
import type { ImageResult } from '../rehearsal/result.ts'
import { badge, short } from './badge.ts'

/** An image with all its tags; equal colours are equal digests. */
export function imageCard({ name, platforms, tags }: ImageResult): string {
  const digests = [...new Set(tags.flatMap(({ before, after }) => [after, before]).filter((digest) => digest !== null))]
  const colour = (digest: string): string => `hsl(${(digests.indexOf(digest) * 137 + 205) % 360} 60% 55%)`
  const shown = (digest: string | null): string =>
    digest === null
      ? '<span class="muted">none</span>'
      : `<span class="digest" title="${escapeHtml(digest)}"><span class="swatch" style="background:${colour(digest)}"></span><code>${escapeHtml(short(digest))}</code></span>`
  const rows = tags.map(({ tag, before, after }) => {
    const move = before === after ? shown(after) : `${shown(before)} → ${shown(after)}`
    const word = before === after ? '' : badge('done', before === null ? 'new' : 'moved')
    return `<div class="tagrow"><strong>${escapeHtml(tag)}</strong><span class="move">${move} ${word}</span></div>`
  })
  const on = platforms.length === 0 ? '' : `<p class="muted">${escapeHtml(platforms.join(', '))}</p>`
  return `<div class="card"><h3>${escapeHtml(name)}</h3>${on}\n${rows.join('\n')}</div>`
}
