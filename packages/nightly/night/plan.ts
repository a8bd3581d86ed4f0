import type { Change, Finding } from '../../plan/index.ts'
import { shortId } from '../payload/identity.ts'
import type { History, HistoryRecord, Night } from '../record.ts'
import { type Laboratory, makeTrials } from './laboratory.ts'
import type { GivenTrial } from './given-trial.ts'
import { type NightRequest, type NightResult, type NightWorld, runNight } from './run-night.ts'

/** What a night plans, and after it was applied, came to. */
export interface NightPlan {
  readonly changes: readonly Change[]
  /** Null until the night was run, as in a dry run. */
  result(): NightResult | null
}

export interface PlanOptions extends NightWorld {
  readonly history: History
  /** How plans say where the history is: `branch nightly-history of project-codeflare/codeflare-operator`. */
  readonly place: string
  /** Test the payload although it was accepted before. */
  readonly force: boolean
  /** Called when a night was run, before it is recorded. */
  readonly onResult?: (result: NightResult) => Promise<void>
}

/**
 * Plans a night: nothing when this run recorded it already; a line that says “unchanged” when the payload was accepted
 * before; else the tests, whose outcome nobody knows before they ran. The night is one change: it is done when it
 * stands in the history, and what a run that was cut off had found out is found there.
 */
export function planNight(request: NightRequest, options: PlanOptions): NightPlan {
  const { standing, payload } = request
  if (standing.recorded !== null) return settled(standing.recorded, [])
  if (standing.acceptedBy !== null && !options.force) {
    const night = unchanged(request, standing.acceptedBy)
    // Once a day is enough to see that the schedule fires.
    if (standing.id !== nightName(request)) return settled(night, [])
    return settled(night, [recording(options.history, night, options.place)])
  }
  let result: NightResult | null = null
  const test: Change = {
    action: 'run',
    subject: `night ${standing.id} in ${options.place}`,
    before: null,
    after: 'recorded',
    reason: reasonOf(request),
    async probe() {
      // A night that is left open for other jobs is not recorded; it is done for this one.
      return (result !== null && result.next.length > 0) || (await isRecorded(options.history, standing.id))
        ? 'recorded'
        : null
    },
    async act() {
      result = await runNight(options, request)
      await options.onResult?.(result)
      if (result.next.length === 0) await options.history.append({ record: 'night', ...result.night })
    },
  }
  return { changes: [test], result: () => result }

  function reasonOf({ standing: { base, changed, tonight } }: NightRequest): string {
    if (tonight.length > 0)
      return `goes on after ${tonight.length} ${tonight.length === 1 ? 'trial' : 'trials'} of payload ${shortId(payload.id)}`
    if (base === null) return `payload ${shortId(payload.id)}, the first of all`
    if (changed.length === 0) return `payload ${shortId(payload.id)} again`
    return `payload ${shortId(payload.id)}: ${changed.join(', ')} changed`
  }
}

/** Plans one trial that another job asked for; done when it stands in the history. */
export function planTrial(
  given: GivenTrial,
  {
    history,
    place,
    laboratory,
    at,
  }: { readonly history: History; readonly place: string; readonly laboratory: Laboratory; readonly at: string },
): { readonly changes: readonly Change[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const change: Change = {
    action: 'run',
    subject: `trial ${given.id} in ${place}`,
    before: null,
    after: 'recorded',
    reason: given.moved === null ? 'the payload of the night' : given.moved.join(' + ') || 'the payload accepted last',
    probe: async () => ((await history.read()).some((one) => isTrial(one, given.id)) ? 'recorded' : null),
    async act() {
      const made = await makeTrials(laboratory, [given], given.failing, at, (trial) =>
        history.append({ record: 'trial', ...trial }),
      )
      findings.push(...made.flatMap(({ run }) => run.findings))
    },
  }
  return { changes: [change], findings }
}

function isTrial(record: HistoryRecord, id: string): boolean {
  return record.record === 'trial' && record.id === id
}

function settled(night: Night, changes: readonly Change[]): NightPlan {
  const result = { night, next: [], findings: [], made: [] }
  return { changes, result: () => result }
}

function unchanged({ payload, standing, at, run, url }: NightRequest, accepted: Night): Night {
  return {
    id: standing.id,
    at,
    run,
    url,
    payload,
    base: standing.base?.id ?? null,
    changed: [],
    verdict: 'unchanged',
    reason: `Nothing to test: the night ${accepted.id} accepted this payload.`,
    failing: [],
    signature: null,
    trials: [],
    culprit: null,
  }
}

function nightName({ at, payload }: NightRequest): string {
  return `${at.slice(0, 10)}-${payload.id.slice(0, 8)}`
}

function recording(history: History, night: Night, place: string): Change {
  return {
    action: 'create',
    subject: `night ${night.id} in ${place}`,
    before: null,
    after: 'recorded',
    reason: 'nothing changed since it was accepted',
    probe: async () => ((await isRecorded(history, night.id)) ? 'recorded' : null),
    act: () => history.append({ record: 'night', ...night }),
  }
}

async function isRecorded(history: History, id: string): Promise<boolean> {
  return (await history.read()).some((record) => record.record === 'night' && record.id === id)
}

/** A change that only counts when a condition holds by then; else there is nothing to do and it is found done. */
export function onlyIf(change: Change, holds: () => boolean): Change {
  return { ...change, probe: async () => (holds() ? change.probe() : change.after), act: () => change.act() }
}
