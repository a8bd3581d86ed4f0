import { type Finding, ReportedError } from '../../plan/index.ts'
import { minuteOf } from '../page/words.ts'
import type { Night } from '../record.ts'
import { firings } from './cron.ts'
import { readSchedules, type Schedule } from './schedule.ts'

/** What is known of the workflow that should run at night. */
export interface WatchedWorkflow {
  /** `.github/workflows/nightly.yml` */
  readonly file: string
  readonly text: string
  /** GitHub's word: `active`, `disabled_inactivity`, `disabled_manually`; null where it is not known. */
  readonly state: string | null
  /** Its page, where it can be enabled and run. */
  readonly url: string
}

export interface Watch {
  readonly workflow: WatchedWorkflow
  /** Oldest first. */
  readonly nights: readonly Night[]
  /** RFC 3339, UTC. */
  readonly now: string
  /** A night is running right now: the newest time of the schedule is its own. */
  readonly running: boolean
}

const HOUR = 60 * 60 * 1000

/** A night is recorded when it is over: five hours that it may take, and three that GitHub may be late. */
const PATIENCE = 8 * HOUR
/** Later than this, and people wonder. */
const LATE = 2 * HOUR
/** Missing nights that are named one by one. */
const NAMED = 5
/** Missing nights that are counted; a schedule of every five minutes has more. */
const COUNTED = 1000

/**
 * Notices nights that did not come: GitHub drops schedules when it is busy, delays them, and stops those of a public
 * repository after sixty days without activity. Without a night in the history there is nothing to compare with.
 */
export function watchNights({ workflow, nights, now, running }: Watch): Finding[] {
  const disabled = disabledFinding(workflow)
  const last = nights.at(-1)
  if (last === undefined) return disabled
  let schedules: Schedule[]
  let expected: Date[]
  try {
    schedules = readSchedules(workflow.text, workflow.file)
    expected = expectedBetween(schedules, new Date(last.at), new Date(now))
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error
    return [...disabled, unreadable(workflow, error)]
  }
  const tonight = running ? expected.at(-1) : undefined
  const missing = running ? expected.slice(0, -1) : expected.filter((at) => Date.parse(now) - at.getTime() > PATIENCE)
  const late = tonight === undefined ? 0 : Date.parse(now) - tonight.getTime()
  return [
    ...disabled,
    ...(missing.length === 0 ? [] : [missed(workflow, missing, last, disabled.length > 0)]),
    ...(late > LATE && tonight !== undefined ? [delayed(workflow, tonight, late)] : []),
  ]
}

function expectedBetween(schedules: readonly Schedule[], from: Date, until: Date): Date[] {
  const times = schedules.flatMap(({ cron, zone }) => firings(cron, zone, from, until, COUNTED))
  return [...new Set(times.map((at) => at.getTime()))].sort((a, b) => a - b).map((at) => new Date(at))
}

function missed({ file, url }: WatchedWorkflow, missing: readonly Date[], last: Night, isDisabled: boolean): Finding {
  const named = missing.slice(0, NAMED).map(shown).join(', ')
  const more = missing.length > NAMED ? ` and ${missing.length >= COUNTED ? 'many' : missing.length - NAMED} more` : ''
  const what = missing.length === 1 ? 'A night is missing' : `${missing.length} nights are missing`
  return {
    severity: 'warning',
    rule: 'nightly-missed',
    file,
    message: `${what} since that of ${minuteOf(last)} UTC: the schedule expected ${named}${more}.`,
    advice: isDisabled
      ? 'Enable the workflow as said above, then run it by hand to catch up.'
      : `GitHub drops a schedule when it is busy, and stops it after sixty days without activity in a public repository; a run that was cancelled leaves no record either. See ${url} whether it is enabled, and run it by hand to catch up.`,
  }
}

function delayed({ file }: WatchedWorkflow, at: Date, late: number): Finding {
  return {
    severity: 'info',
    rule: 'nightly-late',
    file,
    message: `This night was due at ${shown(at)} UTC and began ${Math.round(late / HOUR)} hours later.`,
    advice: 'GitHub is busiest at the start of an hour: choose an odd minute.',
  }
}

function disabledFinding({ file, state, url }: WatchedWorkflow): Finding[] {
  if (state === null || state === 'active') return []
  const why =
    state === 'disabled_inactivity'
      ? 'GitHub has stopped its schedule after sixty days without activity in the repository'
      : `it is ${state.replaceAll('_', ' ')}`
  return [
    {
      severity: 'warning',
      rule: 'nightly-disabled',
      file,
      message: `No night will come: ${why}.`,
      advice: `Enable the workflow at ${url}.`,
    },
  ]
}

function unreadable({ file }: WatchedWorkflow, error: ReportedError): Finding {
  return {
    severity: 'warning',
    rule: 'nightly-schedule-unreadable',
    file,
    ...(error.place.line !== undefined && { line: error.place.line }),
    message: `Whether nights are missing is not known. ${error.message}`,
    advice: error.advice ?? 'Correct the schedule.',
  }
}

/** `2026-11-28 02:00` */
function shown(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ')
}
