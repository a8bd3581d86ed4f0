import { createHash } from 'node:crypto'
import { escapeHtml, PAGE_STYLE, renderHtml } from '../../action/index.ts'
import { flakeCounts } from '../history/flakes.ts'
import type { Night } from '../record.ts'
import { anchorOf, grid } from './grid.ts'
import { nightDetails } from './night-report.ts'
import { STYLE } from './style.ts'
import { standing } from './summary.ts'
import { dayOf, minuteOf, short, VERDICTS } from './words.ts'

/** Nights that the page shows: two months. All others stay in the log. */
const SHOWN = 60

export interface PageOptions {
  /** Whose nights these are: `project-codeflare/codeflare-operator`. */
  readonly title: string
  /** `https://github.com` */
  readonly serverUrl: string
}

/**
 * The nights as one HTML page that needs nothing but itself: no script, no font, no image, no address is loaded, and its
 * own policy would refuse them. A click on a night unfolds it.
 */
export function nightsPage(all: readonly Night[], options: PageOptions): string {
  const nights = all.slice(-SHOWN)
  const style = `${PAGE_STYLE}${STYLE}`
  const hash = createHash('sha256').update(style).digest('base64')
  const title = escapeHtml(options.title)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${title}: nightly integration</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="top"><div>
<p class="eyebrow">Nightly integration ${newest(nights)}</p>
<h1>${title}</h1>
<p class="lead">${escapeHtml(standing(all))}</p>
</div></header>
<main>
${nights.length === 0 ? '<div class="card nothing">The first night has yet to come.</div>' : body(nights, all, options)}
</main>
</body>
</html>
`
}

function newest(nights: readonly Night[]): string {
  const last = nights.at(-1)
  if (last === undefined) return ''
  const { symbol, word, tone } = VERDICTS[last.verdict]
  return `<span class="badge ${tone}">${symbol} ${word}, ${dayOf(last)}</span>`
}

function body(nights: readonly Night[], all: readonly Night[], options: PageOptions): string {
  const details = nights.toReversed().map((night, index) => entry(night, all, options, index === 0))
  return `${facts(nights)}
<section><h2>Components by nights</h2>
<div class="card">${grid(nights)}
<p class="legend">${legend()}</p></div></section>
<section><h2>Night by night</h2>
${details.join('\n')}
</section>
<footer>Times are UTC. The log that this page is made from lies beside it, in nights/, one line a record.</footer>`
}

function facts(nights: readonly Night[]): string {
  const judged = nights.filter(({ verdict }) => verdict !== 'unchanged')
  const accepted = judged.filter(({ verdict }) => verdict === 'accepted')
  const last = accepted.at(-1)
  const { passes, failures } = flakeCounts(nights.map((night) => ({ record: 'night', ...night })))
  const trials = judged.reduce((sum, night) => sum + night.trials.length, 0)
  const shown: readonly (readonly [figure: string, what: string])[] = [
    last === undefined ? ['–', 'no payload accepted'] : [dayOf(last), `last accepted: ${short(last.payload.id)}`],
    [`${accepted.length} of ${judged.length}`, 'judged nights were accepted'],
    [passes + failures === 0 ? '–' : `${failures} of ${passes + failures}`, 'sound runs failed: flaky tests'],
    [judged.length === 0 ? '–' : (trials / judged.length).toFixed(1), 'runs of the tests a judged night'],
  ]
  return `<div class="facts">${shown.map(([figure, what]) => `<div class="fact"><b>${escapeHtml(figure)}</b><span>${escapeHtml(what)}</span></div>`).join('')}</div>`
}

function entry(night: Night, all: readonly Night[], options: PageOptions, isOpen: boolean): string {
  const { symbol, word, tone } = VERDICTS[night.verdict]
  const report = nightDetails(night, all, options)
  // A link to what is inside unfolds it, in every browser that is kept up to date.
  return `<details class="night"${isOpen ? ' open' : ''}><summary><span class="badge ${tone}">${symbol} ${word}</span> <b>${minuteOf(night)}</b> <span class="why">${escapeHtml(night.reason)}</span></summary>
<div class="inside" id="${escapeHtml(anchorOf(night))}">${renderHtml(report)}</div></details>`
}

function legend(): string {
  const verdicts = Object.values(VERDICTS).map(
    ({ symbol, word, tone }) => `<span class="key"><span class="swatch ${tone}">${symbol}</span>${word}</span>`,
  )
  const others = [
    '<span class="key"><span class="swatch">●</span>a new image that night</span>',
    '<span class="key"><span class="swatch guilty">✗</span>to blame</span>',
  ]
  return [...verdicts, ...others].join(' ')
}
