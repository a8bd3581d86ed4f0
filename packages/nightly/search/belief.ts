import { ALWAYS, type Hypothesis, type Model, NEVER, normalized } from './model.ts'

/** Which parts were taken from the candidate: 1 for in, 0 for left at the base; by the parts' indices. */
export type Subset = Uint8Array

/** A trial that says something about the failure in question. */
export interface Evidence {
  readonly subset: Subset
  readonly failed: boolean
}

/** Whether the tests fail on a subset if a hypothesis is true and no run lies. */
export function isBroken(model: Model, hypothesis: number, subset: Subset): boolean {
  const first = model.first[hypothesis] ?? NEVER
  const last = model.last[hypothesis] ?? NEVER
  return first < 0 ? first === ALWAYS : subset[first] === 1 && subset[last] === 1
}

/** The probability of each hypothesis after what was seen (Bayes' rule). */
export function posterior(model: Model, evidence: readonly Evidence[]): Float64Array {
  const { falseFail, falsePass } = model.noise
  let belief = model.prior
  for (const { subset, failed } of evidence) {
    const next = belief.map((weight, hypothesis) => {
      const fails = isBroken(model, hypothesis, subset) ? 1 - falsePass : falseFail
      return weight * (failed ? fails : 1 - fails)
    })
    // Evidence that every hypothesis excludes (a pass where no false pass is possible) changes nothing.
    if (next.some((weight) => weight > 0)) belief = normalized(next)
  }
  return belief
}

export interface Leading {
  readonly hypothesis: Hypothesis
  readonly probability: number
}

/** The most probable hypotheses first; of equal ones that which stands first in the model. */
export function ranked(model: Model, belief: Float64Array): Leading[] {
  return model.hypotheses
    .map((hypothesis, index) => ({ hypothesis, probability: belief[index] ?? 0 }))
    .sort((one, other) => other.probability - one.probability)
}
