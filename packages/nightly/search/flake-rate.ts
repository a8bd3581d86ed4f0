import type { Night } from '../record.ts'

/** Runs on sound payloads that it takes to believe a measured rate; before, the default stands. */
const ENOUGH = 20
/** Confidence of the upper bound. */
const LEVEL = 0.9
const BOUNDS = { lowest: 0.01, highest: 0.45 }

/** What stands until enough was seen (INTERFACE.md, input `flake-rate`). */
export const DEFAULT_FLAKE_RATE = 0.1

export interface FlakeRate {
  /** Upper bound of the chance that a sound payload fails. */
  readonly rate: number
  readonly failed: number
  readonly runs: number
  readonly isMeasured: boolean
}

/**
 * How often sound payloads fail, from nights whose end says that they were sound: accepted ones passed, flaky ones failed
 * at first and passed when tried again. The upper bound (Clopper and Pearson) and not the mean: too high a rate costs a trial or
 * two, too low a one names the wrong component.
 */
export function measureFlakeRate(nights: readonly Night[]): FlakeRate {
  const runs = nights
    .filter(({ verdict }) => verdict === 'accepted' || verdict === 'flaky')
    .flatMap(({ trials }) => trials.filter(({ moved }) => moved === null))
    .flatMap(({ outcome }) => (outcome === 'passed' || outcome === 'failed' ? [outcome === 'passed'] : []))
  return boundOf(runs.filter((passed) => !passed).length, runs.length)
}

function boundOf(failed: number, runs: number): FlakeRate {
  if (runs < ENOUGH) return { rate: DEFAULT_FLAKE_RATE, failed, runs, isMeasured: false }
  let [low, high] = [failed / runs, 1]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (chanceOfAtMost(failed, runs, middle) > 1 - LEVEL) low = middle
    else high = middle
  }
  return { rate: Math.min(BOUNDS.highest, Math.max(BOUNDS.lowest, high)), failed, runs, isMeasured: true }
}

/** Chance of at most `failed` failures in `runs`, each with chance `rate`. */
function chanceOfAtMost(failed: number, runs: number, rate: number): number {
  let term = (1 - rate) ** runs
  let sum = term
  for (let count = 1; count <= failed; count += 1) {
    term *= ((runs - count + 1) / count) * (rate / (1 - rate))
    sum += term
  }
  return sum
}
