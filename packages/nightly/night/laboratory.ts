import { holdAgainst } from '../trial/judge.ts'
import type { TrialRun } from '../trial/run-trial.ts'
import type { Payload, Trial } from '../record.ts'

/** One payload to be tried, and how the history will know it. */
export interface PlannedTrial {
  readonly id: string
  readonly base: string | null
  readonly candidate: string
  /** As in a record: null for the night's own test. */
  readonly moved: readonly string[] | null
  readonly payload: Payload
}

/** Where trials are made: the commands, or in a test of the algorithm anything that answers. */
export interface Laboratory {
  run(payload: Payload, name: string, slot: number): Promise<TrialRun>
}

/** A trial that was made, with what only this run knows of it. */
export interface MadeTrial {
  readonly trial: Trial
  readonly run: TrialRun
}

/**
 * Makes trials side by side, each noted the moment it ends: a run that is cut off loses only what was under way.
 *
 * @param wanted the failing tests of the night; null while that is what is to be found out.
 * @param note appends to the history; called for one trial after the other.
 */
export async function makeTrials(
  laboratory: Laboratory,
  planned: readonly PlannedTrial[],
  wanted: readonly string[] | null,
  at: string,
  note: (trial: Trial) => Promise<void>,
): Promise<MadeTrial[]> {
  let noting: Promise<void> = Promise.resolve()
  const made = planned.map(async ({ id, base, candidate, moved, payload }, slot): Promise<MadeTrial> => {
    const run = await laboratory.run(payload, id.slice(id.lastIndexOf('-') + 1).replaceAll('.', '-'), slot)
    const { failing, detail, minutes } = run
    const trial = {
      id,
      base,
      candidate,
      moved,
      outcome: wanted === null ? run.outcome : holdAgainst(run, wanted),
      failing,
      detail,
      minutes,
      at,
    }
    noting = noting.then(() => note(trial))
    await noting
    return { trial, run }
  })
  // All of them, so that nothing goes on behind the back of an error.
  const settled = await Promise.allSettled(made)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}
