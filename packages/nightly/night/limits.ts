import { UserError } from '../../plan/index.ts'
import { flakeCounts } from '../history/flakes.ts'
import type { HistoryRecord } from '../record.ts'
import { flakeRate } from '../search/flake-rate.ts'
import type { Limits } from './run-night.ts'

/** The inputs that bound the search, as texts where they are fractions. */
export interface LimitTexts {
  readonly 'max-trials': number
  readonly 'max-minutes': number
  readonly parallel: number
  /** Empty: measured from the history. */
  readonly 'flake-rate': string
  readonly confidence: string
}

/** @throws UserError for a fraction that is none, or out of bounds. */
export function limitsOf(inputs: LimitTexts, records: readonly HistoryRecord[]): Limits {
  return {
    maxTrials: inputs['max-trials'],
    maxMinutes: inputs['max-minutes'],
    parallel: inputs.parallel,
    confidence: fraction(inputs.confidence, 'confidence', 0.5, 0.999),
    flakeRate:
      inputs['flake-rate'] === ''
        ? flakeRate(flakeCounts(records))
        : fraction(inputs['flake-rate'], 'flake-rate', 0.001, 0.45),
  }
}

function fraction(text: string, name: string, lowest: number, highest: number): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= lowest && value <= highest) return value
  throw new UserError(`Input “${name}” is “${text}”; allowed: a number from ${lowest} to ${highest}.`, {
    advice: `Correct “${name}” in the workflow step.`,
  })
}
