import { escapeHtml } from '../../action/index.ts'
import type { Night } from '../record.ts'
import { dayOf, VERDICTS } from './words.ts'

/**
 * The newest night as a badge for a README: SVG that loads nothing. An `unchanged` night stands for the payload that was
 * accepted before, so the night that judged it is shown.
 */
export function badge(nights: readonly Night[]): string {
  const night = nights.findLast(({ verdict }) => verdict !== 'unchanged')
  const { word, colour } = night === undefined ? { word: 'no night yet', colour: '#5a6675' } : VERDICTS[night.verdict]
  const value = night === undefined ? word : `${word} ${dayOf(night)}`
  const [left, right] = [widthOf('nightly'), widthOf(value)]
  const said = escapeHtml(`nightly: ${value}`)
  const label = (text: string, start: number, width: number): string =>
    `<text x="${start + width / 2}" y="14" textLength="${width - 12}">${escapeHtml(text)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" viewBox="0 0 ${left + right} 20" role="img" aria-label="${said}">
<title>${said}</title>
<clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#3d444d"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${label('nightly', 0, left)}${label(value, left, right)}</g>
</svg>
`
}

/** Pixels that a word takes in 11 pixels of Verdana, with six on either side; `textLength` makes it exact everywhere. */
function widthOf(text: string): number {
  const pixels = text
    .split('')
    .reduce((sum, letter) => sum + (/[il.\-:]/.test(letter) ? 4 : /[mw]/.test(letter) ? 10 : 7), 0)
  return Math.round(pixels) + 12
}
