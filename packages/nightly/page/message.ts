import { renderMarkdown } from '../../action/index.ts'
import { code, type Inline, link, paragraph } from '../../plan/index.ts'
import type { Night } from '../record.ts'
import { dayOf, percent, short, VERDICTS } from './words.ts'

/** Tests that a message names; who wants all of them opens the run. */
const NAMED = 3

/**
 * A night in two or three lines of Markdown, for a chat or a mail: the body of an announcement.
 *
 * @param issue page of the failure's issue, where there is one.
 */
export function nightMessage(night: Night, issue: string | null = null): string {
  const { verdict, culprit, failing, url, payload, reason } = night
  const { symbol, word } = VERDICTS[verdict]
  const guilty = (culprit?.components ?? []).map(({ component, compare }): Inline =>
    compare === null ? component : link(component, compare),
  )
  const tests = failing
    .slice(0, NAMED)
    .map((test, index): Inline => [index === 0 ? '' : ', ', code(test.slice(0, 120))])
  const more = failing.length > NAMED ? ` and ${failing.length - NAMED} more` : ''
  const places: Inline[] = [
    ...(url === null ? [] : [link('the run', url)]),
    ...(issue === null ? [] : [link('the issue', issue)]),
  ]
  return renderMarkdown([
    paragraph(`${symbol} Night of ${dayOf(night)}, payload ${short(payload.id)}: ${word}. ${reason}`),
    ...(culprit === null || guilty.length === 0
      ? []
      : [paragraph('To blame: ', ...between(guilty, ' with '), ` (${percent(culprit.probability)})`)]),
    ...(failing.length === 0 ? [] : [paragraph('Failing: ', ...tests, more)]),
    ...(places.length === 0 ? [] : [paragraph('See ', ...between(places, ' and '), '.')]),
  ])
}

function between(items: readonly Inline[], word: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [word, item]))
}
