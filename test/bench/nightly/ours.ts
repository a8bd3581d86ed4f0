import { chooseTrials, type Evidence, posterior, ranked } from '../../../packages/nightly/index.ts'
import type { Algorithm } from './night.ts'

/** More than any search needs; a bug must not run for ever. */
const MOST = 200

/** The search of `nightly-integration`, stopped at this confidence, `parallel` trials a round. */
export function bayes(confidence: number, parallel: number, times: number[] = []): Algorithm {
  return ({ model, fails }) => {
    const evidence: Evidence[] = []
    for (let rounds = 0; ; rounds += 1) {
      const belief = posterior(model, evidence)
      const [top] = ranked(model, belief)
      if (top === undefined) throw new Error('a model without hypotheses')
      const named = model.hypotheses.indexOf(top.hypothesis)
      if (top.probability >= confidence || evidence.length >= MOST) return { named, trials: evidence.length, rounds }
      const started = performance.now()
      const subsets = chooseTrials(model, belief, parallel)
      times.push(performance.now() - started)
      if (subsets.length === 0) return { named, trials: evidence.length, rounds }
      evidence.push(...subsets.map((subset) => ({ subset, failed: fails(subset) })))
    }
  }
}
