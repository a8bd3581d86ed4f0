import { changedComponents } from '../payload/steps.ts'
import type { HistoryRecord, Night, Payload, Trial } from '../record.ts'

/** How old a trial may be to still say something about the same payloads, in milliseconds: environments change. */
const EVIDENCE_LASTS = 7 * 24 * 60 * 60 * 1000

/** Where tonight stands before anything is run. */
export interface Standing {
  /** Name of this night in the history. */
  readonly id: string
  /** The payload that was accepted last; null on the first night of all. */
  readonly base: Payload | null
  readonly changed: readonly string[]
  /** What this very run recorded before: a later job of it, or a rerun after a crash. */
  readonly recorded: Night | null
  /** The night that accepted this payload. */
  readonly acceptedBy: Night | null
  /** The last night with this payload; the one of this run does not count. */
  readonly judgedBefore: Night | null
  /** Trials of this night that a run made which was cut off, or that other jobs made. */
  readonly tonight: readonly Trial[]
  /** Trials of earlier nights between the same two payloads. */
  readonly earlier: readonly Trial[]
}

export interface Run {
  /** When this run started, RFC 3339 in UTC. */
  readonly at: string
  /** `GITHUB_RUN_ID`; null on a laptop. */
  readonly run: string | null
}

/** Reads tonight's place out of the history. */
export function standingOf(records: readonly HistoryRecord[], payload: Payload, { at, run }: Run): Standing {
  const nights = records.filter((record) => record.record === 'night')
  const recorded = nights.findLast((night) => run !== null && night.run === run && night.payload.id === payload.id)
  // A night is not its own baseline, however often its run looks.
  const before = nights.filter((night) => night !== recorded)
  const good = before.filter(({ verdict }) => verdict === 'accepted' || verdict === 'unchanged')
  const base = good.at(-1)?.payload ?? null
  const name = `${at.slice(0, 10)}-${payload.id.slice(0, 8)}`
  const taken = new Set(before.map(({ id }) => id))
  const pair = records.filter(
    (record): record is Trial & { record: 'trial' } =>
      record.record === 'trial' && record.candidate === payload.id && record.base === (base?.id ?? null),
  )
  const claimed = new Set(before.flatMap(({ trials }) => trials.map(({ id }) => id)))
  const isRecent = (trial: Trial): boolean => Date.parse(at) - Date.parse(trial.at) < EVIDENCE_LASTS
  return {
    id: recorded?.id ?? firstFree(name, taken),
    base,
    changed: base === null ? payload.images.map(({ component }) => component) : changedComponents(base, payload),
    recorded: recorded ?? null,
    acceptedBy: before.findLast(({ verdict, payload: of }) => verdict === 'accepted' && of.id === payload.id) ?? null,
    judgedBefore: before.findLast(({ payload: of }) => of.id === payload.id) ?? null,
    tonight: distinct(pair.filter((trial) => !claimed.has(trial.id) && isRecent(trial))),
    earlier: distinct(pair.filter((trial) => claimed.has(trial.id) && isRecent(trial))),
  }
}

/** `name`, or `name.2`, `name.3` … */
function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name}.${number}`
  return free
}

/** Of two runs that made the same trial at once, the first counts. */
function distinct(trials: readonly Trial[]): Trial[] {
  const seen = new Map(trials.toReversed().map((trial) => [trial.id, trial]))
  return trials.filter((trial) => seen.get(trial.id) === trial).map(plain)
}

/** Without the word that says which kind of line it was. */
function plain({ id, base, candidate, moved, outcome, failing, detail, minutes, at }: Trial): Trial {
  return { id, base, candidate, moved, outcome, failing, detail, minutes, at }
}
