/**
 * What others do, each with the knowledge that it has: no prior, no rates. All are told what the search is told, that the
 * candidate failed once, and are asked the same: one component, a pair, the environment, or chance.
 */
import type { Model, Subset } from '../../../packages/nightly/index.ts'
import type { Algorithm, SimulatedNight } from './night.ts'

/** Each component alone on the base, once: who fails is it; all is the environment, none is chance. */
export const linear: Algorithm = (night) => {
  const counted = counter(night, 1)
  const size = night.model.parts.length
  const failed = range(size).filter((part) => counted.fails([part]))
  const named =
    failed.length === size && size > 1
      ? environment(night.model)
      : failed.length === 0
        ? flake(night.model)
        : parts(night.model, failed)
  return { named, trials: counted.trials(), rounds: 1 }
}

/** Prefixes in two, one run each, as `git bisect run` does: always names one component. */
export const bisect: Algorithm = (night) => {
  const counted = counter(night, 1)
  const found = firstBad(night.model.parts.length, (prefix) => counted.fails(range(prefix)))
  return { named: parts(night.model, [found]), trials: counted.trials(), rounds: counted.trials() }
}

/** The same where only `repeats` failures in a row are a failure, after the candidate and the base were asked so. */
export function deflakedBisect(repeats: number): Algorithm {
  return (night) => {
    const { model } = night
    const counted = counter(night, repeats)
    const done = (named: number) => ({ named, trials: counted.trials(), rounds: counted.trials() })
    if (!counted.fails(range(model.parts.length))) return done(flake(model))
    if (counted.fails([])) return done(environment(model))
    return done(parts(model, [firstBad(model.parts.length, (prefix) => counted.fails(range(prefix)))]))
  }
}

/** Zeller and Hildebrandt's ddmin (2002) with the same repeats: finds what fails together, too. */
export function ddmin(repeats: number): Algorithm {
  return (night) => {
    const { model } = night
    const counted = counter(night, repeats)
    const done = (named: number) => ({ named, trials: counted.trials(), rounds: counted.trials() })
    let failing = range(model.parts.length)
    if (!counted.fails(failing)) return done(flake(model))
    if (counted.fails([])) return done(environment(model))
    let pieces = 2
    while (failing.length > 1) {
      const chunks = split(failing, pieces)
      const chunk = chunks.find((some) => counted.fails(some))
      if (chunk !== undefined) {
        failing = chunk
        pieces = 2
        continue
      }
      // Of two pieces the complement of one is the other, which was just tried.
      const rest =
        pieces > 2 ? chunks.map((some) => without(failing, some)).find((some) => counted.fails(some)) : undefined
      if (rest !== undefined) {
        failing = rest
        pieces = Math.max(2, pieces - 1)
      } else if (pieces < failing.length) pieces = Math.min(failing.length, pieces * 2)
      else break
    }
    return done(parts(model, failing))
  }
}

/** Counts runs; a combination fails when it fails `repeats` times in a row. */
function counter({ model, fails }: SimulatedNight, repeats: number) {
  let trials = 0
  return {
    trials: () => trials,
    fails(taken: readonly number[]): boolean {
      const subset: Subset = new Uint8Array(model.parts.length)
      for (const part of taken) subset[part] = 1
      for (let run = 0; run < repeats; run += 1) {
        trials += 1
        if (!fails(subset)) return false
      }
      return true
    },
  }
}

/** The part with which prefixes begin to fail; the empty one passes and the whole fails, as is known. */
function firstBad(size: number, fails: (prefix: number) => boolean): number {
  let [good, bad] = [0, size]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (fails(middle)) bad = middle
    else good = middle
  }
  return bad - 1
}

function split(some: readonly number[], pieces: number): number[][] {
  const size = some.length
  return range(pieces).map((piece) =>
    some.slice(Math.floor((piece * size) / pieces), Math.floor(((piece + 1) * size) / pieces)),
  )
}

function without(all: readonly number[], some: readonly number[]): number[] {
  return all.filter((part) => !some.includes(part))
}

/** The hypothesis that names exactly these; -1, which is never right, where there is none. */
function parts(model: Model, taken: readonly number[]): number {
  const names = taken.map((part) => model.parts[part]?.id).join()
  return model.hypotheses.findIndex((one) => one.kind === 'parts' && one.parts.join() === names)
}

function environment(model: Model): number {
  return model.hypotheses.findIndex(({ kind }) => kind === 'environment')
}

function flake(model: Model): number {
  return model.hypotheses.findIndex(({ kind }) => kind === 'flake')
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index)
}
