import { code, heading, type Inline, link, paragraph, type Report, table } from '../../plan/index.ts'
import type { Night } from '../record.ts'
import { changesBetween, type ComponentChange, payloadsOf } from './changes.ts'
import { count, dayOf, minuteOf, percent, short, VERDICTS } from './words.ts'

/** Nights that the overview shows. */
const SHOWN = 14

/** The last two weeks: how each night ended, what had changed and what is to blame. */
export function nightsReport(nights: readonly Night[], { serverUrl }: { readonly serverUrl: string }): Report {
  const newest = nights.slice(-SHOWN).reverse()
  if (newest.length === 0) return [heading('Nights'), paragraph('No night has been recorded yet.')]
  const payloads = payloadsOf(nights)
  const rows = newest.map((night): Inline[] => {
    const { symbol, word } = VERDICTS[night.verdict]
    const base = night.base === null ? undefined : payloads.get(night.base)
    const changes = changesBetween(base, night.payload, serverUrl).filter((one) =>
      night.changed.includes(one.component),
    )
    return [
      night.url === null ? minuteOf(night) : link(minuteOf(night), night.url),
      `${symbol} ${word}`,
      joined(changes.map(changeText)),
      blame(night),
    ]
  })
  return [
    heading(newest.length === 1 ? 'The last night' : `The last ${count(newest.length, 'night')}`),
    paragraph(standing(nights)),
    table(['Night (UTC)', 'Verdict', 'Changed since the last accepted', 'What it came to'], rows),
  ]
}

/** Where the nights stand, in one or two sentences. */
export function standing(nights: readonly Night[]): string {
  const judged = nights.filter(({ verdict }) => verdict !== 'unchanged')
  const accepted = judged.findLast(({ verdict }) => verdict === 'accepted')
  if (accepted === undefined) return 'No payload has been accepted yet.'
  const red = judged.length - 1 - judged.lastIndexOf(accepted)
  const last = `The payload ${short(accepted.payload.id)} of ${dayOf(accepted)} is the last that was accepted`
  if (red > 0) return `${last}; ${red === 1 ? 'the night' : `the ${red} nights`} after it ended otherwise.`
  const firstOther = judged.findLastIndex(({ verdict }) => verdict !== 'accepted')
  const streak = judged.length - 1 - firstOther
  return streak === 1 ? `${last}.` : `${last}, the ${ordinal(streak)} in a row.`
}

/** What moved, by commits where the images say them, linked to the comparison. */
export function changeText({ component, before, after, compare }: ComponentChange): Inline {
  const named = (image: typeof before): string => (image === null ? 'new' : short(image.revision ?? image.digest))
  const moved = before === null ? named(after) : `${named(before)}…${named(after)}`
  return [component, ' ', compare === null ? code(moved) : link(moved, compare)]
}

function blame({ verdict, culprit, failing, reason }: Night): Inline {
  if (culprit === null || culprit.components.length === 0)
    return failing.length === 0 || verdict === 'accepted' ? reason : [reason, ' ', tests(failing)]
  const named = culprit.components.map(({ component, compare }): Inline =>
    compare === null ? component : link(component, compare),
  )
  return [joined(named, ' with '), ` (${percent(culprit.probability)}) `, tests(failing)]
}

/** The first failing test, and how many more there are. */
function tests(failing: readonly string[]): Inline {
  const [first] = failing
  if (first === undefined) return ''
  const more = failing.length - 1
  return [code(first.length > 120 ? `${first.slice(0, 119)}…` : first), more === 0 ? '' : ` and ${more} more`]
}

function joined(items: readonly Inline[], between = ', '): Inline {
  return items.flatMap((item, index) => (index === 0 ? [item] : [between, item]))
}

function ordinal(number: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
  const ends = ['th', 'st', 'nd', 'rd']
  const tens = number % 100
  return words[number] ?? `${number}${(tens > 10 && tens < 14 ? 'th' : ends[number % 10]) ?? 'th'}`
}
