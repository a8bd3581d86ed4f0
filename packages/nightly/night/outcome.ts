import { type Finding, paragraph, type Report, table, code, heading } from '../../plan/index.ts'
import { pinned, shortId } from '../payload/identity.ts'
import type { HistoryRecord, Payload, Trial, Verdict } from '../record.ts'
import { type GivenTrial, ticketOf } from './given-trial.ts'
import type { NightResult } from './run-night.ts'
import type { Standing } from './standing.ts'

/**
 * The outputs of a night that say what it came to.
 *
 * @param result null in a dry run, which tests nothing.
 */
export function nightOutputs(payload: Payload, standing: Standing, result: NightResult | null) {
  const night = result?.night
  return {
    verdict: night?.verdict ?? '',
    payload: { ...payload },
    'payload-id': payload.id,
    'changed-components': night?.changed ?? standing.changed,
    culprit: night?.culprit ? { ...night.culprit } : null,
    trials: night?.trials ?? [],
    'next-trials': (result?.next ?? []).map((trial) => ticketOf(trial, night?.failing ?? [])),
  }
}

const SEVERITY: Readonly<Record<Verdict, Finding['severity'] | null>> = {
  accepted: null,
  unchanged: null,
  rejected: 'error',
  inconclusive: 'error',
  flaky: 'warning',
  environment: 'warning',
}

const ADVICE: Readonly<Record<Verdict, string>> = {
  accepted: '',
  unchanged: '',
  rejected:
    'The summary has the commits in question. Until it is mended, the payload accepted last stays the baseline.',
  inconclusive:
    'Run again: the trials made so far count. More of them (“max-trials”) or less doubt (“flake-rate”) may decide it.',
  flaky: 'Mend or quarantine the failing tests; they cost a search each time.',
  environment: 'Look at the cluster, the network and what the tests need from elsewhere; no component is to blame.',
}

/** What the night says as an annotation; what its trials had to say about themselves behind it. */
export function nightFindings({ night, next, findings }: NightResult): Finding[] {
  const severity = next.length > 0 ? 'info' : SEVERITY[night.verdict]
  const own: Finding[] =
    severity === null
      ? []
      : [
          {
            severity,
            rule: `payload-${night.verdict}`,
            message: night.reason,
            advice: next.length > 0 ? 'Other jobs go on with “next-trials”.' : ADVICE[night.verdict],
          },
        ]
  return [...own, ...findings]
}

/** What a dry run tells: what would be tested, and against what. */
export function plannedReport(payload: Payload, { base, changed }: Standing): Report {
  const against =
    base === null
      ? 'No payload was ever accepted: this night would be the first, and a failure would not be searched.'
      : `The baseline is the payload ${shortId(base.id)}; ${changed.length === 0 ? 'nothing changed since' : `changed since: ${changed.join(', ')}`}.`
  return [
    heading(`Payload ${shortId(payload.id)}`),
    paragraph(against),
    table(
      ['Component', 'Image', 'Commit'],
      payload.images.map((image) => [
        image.component,
        code(pinned(image)),
        image.revision?.slice(0, 7) ?? 'not labelled',
      ]),
    ),
  ]
}

/** The outputs of a run that made one trial for another job. */
export function trialOutputs(given: GivenTrial, records: readonly HistoryRecord[]) {
  const trial = madeTrial(given, records)
  return {
    verdict: trial === null ? '' : VERDICTS[trial.outcome],
    message: trial?.detail ?? '',
    payload: { ...given.payload },
    'payload-id': given.payload.id,
    'changed-components': given.moved ?? [],
    culprit: null,
    trials: trial === null ? [] : [trial],
    'next-trials': [],
  }
}

const VERDICTS: Readonly<Record<Trial['outcome'], Verdict>> = {
  passed: 'accepted',
  failed: 'rejected',
  other: 'inconclusive',
  infrastructure: 'environment',
}

export function trialReport(given: GivenTrial, records: readonly HistoryRecord[]): Report {
  const trial = madeTrial(given, records)
  const what =
    given.moved === null
      ? 'the payload of the night'
      : given.moved.length === 0
        ? 'the payload accepted last'
        : `${given.moved.join(' + ')} on the payload accepted last`
  return [
    heading(`Trial ${given.id}`),
    paragraph(`Tried ${what}: `, trial === null ? 'nothing was run.' : `${trial.outcome} (${trial.detail}).`),
    table(
      ['Component', 'Image'],
      given.payload.images.map((image) => [image.component, code(image.reference)]),
    ),
  ]
}

function madeTrial(given: GivenTrial, records: readonly HistoryRecord[]): Trial | null {
  const found = records.find((record) => record.record === 'trial' && record.id === given.id)
  if (found === undefined || found.record !== 'trial') return null
  const { record: _, ...trial } = found
  return trial
}
