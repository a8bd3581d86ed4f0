import { renderMarkdown } from '../../action/index.ts'
import type { IssueText } from '../../github/index.ts'
import { code, type Inline, link, paragraph, type Report, table } from '../../plan/index.ts'
import { culpritReport, failingReport } from '../page/night-report.ts'
import { count, dayOf, minuteOf, short, VERDICTS } from '../page/words.ts'
import type { Night } from '../record.ts'
import { acceptedSince } from './decide.ts'
import type { IssueRules } from './rules.ts'

/** Nights that an issue lists. */
const LISTED = 14
/** GitHub takes 256 characters; people read fewer. */
const LONGEST_TITLE = 120

/**
 * What the issue of a failure says, from the history alone: the same nights, the same text. Names of tests stand as
 * code, where nothing of them is markup, a mention or a reference.
 *
 * @param signature of a failure that at least one of the nights has.
 */
export function issueText(nights: readonly Night[], signature: string, rules: IssueRules): IssueText | null {
  const failed = nights.filter((night) => night.signature === signature)
  const [first, last] = [failed[0], failed.at(-1)]
  if (first === undefined || last === undefined) return null
  const named = failed.findLast(({ culprit }) => culprit !== null && culprit.components.length > 0)
  const since =
    first === last ? `in the night of ${dayOf(first)}` : `${failed.length} times, first in the night of ${dayOf(first)}`
  const report: Report = [
    paragraph(`The nightly integration failed like this ${since}, last on ${dayOf(last)}: ${quiet(last.reason)}`),
    ...culpritReport(named?.culprit ?? null),
    ...failingReport(last.failing),
    table(['Night (UTC)', 'Verdict', 'Payload', 'What it came to'], failed.slice(-LISTED).reverse().map(row)),
    paragraph(outlook(nights, signature, rules)),
  ]
  return { title: titleOf(last), body: renderMarkdown(report) }
}

function titleOf({ failing, verdict }: Night): string {
  const [test = verdict, ...others] = failing
  const name = test.length > LONGEST_TITLE ? `${test.slice(0, LONGEST_TITLE - 1)}…` : test
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `Nightly: ${name.replaceAll(/\s+/g, ' ')}${more}`
}

function row(night: Night): Inline[] {
  const { symbol, word } = VERDICTS[night.verdict]
  const when = night.url === null ? minuteOf(night) : link(minuteOf(night), night.url)
  return [when, `${symbol} ${word}`, code(short(night.payload.id)), quiet(night.reason)]
}

function outlook(nights: readonly Night[], signature: string, { closeAfter, reopenWithin }: IssueRules): string {
  const accepted = acceptedSince(nights, signature)
  const so = accepted === 0 ? '' : ` (${accepted} so far)`
  return `Kept by nightly-integration: closed after ${count(closeAfter, 'accepted night')}${so}, opened again when it fails within ${count(reopenWithin, 'day')} after that. Close it as “not planned” to be told no more; whom it is assigned to is yours to change.`
}

/** What is said below an issue at a turning point; null for a night that is just one more. */
export function commentText(nights: readonly Night[], signature: string, step: 'reopen' | 'update'): string | null {
  const failed = nights.filter((night) => night.signature === signature)
  const [before, last] = failed.slice(-2)
  const tonight = last ?? before
  if (tonight === undefined || tonight !== nights.at(-1)) return null
  if (step === 'reopen')
    return renderMarkdown([paragraph('Fails again. ', seen(tonight)), ...culpritReport(tonight.culprit)])
  if (last === undefined || tonight.culprit === null || guilty(before) === guilty(last)) return null
  return renderMarkdown([paragraph('The culprit is another than before. ', seen(last)), ...culpritReport(last.culprit)])
}

export function closingText(accepted: number, tonight: Night): string {
  return renderMarkdown([
    paragraph(`Closed: ${count(accepted, 'night')} accepted since it failed last. `, seen(tonight)),
  ])
}

export function duplicateText(of: number): string {
  return `The same failure as #${of}, which is kept.\n`
}

function seen(night: Night): Inline {
  return night.url === null ? `Night of ${minuteOf(night)} UTC.` : link(`Night of ${minuteOf(night)} UTC`, night.url)
}

function guilty(night: Night | undefined): string {
  return (night?.culprit?.components ?? []).map(({ component, after }) => `${component} ${after}`).join('\n')
}

/**
 * What tests and logs had to say, without calling anybody: GitHub looks for mentions and references in the text that it
 * shows, where no escape of Markdown is left.
 */
function quiet(text: string): string {
  return text.replaceAll(/[@#](?=\w)/g, '$&\u200B')
}
