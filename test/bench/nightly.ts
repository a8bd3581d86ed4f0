/**
 * Whose change was it: the search of `nightly-integration` against what others do, on simulated nights. Each night was red
 * once; what is true of it is drawn from the prior (one component 85 %, a pair 5 %, the environment 10 % of regressions,
 * which one night in ten brings; else chance), and a verdict is right when it names exactly that. Every algorithm
 * gets the same nights. Printed with 95 % intervals; budgets from the issue “nightly-integration”.
 *
 * `npm run bench -- nightly [NIGHTS]`: 6000 nights a row, fewer for the large ones.
 */
import { type Algorithm, modelOf, simulate } from './nightly/night.ts'
import { bayes } from './nightly/ours.ts'
import { bisect, ddmin, deflakedBisect, linear } from './nightly/peers.ts'

const NIGHTS = Number(process.argv[3] ?? 6000)
const CONFIDENCE = 0.95

interface Row {
  readonly components: number
  readonly falseFail: number
  readonly falsePass: number
  readonly trials: number
  readonly right: number
  readonly nights: number
}

const ROWS: readonly Row[] = [
  { components: 4, falseFail: 0.1, falsePass: 0, trials: 3.3, right: 98.5, nights: NIGHTS },
  { components: 6, falseFail: 0.1, falsePass: 0, trials: 3.7, right: 98.5, nights: NIGHTS },
  { components: 6, falseFail: 0.1, falsePass: 0.1, trials: 5.3, right: 97.5, nights: 2 * NIGHTS },
  { components: 12, falseFail: 0.1, falsePass: 0, trials: 4.3, right: 98, nights: NIGHTS },
  { components: 30, falseFail: 0.05, falsePass: 0, trials: 5.6, right: 98, nights: Math.ceil(NIGHTS / 2) },
]

const PEERS: readonly (readonly [string, Algorithm])[] = [
  ['linear', linear],
  ['bisect', bisect],
  ['ddmin x3', ddmin(3)],
  ['deflaked bisect x3', deflakedBisect(3)],
]

let missed = 0
const judged = (isReached: boolean): string => {
  if (!isReached) missed += 1
  return isReached ? 'reached' : 'MISSED'
}

for (const row of ROWS) {
  const { components, falseFail, falsePass, nights } = row
  console.log(
    `\n${components} components, false failures ${falseFail * 100} %, false passes ${falsePass * 100} %; ${nights} nights`,
  )
  for (const [name, algorithm] of PEERS) report(name, measure(row, algorithm))
  const times: number[] = []
  const ours = measure(row, bayes(CONFIDENCE, 1, times))
  report('nightly-integration', ours)
  const isReached = ours.trials.mean <= row.trials && ours.right.mean * 100 >= row.right
  console.log(`  asked: at most ${row.trials} trials, at least ${row.right} % right: ${judged(isReached)}`)
  if (components === 30) {
    const sorted = times.sort((one, other) => one - other)
    const [median = 0, high = 0] = [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.99)]]
    console.log(
      `  choosing a trial: ${median.toFixed(1)} ms in the median, ${high.toFixed(1)} ms in 99 of 100; asked: at most 20 ms: ${judged(median <= 20)}`,
    )
  }
}

console.log(`\nThree trials side by side, 6 components; ${NIGHTS} nights`)
for (const [falseFail, falsePass] of [[0.1, 0] as const, [0.15, 0.05] as const]) {
  const row = { components: 6, falseFail, falsePass, nights: NIGHTS }
  const side = measure(row, bayes(CONFIDENCE, 3))
  report(`false failures ${falseFail * 100} %, false passes ${falsePass * 100} %`, side)
  console.log(`  rounds: ${interval(side.rounds, 2)}; asked: at most 2.3: ${judged(side.rounds.mean <= 2.3)}`)
}
if (missed > 0) process.exitCode = 1

interface Estimate {
  readonly mean: number
  /** Half of the 95 % interval. */
  readonly within: number
}

function measure(
  { components, falseFail, falsePass, nights }: Pick<Row, 'components' | 'falseFail' | 'falsePass' | 'nights'>,
  algorithm: Algorithm,
): { readonly trials: Estimate; readonly rounds: Estimate; readonly right: Estimate } {
  const model = modelOf(components, { falseFail, falsePass })
  const answers = Array.from({ length: nights }, (_, seed) => {
    const night = simulate(model, seed)
    return { ...algorithm(night), truth: night.truth }
  })
  return {
    trials: estimate(answers.map(({ trials }) => trials)),
    rounds: estimate(answers.map(({ rounds }) => rounds)),
    right: estimate(answers.map(({ named, truth }) => (named === truth ? 1 : 0))),
  }
}

function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, within: 1.96 * Math.sqrt(variance / values.length) }
}

function report(name: string, { trials, right }: { readonly trials: Estimate; readonly right: Estimate }): void {
  const percent = { mean: right.mean * 100, within: right.within * 100 }
  console.log(`  ${name.padEnd(42)} ${interval(trials, 2)} trials   ${interval(percent, 1)} % right`)
}

function interval({ mean, within }: Estimate, digits: number): string {
  return `${mean.toFixed(digits)} ± ${within.toFixed(digits)}`
}
