import type { Trial } from '../record.ts'
import { type Evidence, type Leading, posterior, ranked, type Subset } from './belief.ts'
import { chooseTrials, keyOf } from './choose.ts'
import { buildModel, type Model, type Noise } from './model.ts'
import type { Assembly } from './parts.ts'

/** A combination that twice said nothing is not tried again; one in which other tests fail is not tried twice. */
const MOST_SILENCE = 2

/** The search between two payloads: from what the history says to what is to be tried next. Holds no state of its own. */
export class Search {
  readonly #assembly: Assembly
  readonly #model: Model

  constructor(assembly: Assembly, noise: Noise) {
    this.#assembly = assembly
    this.#model = buildModel(assembly.parts, noise)
  }

  /** Explanations of the failure, the most probable first. */
  explain(trials: readonly Trial[]): Leading[] {
    return ranked(this.#model, this.#belief(trials))
  }

  /**
   * The combinations from which most is learnt next, to be tried side by side.
   *
   * @returns fewer than `count`, or none, when no trial would teach anything any more.
   */
  next(trials: readonly Trial[], count: number): Subset[] {
    return chooseTrials(this.#model, this.#belief(trials), count, this.#futile(trials))
  }

  #belief(trials: readonly Trial[]): Float64Array {
    const evidence = trials.flatMap(({ moved, outcome }): Evidence[] => {
      const subset = this.#assembly.subset(moved)
      if (subset === null || (outcome !== 'passed' && outcome !== 'failed')) return []
      return [{ subset, failed: outcome === 'failed' }]
    })
    return posterior(this.#model, evidence)
  }

  #futile(trials: readonly Trial[]): Set<string> {
    const silence = new Map<string, number>()
    for (const { moved, outcome } of trials) {
      const subset = this.#assembly.subset(moved)
      if (subset === null || outcome === 'passed' || outcome === 'failed') continue
      const key = keyOf(subset)
      silence.set(key, (silence.get(key) ?? 0) + (outcome === 'other' ? MOST_SILENCE : 1))
    }
    return new Set([...silence].filter(([, times]) => times >= MOST_SILENCE).map(([key]) => key))
  }
}
