/** Something that changed between the base and the candidate, and can be put in or left out. */
export interface Part {
  /** `operator`, or `operator@COMMIT` for one step of several. */
  readonly id: string
  /** How likely it is the culprit, relative to the others: the number of commits in it, or 1. */
  readonly weight: number
  /** Ids of parts that must be in whenever this one is: the step before it, or the CRD that it cannot work without. */
  readonly requires: readonly string[]
}

/** Why the candidate failed. */
export type Hypothesis =
  /** One part breaks the tests, or two do that are harmless apart. */
  | { readonly kind: 'parts'; readonly parts: readonly string[] }
  /** The base fails too by now. */
  | { readonly kind: 'environment' }
  /** Nothing is broken; the one failure was chance. */
  | { readonly kind: 'flake' }

/** How often a run of the tests tells a lie. */
export interface Noise {
  /** Chance that sound parts fail. An upper bound: too high costs a trial or two, too low gives wrong verdicts. */
  readonly falseFail: number
  /** Chance that broken ones pass. */
  readonly falsePass: number
}

/** In place of a part: fails with every combination, or with none. */
export const ALWAYS = -1
export const NEVER = -2

/** Chance that a night brings a regression, before anything is known of it, and of which kind it then is. */
const PRIOR = { regression: 0.1, single: 0.85, pair: 0.05, environment: 0.1 }

/** Everything that is considered, with its prior probability, given that the candidate failed once. */
export interface Model {
  readonly parts: readonly Part[]
  readonly noise: Noise
  readonly hypotheses: readonly Hypothesis[]
  /**
   * Of each hypothesis, the index of its first and of its last part; the same for one part alone. For the environment both
   * are `ALWAYS`, for a flake `NEVER`. Flat, for this is what choosing a trial spends its time on.
   */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly prior: Float64Array
  /** Of each part, the indices of the parts that it requires, directly or not, and itself. */
  readonly closure: readonly (readonly number[])[]
}

/**
 * The hypotheses and what is thought of them before the first trial.
 *
 * Two parts of which one requires the other cannot be a pair: where the one is, so is the other, and that is the one alone.
 * The method: Henderson et al., Flake Aware Culprit Finding (ICST 2023).
 */
export function buildModel(parts: readonly Part[], noise: Noise): Model {
  const closure = closures(parts)
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const share = parts.map(({ weight }) => weight / total)
  const pairs = share.flatMap((one, a) =>
    share.flatMap((other, b) =>
      b <= a || requires(closure, a, b) || requires(closure, b, a) ? [] : [{ members: [a, b], weight: one * other }],
    ),
  )
  const allPairs = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const entries: { hypothesis: Hypothesis; members: readonly number[]; weight: number }[] = [
    ...share.map((weight, index) => ({
      hypothesis: named(parts, [index]),
      members: [index],
      weight: PRIOR.regression * PRIOR.single * weight,
    })),
    ...pairs.map(({ members, weight }) => ({
      hypothesis: named(parts, members),
      members,
      weight: PRIOR.regression * PRIOR.pair * (weight / allPairs),
    })),
    { hypothesis: { kind: 'environment' }, members: [ALWAYS], weight: PRIOR.regression * PRIOR.environment },
    { hypothesis: { kind: 'flake' }, members: [NEVER], weight: 1 - PRIOR.regression },
  ]
  const seen = entries.map(({ hypothesis, weight }) => {
    const fails = hypothesis.kind === 'flake' ? noise.falseFail : 1 - noise.falsePass
    return weight * fails
  })
  return {
    parts,
    noise,
    hypotheses: entries.map(({ hypothesis }) => hypothesis),
    first: Int32Array.from(entries, ({ members }) => members[0] ?? NEVER),
    last: Int32Array.from(entries, ({ members }) => members.at(-1) ?? NEVER),
    prior: normalized(Float64Array.from(seen)),
    closure,
  }
}

function named(parts: readonly Part[], members: readonly number[]): Hypothesis {
  return { kind: 'parts', parts: members.map((index) => parts[index]?.id ?? '') }
}

function requires(closure: Model['closure'], one: number, other: number): boolean {
  return closure[one]?.includes(other) ?? false
}

function closures(parts: readonly Part[]): number[][] {
  const index = new Map(parts.map(({ id }, at) => [id, at]))
  return parts.map((_, start) => {
    const reached = new Set<number>()
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue
      reached.add(at)
      for (const id of parts[at]?.requires ?? []) {
        const next = index.get(id)
        if (next !== undefined) open.push(next)
      }
    }
    return [...reached]
  })
}

/** The same proportions with sum 1. */
export function normalized(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
