import {
  type Block,
  code,
  details,
  heading,
  type Inline,
  link,
  list,
  paragraph,
  type Report,
  table,
} from '../../plan/index.ts'
import type { Culprit, CulpritComponent, Night, Trial, TrialOutcome } from '../record.ts'
import { changesBetween, payloadsOf } from './changes.ts'
import { changeText } from './summary.ts'
import { count, minuteOf, percent, short, VERDICTS } from './words.ts'

/** Tests that are listed; the rest is in the run's log. */
const LISTED = 50

/** One night: what it came to, why, what had changed, what was tried, and every digest. */
export function nightReport(night: Night, nights: readonly Night[], place: Place): Report {
  const { symbol, word } = VERDICTS[night.verdict]
  const title = `${symbol} Night of ${minuteOf(night)} UTC: ${word}`
  return [heading(title), paragraph(night.reason), ...nightDetails(night, nights, place)]
}

interface Place {
  /** `https://github.com` */
  readonly serverUrl: string
}

/** The same without its verdict and the reason for it, which stand above it on the page. */
export function nightDetails(night: Night, nights: readonly Night[], { serverUrl }: Place): Report {
  return [
    ...culpritReport(night.culprit),
    ...failingReport(night.failing),
    ...changed(night, nights, serverUrl),
    ...tried(night),
    details(`Payload ${short(night.payload.id)}: ${count(night.payload.images.length, 'image')}`, [images(night)]),
    ...(night.url === null ? [] : [paragraph(link('Log of the run', night.url))]),
  ]
}

export function culpritReport(culprit: Culprit | null): Block[] {
  if (culprit === null || culprit.components.length === 0) return []
  const together = culprit.components.length > 1 ? ' They fail only together.' : ''
  return [
    paragraph(`To blame, with a probability of ${percent(culprit.probability)}:${together}`),
    table(
      ['Component', 'Last good', 'First bad', 'Commits'],
      culprit.components.map(({ component, repository, before, after, commits, compare }) => [
        repository === null ? component : `${component} (${repository})`,
        code(short(commits.before ?? before)),
        code(short(commits.after ?? after)),
        compare === null ? 'the images do not say what they were built from' : link(range(commits), compare),
      ]),
    ),
  ]
}

function range({ before, after }: CulpritComponent['commits']): string {
  return `${short(before ?? '')}…${short(after ?? '')}`
}

export function failingReport(tests: readonly string[]): Block[] {
  if (tests.length === 0) return []
  const listed = tests.slice(0, LISTED).map((test): Inline => code(test.length > 300 ? `${test.slice(0, 299)}…` : test))
  const rest = tests.length - listed.length
  return [
    paragraph(`${count(tests.length, 'failing test')}:`),
    list(rest === 0 ? listed : [...listed, `and ${rest} more`]),
  ]
}

function changed(night: Night, nights: readonly Night[], serverUrl: string): Block[] {
  if (night.changed.length === 0) return []
  const base = night.base === null ? undefined : payloadsOf(nights).get(night.base)
  const changes = changesBetween(base, night.payload, serverUrl).filter((one) => night.changed.includes(one.component))
  return [paragraph('Changed since the last accepted payload:'), list(changes.map(changeText))]
}

const OUTCOMES: Readonly<Record<TrialOutcome, string>> = {
  passed: '✓ passed',
  failed: '✗ failed',
  other: '≠ failed in other tests',
  infrastructure: '! infrastructure',
}

function tried({ trials }: Night): Block[] {
  if (trials.length < 2) return []
  const moved = ({ moved: names }: Trial): string =>
    names === null ? 'everything' : names.length === 0 ? 'nothing: the base again' : names.join(', ')
  const rows = trials.map((trial): Inline[] => [
    moved(trial),
    OUTCOMES[trial.outcome],
    trial.detail,
    `${trial.minutes} min`,
  ])
  const minutes = trials.reduce((sum, trial) => sum + trial.minutes, 0)
  return [
    details(`${count(trials.length, 'trial')}, ${minutes} min in all`, [
      table(['Of tonight', 'Outcome', 'Seen', 'Time'], rows),
    ]),
  ]
}

function images({ payload }: Night): Block {
  const rows = payload.images.map(({ component, reference, digest, revision, version }): Inline[] => [
    component,
    code(reference),
    code(short(digest)),
    version ?? '',
    revision === null ? '' : code(short(revision)),
  ])
  return table(['Component', 'Image', 'Digest', 'Version', 'Commit'], rows)
}
