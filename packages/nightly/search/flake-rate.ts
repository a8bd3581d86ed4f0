/** Runs on sound payloads that it takes to believe a measured rate; before, the default stands. */
const ENOUGH = 20
/** Confidence of the upper bound. */
const LEVEL = 0.9
const BOUNDS = { lowest: 0.01, highest: 0.45 }

/** What stands until enough was seen (INTERFACE.md, input `flake-rate`). */
const DEFAULT_FLAKE_RATE = 0.1

/**
 * Upper bound of the chance that a sound payload fails (Clopper and Pearson), from what sound payloads did. The bound and
 * not the mean: too high a rate costs a trial or two, too low a one names the wrong component.
 */
export function flakeRate({ passes, failures }: { readonly passes: number; readonly failures: number }): number {
  const runs = passes + failures
  if (runs < ENOUGH) return DEFAULT_FLAKE_RATE
  let [low, high] = [failures / runs, 1]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (chanceOfAtMost(failures, runs, middle) > 1 - LEVEL) low = middle
    else high = middle
  }
  return Math.min(BOUNDS.highest, Math.max(BOUNDS.lowest, high))
}

/** Chance of at most `most` failures in `runs`, each with chance `rate`. */
function chanceOfAtMost(most: number, runs: number, rate: number): number {
  let term = (1 - rate) ** runs
  let sum = term
  for (let count = 1; count <= most; count += 1) {
    term *= ((runs - count + 1) / count) * (rate / (1 - rate))
    sum += term
  }
  return sum
}
