import { buildModel, isBroken, type Model, type Noise, type Subset } from '../../../packages/nightly/index.ts'

/** A simulated night: what is true, and tests that lie now and then. */
export interface SimulatedNight {
  readonly model: Model
  /** Index of the hypothesis that is true. */
  readonly truth: number
  /** Runs the tests once. */
  readonly fails: (subset: Subset) => boolean
}

/** What an algorithm came to: the index of the hypothesis that it names. */
export interface Answer {
  readonly named: number
  readonly trials: number
  readonly rounds: number
}

export type Algorithm = (night: SimulatedNight) => Answer

export function modelOf(components: number, noise: Noise): Model {
  const parts = Array.from({ length: components }, (_, index) => ({ id: `c${index}`, weight: 1, requires: [] }))
  return buildModel(parts, noise)
}

/**
 * A night that was red once: its truth is drawn from the prior given that, the same for every algorithm with this seed. Noise
 * comes from a stream of its own, so that an algorithm that asks more does not change the truth of the next night.
 */
export function simulate(model: Model, seed: number): SimulatedNight {
  const random = numbersFrom(seed * 2 + 1)
  let left = random()
  let truth = 0
  while (truth < model.prior.length - 1) {
    left -= model.prior[truth] ?? 0
    if (left < 0) break
    truth += 1
  }
  const noise = numbersFrom(seed * 2)
  const { falseFail, falsePass } = model.noise
  return { model, truth, fails: (subset) => noise() < (isBroken(model, truth, subset) ? 1 - falsePass : falseFail) }
}

/** mulberry32, its seed spread first: neighbouring seeds must not have neighbouring numbers. */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
