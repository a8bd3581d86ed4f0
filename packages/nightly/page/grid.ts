import { escapeHtml } from '../../action/index.ts'
import type { Night, PayloadImage } from '../record.ts'
import { dayOf, minuteOf, short, VERDICTS } from './words.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Components by nights, the newest night first, so that it is what a narrow screen shows. */
export function grid(nights: readonly Night[]): string {
  const columns = nights.map((night, index) => ({ night, former: nights[index - 1] })).reverse()
  const months = grouped(columns.map(({ night }) => night.at.slice(0, 7)))
    .map(([month, span]) => `<th colspan="${span}" scope="colgroup">${monthName(month, span)}</th>`)
    .join('')
  const days = columns.map(
    ({ night }) => `<th scope="col">${linked(night, String(Number(night.at.slice(8, 10))))}</th>`,
  )
  const verdicts = columns.map(({ night }) => {
    const { symbol, word, tone } = VERDICTS[night.verdict]
    const said = `${minuteOf(night)} UTC: ${word}. ${night.reason}`
    return `<td class="${tone}" title="${escapeHtml(said)}">${linked(night, symbol, `${dayOf(night)}: ${word}`)}</td>`
  })
  const rows = componentsOf(nights).map((component) => {
    const cells = columns.map(({ night, former }) => cell(component, night, former))
    return `<tr><th scope="row" title="${escapeHtml(component)}">${escapeHtml(component)}</th>${cells.join('')}</tr>`
  })
  return `<div class="scroll"><table class="grid">
<thead><tr><th></th>${months}</tr><tr><th scope="row">Night</th>${days.join('')}</tr></thead>
<tbody><tr class="verdicts"><th scope="row">Verdict</th>${verdicts.join('')}</tr>
${rows.join('\n')}</tbody></table></div>`
}

/** The place of a night on the page. */
export function anchorOf({ id }: Night): string {
  return `night-${id}`
}

function cell(component: string, night: Night, former: Night | undefined): string {
  const { tone } = VERDICTS[night.verdict]
  const image = imageOf(component, night)
  if (image === undefined) return '<td class="none"></td>'
  const before = former === undefined ? undefined : imageOf(component, former)
  const isNew = before?.digest !== image.digest
  const isGuilty = night.culprit?.components.some((one) => one.component === component) ?? false
  if (!isNew && !isGuilty) return `<td class="${tone}"></td>`
  const moved = before === undefined ? `new: ${nameOf(image)}` : `${nameOf(before)} → ${nameOf(image)}`
  const said = [`${component} on ${dayOf(night)}`, isNew ? moved : '', isGuilty ? 'to blame' : ''].filter(Boolean)
  return `<td class="${isGuilty ? 'guilty' : tone}" title="${escapeHtml(said.join(', '))}">${linked(night, isGuilty ? '✗' : '●', said.join(', '))}</td>`
}

function linked(night: Night, text: string, said?: string): string {
  const label = said === undefined ? '' : ` aria-label="${escapeHtml(said)}"`
  return `<a href="#${escapeHtml(anchorOf(night))}"${label}>${escapeHtml(text)}</a>`
}

function imageOf(component: string, { payload }: Night): PayloadImage | undefined {
  return payload.images.find((image) => image.component === component)
}

function nameOf({ revision, digest }: PayloadImage): string {
  return short(revision ?? digest)
}

/** Those of the newest night first, then those that are no longer there. */
function componentsOf(nights: readonly Night[]): string[] {
  const all = nights.toReversed().flatMap(({ payload }) => payload.images.map(({ component }) => component))
  return [...new Set(all)]
}

/** Neighbours that are equal, and how many they are. */
function grouped(values: readonly string[]): [value: string, count: number][] {
  const groups: [string, number][] = []
  for (const value of values) {
    const last = groups.at(-1)
    if (last?.[0] === value) last[1] += 1
    else groups.push([value, 1])
  }
  return groups
}

/** Its name, with the year where there is room for it. */
function monthName(month: string, span: number): string {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? month
  return span > 2 ? `${name} ${month.slice(0, 4)}` : name
}
