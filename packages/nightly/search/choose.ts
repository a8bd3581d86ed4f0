import { isBroken, type Subset } from './belief.ts'
import { type Model, NEVER } from './model.ts'

/** Up to this many combinations every one is considered. */
const ENUMERATED = 1024
/** Halves drawn at random where not all combinations can be considered. */
const RANDOM_HALVES = 48

/**
 * The trials from which most is learnt, in bits, given what is believed: the one, or `count` to be run side by side, each
 * chosen with those before it in mind (greedy joint information).
 *
 * @param excluded subsets that are not to be tried, as `keyOf` names them.
 * @returns fewer than `count` when nothing more can be learnt.
 */
export function chooseTrials(
  model: Model,
  belief: Float64Array,
  count: number,
  excluded: ReadonlySet<string> = new Set(),
): Subset[] {
  const candidates = candidateSubsets(model, belief).filter((subset) => !excluded.has(keyOf(subset)))
  const chosen: Subset[] = []
  /** What each hypothesis predicts for the trials chosen so far, one bit a trial. */
  let predicted = new Uint32Array(belief.length)
  let known = 0
  while (chosen.length < count) {
    let best: Subset | undefined
    let most = known + 1e-9
    for (const subset of candidates) {
      const bits = information(model, weigh(model, belief, predicted, subset, chosen.length + 1))
      if (bits <= most) continue
      best = subset
      most = bits
    }
    if (best === undefined) return chosen
    const next: Subset = best
    predicted = predicted.map((pattern, hypothesis) => pattern * 2 + Number(isBroken(model, hypothesis, next)))
    chosen.push(next)
    known = most
  }
  return chosen
}

/** The subset as text: equal for equal subsets. */
export function keyOf(subset: Subset): string {
  return subset.join('')
}

/** What the hypotheses weigh that predict the same outcomes of all trials, by these outcomes; the newest trial is the lowest bit. */
function weigh(
  model: Model,
  belief: Float64Array,
  predicted: Uint32Array,
  subset: Subset,
  trials: number,
): Float64Array {
  const weights = new Float64Array(2 ** trials)
  for (let hypothesis = 0; hypothesis < belief.length; hypothesis += 1) {
    const pattern = (predicted[hypothesis] ?? 0) * 2 + (isBroken(model, hypothesis, subset) ? 1 : 0)
    weights[pattern] = (weights[pattern] ?? 0) + (belief[hypothesis] ?? 0)
  }
  return weights
}

/** Mutual information between the hypotheses and the outcomes of the trials, in bits: H(outcomes) - H(outcomes | truth). */
function information({ noise: { falseFail, falsePass } }: Model, weights: Float64Array): number {
  let outcomes = weights
  let noise = 0
  // The noise acts on each trial by itself, so the distribution of outcomes is made one bit at a time.
  for (let bit = 1; bit < weights.length; bit *= 2) {
    const next = new Float64Array(weights.length)
    for (let pattern = 0; pattern < weights.length; pattern += 1) {
      const isBad = (pattern & bit) !== 0
      const [weight, fails] = [outcomes[pattern] ?? 0, isBad ? 1 - falsePass : falseFail]
      const [failed, passed] = [pattern | bit, pattern & ~bit]
      next[failed] = (next[failed] ?? 0) + weight * fails
      next[passed] = (next[passed] ?? 0) + weight * (1 - fails)
      noise += (weights[pattern] ?? 0) * entropy(fails)
    }
    outcomes = next
  }
  return outcomes.reduce((sum, weight) => sum - plogp(weight), 0) - noise
}

function entropy(chance: number): number {
  return -plogp(chance) - plogp(1 - chance)
}

function plogp(chance: number): number {
  return chance <= 0 ? 0 : chance * Math.log2(chance)
}

/**
 * The subsets worth considering, each closed under what its parts require: all of them where they are few; else the
 * prefixes of the parts ordered by their probability, what is left without them, and random halves, among which there is a
 * nearly best one (`npm run bench -- nightly`). Everything and nothing are always among them.
 */
function candidateSubsets(model: Model, belief: Float64Array): Subset[] {
  const size = model.parts.length
  const found = new Map<string, Subset>()
  const add = (parts: Iterable<number>): void => {
    const subset = new Uint8Array(size)
    for (const part of parts) for (const needed of model.closure[part] ?? []) subset[needed] = 1
    found.set(keyOf(subset), subset)
  }
  if (2 ** size <= ENUMERATED) {
    for (let mask = 0; mask < 2 ** size; mask += 1) add(range(size).filter((part) => ((mask >> part) & 1) === 1))
    return [...found.values()]
  }
  const share = new Float64Array(size)
  for (const [hypothesis, weight] of belief.entries()) {
    for (const part of new Set([model.first[hypothesis] ?? NEVER, model.last[hypothesis] ?? NEVER]))
      if (part >= 0) share[part] = (share[part] ?? 0) + weight
  }
  const order = range(size).sort((one, other) => (share[other] ?? 0) - (share[one] ?? 0) || one - other)
  for (let length = 0; length <= size; length += 1) {
    add(order.slice(0, length))
    add(order.slice(length))
  }
  const random = numbersFrom(size)
  for (let half = 0; half < RANDOM_HALVES; half += 1) add(order.filter(() => random() < 0.5))
  return [...found.values()]
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index)
}

/** Numbers in [0, 1) that are the same in every run (mulberry32): a search that goes on must choose as it would have. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
