import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildModel,
  chooseTrials,
  type Hypothesis,
  isBroken,
  type Part,
  payloadOf,
  type PayloadImage,
  posterior,
  ranked,
} from '../../../packages/nightly/index.ts'
import { Assembly } from '../../../packages/nightly/search/parts.ts'
import { flakeRate } from '../../../packages/nightly/search/flake-rate.ts'
import { Search } from '../../../packages/nightly/search/search.ts'
import type { Trial } from '../../../packages/nightly/index.ts'
import { modelOf, simulate } from '../../bench/nightly/night.ts'
import { bayes } from '../../bench/nightly/ours.ts'

const QUIET = { falseFail: 0.1, falsePass: 0 }
const some = (ids: readonly string[]): Part[] => ids.map((id) => ({ id, weight: 1, requires: [] }))

describe('the prior', () => {
  it('is what the issue says: of nights that were red once, with false failures of 10 %', () => {
    const model = buildModel(some(['a', 'b', 'c', 'd']), QUIET)
    const mass = (kind: Hypothesis['kind'], size = 0): number =>
      model.hypotheses.reduce(
        (sum, one, at) =>
          sum + (one.kind === kind && (one.kind !== 'parts' || one.parts.length === size) ? (model.prior[at] ?? 0) : 0),
        0,
      )
    // 0.1 × 0.85, 0.1 × 0.05, 0.1 × 0.1 and 0.9 × 0.1, in proportion.
    expect(mass('parts', 1)).toBeCloseTo(0.085 / 0.19, 10)
    expect(mass('parts', 2)).toBeCloseTo(0.005 / 0.19, 10)
    expect(mass('environment')).toBeCloseTo(0.01 / 0.19, 10)
    expect(mass('flake')).toBeCloseTo(0.09 / 0.19, 10)
  })

  it('thinks more of a part with more commits', () => {
    const model = buildModel(
      [
        { id: 'a', weight: 3, requires: [] },
        { id: 'b', weight: 1, requires: [] },
      ],
      QUIET,
    )
    expect((model.prior[0] ?? 0) / (model.prior[1] ?? 1)).toBeCloseTo(3, 10)
  })

  it('has no pairs of a part and what it requires', () => {
    const model = buildModel(
      [{ id: 'x@1', weight: 1, requires: [] }, { id: 'x', weight: 1, requires: ['x@1'] }, ...some(['y'])],
      QUIET,
    )
    const pairs = model.hypotheses.flatMap((one) =>
      one.kind === 'parts' && one.parts.length === 2 ? [one.parts.join('+')] : [],
    )
    expect(pairs).toEqual(['x@1+y', 'x+y'])
  })
})

describe('what is believed', () => {
  it('always sums to one, whatever was seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.double({ min: 0.01, max: 0.45, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.array(fc.record({ mask: fc.nat(), failed: fc.boolean() }), { maxLength: 12 }),
        (size, falseFail, falsePass, seen) => {
          const model = modelOf(size, { falseFail, falsePass })
          const evidence = seen.map(({ mask, failed }) => ({
            failed,
            subset: Uint8Array.from({ length: size }, (_, bit) => (mask >> bit) & 1),
          }))
          const belief = posterior(model, evidence)
          expect(belief.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
          expect(belief.every((weight) => weight >= 0)).toBe(true)
          // The order in which trials were made says nothing.
          const backwards = posterior(model, evidence.toReversed())
          for (const [at, weight] of belief.entries()) expect(backwards[at]).toBeCloseTo(weight, 6)
        },
      ),
    )
  })

  it('is Bayes’ rule: a pass acquits, a failure accuses by as much as noise allows', () => {
    const model = modelOf(2, QUIET)
    const [a, b] = posterior(model, [{ subset: Uint8Array.of(1, 0), failed: true }])
    // a: fails for sure; b: only by chance, 0.1.
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(10, 9)
    expect(posterior(model, [{ subset: Uint8Array.of(1, 0), failed: false }])[0]).toBe(0)
  })
})

describe('the choice of trials', () => {
  it('takes of all combinations one that no other beats', () => {
    // The best single trial by brute force: mutual information computed from its definition.
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0.02, max: 0.4, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (size, falseFail, falsePass) => {
          const model = modelOf(size, { falseFail, falsePass })
          const [chosen] = chooseTrials(model, model.prior, 1)
          const all = Array.from({ length: 2 ** size }, (_, mask) =>
            Uint8Array.from({ length: size }, (__, bit) => (mask >> bit) & 1),
          )
          const best = Math.max(...all.map((subset) => bits(model, [subset])))
          expect(chosen === undefined ? 0 : bits(model, [chosen])).toBeCloseTo(best, 6)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('side by side asks different questions, which together tell more', () => {
    const model = modelOf(6, QUIET)
    const three = chooseTrials(model, model.prior, 3)
    expect(new Set(three.map(String)).size).toBe(3)
    const [first = new Uint8Array()] = three
    expect(bits(model, three)).toBeGreaterThan(bits(model, [first]) + 0.5)
  })

  it('never puts in a part without what it requires, few parts or many', () => {
    for (const size of [3, 40]) {
      const parts = Array.from({ length: size }, (_, at): Part => ({
        id: `x${at}`,
        weight: 1,
        requires: at % 3 === 0 ? [] : [`x${at - 1}`],
      }))
      const model = buildModel(parts, { falseFail: 0.1, falsePass: 0.05 })
      for (const subset of chooseTrials(model, model.prior, 4))
        for (const [at, taken] of subset.entries()) if (taken === 1 && at % 3 !== 0) expect(subset[at - 1]).toBe(1)
    }
  })

  it('is the same in every run', () => {
    const model = modelOf(30, QUIET)
    expect(chooseTrials(model, model.prior, 3)).toEqual(chooseTrials(modelOf(30, QUIET), model.prior, 3))
  })

  it('stops asking when nothing is left to learn', () => {
    const model = modelOf(2, QUIET)
    const certain = model.prior.map((_, at) => (at === 0 ? 1 : 0))
    expect(chooseTrials(model, certain, 2)).toEqual([])
  })
})

describe('the search', () => {
  it.each([
    [4, 0.1, 0, 98, 3.5],
    [6, 0.1, 0.1, 96.5, 5.6],
    [12, 0.1, 0, 97.5, 4.5],
  ])(
    'of %i components at %f false failures and %f false passes is right',
    (size, falseFail, falsePass, right, most) => {
      const model = modelOf(size, { falseFail, falsePass })
      const answers = Array.from({ length: 500 }, (_, seed) => {
        const night = simulate(model, seed)
        const { named, trials } = bayes(0.95, 1)(night)
        return { isRight: named === night.truth, trials }
      })
      expect(answers.filter(({ isRight }) => isRight).length / 5).toBeGreaterThanOrEqual(right)
      expect(answers.reduce((sum, { trials }) => sum + trials, 0) / 500).toBeLessThanOrEqual(most)
    },
  )

  it('leaves alone what twice said nothing, and what told another story once', () => {
    const image = (component: string, digit: string): PayloadImage => ({
      component,
      reference: `quay.io/org/${component}:dev`,
      digest: `sha256:${digit.repeat(64)}`,
      revision: null,
      version: null,
      repository: null,
    })
    const [base, candidate] = [
      payloadOf([image('a', '1'), image('b', '1')]),
      payloadOf([image('a', '2'), image('b', '2')]),
    ]
    const moves = base.images.map((before, at) => ({
      component: before.component,
      before,
      after: candidate.images[at] ?? before,
      between: [],
      commits: 1,
    }))
    const assembly = new Assembly(base, candidate, moves, [])
    const search = new Search(assembly, { falseFail: 0.1, falsePass: 0 })
    const trial = (moved: readonly string[], outcome: Trial['outcome']): Trial => ({
      id: 'n.t1',
      base: base.id,
      candidate: candidate.id,
      moved,
      outcome,
      failing: [],
      detail: '',
      minutes: 1,
      at: '2024-01-01T00:00:00Z',
    })
    const [first = new Uint8Array()] = search.next([], 1)
    const moved = assembly.name(first)
    expect(search.next([trial(moved, 'infrastructure')], 1)).toEqual([first])
    expect(search.next([trial(moved, 'infrastructure'), trial(moved, 'infrastructure')], 1)).not.toEqual([first])
    expect(search.next([trial(moved, 'other')], 1)).not.toEqual([first])
    expect(
      ranked(buildModel(assembly.parts, QUIET), posterior(buildModel(assembly.parts, QUIET), []))[0]?.hypothesis.kind,
    ).toBe('flake')
  })
})

describe('the flake rate', () => {
  it('is 0.1 until enough was seen, then an upper bound of what was', () => {
    expect(flakeRate({ passes: 19, failures: 0 })).toBe(0.1)
    // Clopper and Pearson, 90 %: 1 - 0.1^(1/n) without a failure.
    expect(flakeRate({ passes: 50, failures: 0 })).toBeCloseTo(1 - 0.1 ** (1 / 50), 4)
    expect(flakeRate({ passes: 1000, failures: 0 })).toBe(0.01)
    expect(flakeRate({ passes: 10, failures: 30 })).toBe(0.45)
  })

  it('is above what was measured, and falls with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (failures) => {
        const [few, many] = [
          flakeRate({ passes: 100 - failures, failures }),
          flakeRate({ passes: 1000 - 10 * failures, failures: 10 * failures }),
        ]
        expect(few).toBeGreaterThan(failures / 100)
        expect(many).toBeLessThan(few)
      }),
    )
  })
})

/** Mutual information of trials and truth, by its definition: over every hypothesis and every pattern of outcomes. */
function bits(model: ReturnType<typeof modelOf>, subsets: readonly Uint8Array[]): number {
  const { falseFail, falsePass } = model.noise
  const chance = (hypothesis: number, pattern: number): number =>
    subsets.reduce((product, subset, at) => {
      const fails = isBroken(model, hypothesis, subset) ? 1 - falsePass : falseFail
      return product * (((pattern >> at) & 1) === 1 ? fails : 1 - fails)
    }, 1)
  let sum = 0
  for (let pattern = 0; pattern < 2 ** subsets.length; pattern += 1) {
    const total = model.prior.reduce((all, weight, hypothesis) => all + weight * chance(hypothesis, pattern), 0)
    for (const [hypothesis, weight] of model.prior.entries()) {
      const given = chance(hypothesis, pattern)
      if (given > 0) sum += weight * given * Math.log2(given / total)
    }
  }
  return sum
}
