import { join } from 'node:path'
import { actions } from '../../../actions/index.ts'
import { type Context, execute, type Execution, type Log } from '../../action/index.ts'
import { ReportedError } from '../../plan/index.ts'
import type { Job } from './job.ts'
import type { StepResult } from './result.ts'

/** One step of a stage, as a workflow's `uses:` and `with:` would say it. */
export interface Step {
  /** Name of the action. */
  readonly action: string
  /** Where it runs. */
  readonly job: Job
  /** What it is for, in a few words. */
  readonly title: string
  readonly inputs: Readonly<Record<string, string>>
  /**
   * Whether it only edits files of its checkout. Such a step is run in a dry run too, because the checkout is thrown away
   * and the steps after it plan with what it wrote.
   */
  readonly local?: boolean
}

/** What a stage did so far. */
export interface StageRun {
  readonly steps: readonly StepResult[]
  readonly dryRun: boolean
  /**
   * Runs an action for real. Null where a dry run cannot plan it before an earlier step was really done.
   * @throws StepFailed when the action fails or refuses.
   */
  run(step: Step): Promise<Execution | null>
  /** Shows a part of the process that no action does yet. It does nothing. */
  notAutomated(action: string, where: string, title: string, note: string): void
  /** Takes in steps that ran elsewhere, as part of this stage. */
  tell(steps: readonly StepResult[]): void
}

/** A step that failed, after its result was noted. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
  readonly step: string

  constructor(step: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.step = step
  }
}

export interface StageOptions {
  readonly environment: Readonly<Record<string, string>>
  readonly dryRun: boolean
  readonly log: Log
  readonly signal: AbortSignal
  /** The world's time. */
  readonly now: () => Date
  readonly sleep?: (milliseconds: number) => Promise<void>
  readonly onStep: (step: StepResult) => void
}

export function openStage(options: StageOptions): StageRun {
  const steps: StepResult[] = []
  const note = (result: StepResult): void => {
    steps.push(result)
    options.onStep(result)
  }
  return {
    steps,
    dryRun: options.dryRun,
    async run(step) {
      const { action, title } = step
      const where = step.job.repository
      const base = { action, where, title, note: '', plan: [], findings: [], report: [], outputs: {} }
      try {
        const execution = await runStep(step, options)
        const { plan, findings, report, outputs } = execution
        const state = !execution.changed
          ? 'nothing'
          : step.local === true
            ? 'prepared'
            : options.dryRun
              ? 'planned'
              : 'done'
        if (execution.refusal !== undefined) {
          note({ ...base, state: 'failed', note: execution.refusal.message, plan, findings, report, outputs })
          throw new StepFailed(title, execution.refusal)
        }
        note({ ...base, state, plan, findings, report, outputs })
        return execution
      } catch (error) {
        if (error instanceof StepFailed) throw error
        if (options.dryRun && error instanceof ReportedError) {
          note({
            ...base,
            state: 'planned',
            note: `Can only be planned once the steps before it are done. ${error.message}`,
          })
          return null
        }
        note({
          ...base,
          state: 'failed',
          note: error instanceof Error ? error.message : String(error),
          report: error instanceof ReportedError ? error.report : [],
        })
        throw new StepFailed(title, error)
      }
    },
    tell(ran) {
      for (const step of ran) note(step)
    },
    notAutomated(action, where, title, text) {
      note({
        action,
        where,
        title,
        state: 'not-automated',
        note: text,
        plan: [],
        findings: [],
        report: [],
        outputs: {},
      })
    },
  }
}

async function runStep(step: Step, { environment, dryRun, log, signal, now, sleep }: StageOptions): Promise<Execution> {
  const { repository, branch, sha, directory } = step.job
  const load = actions[step.action]
  if (load === undefined) throw new Error(`there is no action ${step.action}`)
  const { default: action } = await load()
  const texts = new Map(Object.entries(step.inputs))
  const unknown = [...texts.keys()].filter((name) => action.inputs[name] === undefined)
  if (unknown.length > 0) throw new Error(`${step.action} has no input ${unknown.join(', ')}`)
  if (action.inputs['token'] !== undefined) texts.set('token', REHEARSAL_TOKEN)
  if (dryRun && step.local !== true) texts.set('dry-run', 'true')
  const context: Context = {
    environment: {
      ...environment,
      GITHUB_REPOSITORY: repository,
      GITHUB_REPOSITORY_OWNER: repository.split('/')[0],
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_SHA: sha,
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: join(directory, '..'),
    },
    workspace: directory,
    log,
    signal,
    now,
  }
  // Runs of workflows in this world move when they are looked at: nothing is gained by waiting between two looks.
  const waiting = sleep ?? (step.action === 'release-components' ? () => Promise.resolve() : undefined)
  return execute(action, texts, context, waiting === undefined ? {} : { sleep: waiting })
}

/** The embedded GitHub takes any token; this one cannot be mistaken for a real one. */
const REHEARSAL_TOKEN = 'rehearsal-token'
