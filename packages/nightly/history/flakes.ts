import type { HistoryRecord, Night, Trial } from '../record.ts'
import { nightsOf } from './log.ts'

/** Runs that had nothing to fail about, and how they ended: what the flake rate is estimated from. */
export interface FlakeCounts {
  readonly passes: number
  readonly failures: number
}

/** Nights that say how flaky the tests are today; older ones say how they were. */
const NEWEST = 60

/**
 * Counts the sound runs of the newest sixty nights: all runs of nights that were accepted or found flaky, and of rejected
 * ones those that moved less than the whole culprit. Runs that failed by other tests or by infrastructure say nothing here.
 */
export function flakeCounts(records: readonly HistoryRecord[]): FlakeCounts {
  const sound = nightsOf(records)
    .slice(-NEWEST)
    .flatMap((night) => night.trials.filter((trial) => isSound(night, trial)))
  const count = (outcome: Trial['outcome']): number => sound.filter((trial) => trial.outcome === outcome).length
  return { passes: count('passed'), failures: count('failed') }
}

function isSound({ verdict, culprit }: Night, { moved }: Trial): boolean {
  if (verdict === 'accepted' || verdict === 'flaky') return true
  if (verdict !== 'rejected' || culprit === null || moved === null) return false
  const guilty = culprit.components.map(({ component }) => component)
  // An image between the two digests of a culprit may be from before its fault or after.
  const isUnclear = moved.some((one) => one.includes('@') && guilty.includes(one.slice(0, one.indexOf('@'))))
  return !isUnclear && !guilty.every((component) => moved.includes(component))
}
