import type { Log } from '../../action/index.ts'
import { paragraph, type Report, ReportedError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import type { Train } from '../../train/index.ts'
import { startIntegration } from './ci.ts'
import { compare } from './compare.ts'
import { look } from './observe.ts'
import { planRelease } from './plan.ts'
import type { Progress } from './progress.ts'
import type { Release } from './release.ts'
import { startReleaseWorkflows } from './release-workflows.ts'
import type { Failure, RehearsalResult, StageResult, StageState, StepResult } from './result.ts'
import { type Stage, STAGES } from './stages.ts'
import { openTools, type Tools } from './tools.ts'
import { openStage, type StageOptions, StepFailed } from './step.ts'

export interface RehearsalOptions {
  /** Furnished; its continuous integration is started here. */
  readonly world: World
  readonly train: Train
  /** Text of the train's manifest. */
  readonly manifest: string
  /** The version to release, where a person decided. */
  readonly version?: string
  /** An out-of-band release from the branch of the newest line. */
  readonly hotfix?: boolean
  readonly dryRun?: boolean
  /** For clones; emptied first. */
  readonly workspace: string
  readonly log: Log
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** The operator's manifests, rendered, for machines that cannot. */
  readonly rendered?: string | null
  /** Whether this machine renders itself. Default: whether it has kustomize or kubectl. */
  readonly canRender?: boolean
}

/** A rehearsal, and what ended it early. */
export interface Rehearsed {
  readonly result: RehearsalResult
  /** Set when a step failed for something that is nobody's to mend: a defect of ours. */
  readonly defect: unknown
}

/**
 * Takes a train through the eight steps of the release process in an embedded world. Which release it is, and what is
 * left to do, is read from the world: after a crash the same call finishes, after success it changes nothing.
 *
 * @throws ReportedError when it cannot even be told which release this is; a step that fails is part of the result.
 */
export async function rehearseRelease(options: RehearsalOptions): Promise<Rehearsed> {
  const { world, train, progress } = options
  await startIntegration(world, train)
  const before = await look(world, train)
  const environment = {
    ...world.environment(),
    GITHUB_SERVER_URL: 'https://github.com',
    SLACK_API_URL: world.slack.api,
    // Steps that start programs find them as this process does.
    PATH: process.env['PATH'] ?? '',
  }
  const stageOptions = {
    ...options,
    environment,
    // So that calendar, freeze and every time that is written down are the example's and not today's.
    now: () => world.ledger.now(),
    dryRun: options.dryRun ?? false,
  }
  const common = await openTools({ ...options, environment })
  const workflows = await startReleaseWorkflows(world, train, common, stageOptions)
  const tools: Tools = { ...common, workflows }

  const plan = () =>
    planRelease(
      openStage({ ...stageOptions, dryRun: false, onStep: () => undefined }),
      {
        train,
        version: options.version ?? '',
        hotfix: options.hotfix ?? false,
      },
      tools,
    ).catch((error: unknown) => {
      throw error instanceof StepFailed ? error.cause : error
    })
  const { release, report } = await plan()
  progress.started(`${train.title} ${release.tag}`)
  const plans: { title: string; report: Report }[] = [{ title: 'Before the first step', report }]

  const stages: StageResult[] = []
  let failure: Failure | null = null
  let defect: unknown = null
  for (const stage of STAGES) {
    if (failure !== null) {
      stages.push({ number: stage.number, title: stage.title, state: 'waiting', summary: '', steps: [] })
      continue
    }
    const { result, error } = await runStage(stage, release, tools, stageOptions, progress)
    stages.push(result)
    if (error === undefined) continue
    const cause = error.cause
    failure = {
      stage: stage.number,
      step: error.step,
      message: error.message,
      advice: cause instanceof ReportedError ? (cause.advice ?? null) : null,
    }
    if (!(cause instanceof ReportedError)) defect = cause
  }
  if (failure === null && !stageOptions.dryRun) {
    // Everything is done by now: that it cannot be looked at once more is worth a word and no failure.
    const last = await plan().catch((error: unknown) => {
      if (error instanceof ReportedError) return { report: [paragraph(error.message)] }
      throw error
    })
    plans.push({ title: 'After the last step', report: last.report })
  }
  const after = await look(world, train)
  const ended = { world, train, release, stages, failure, plans, before, after, dryRun: stageOptions.dryRun }
  return { result: await compare(ended), defect }
}

async function runStage(
  stage: Stage,
  release: Release,
  tools: Tools,
  options: Omit<StageOptions, 'onStep'>,
  progress: Progress,
): Promise<{ result: StageResult; error?: StepFailed }> {
  const { number, title } = stage
  progress.stageStarted(stage)
  const run = openStage({ ...options, onStep: (step) => progress.step(step) })
  try {
    options.signal.throwIfAborted()
    const summary = withOpenParts(await stage.run(run, release, tools), run.steps)
    const result = { number, title, state: stateOf(run.steps), summary, steps: run.steps }
    progress.stageEnded(result)
    return { result }
  } catch (error) {
    const failed = error instanceof StepFailed ? error : new StepFailed(title, error)
    const result: StageResult = {
      number,
      title,
      state: 'failed',
      summary: `${failed.step}: ${failed.message}`,
      steps: run.steps,
    }
    progress.stageEnded(result)
    return { result, error: failed }
  }
}

/** Says what a stage could not do, where it did the rest. */
function withOpenParts(summary: string, steps: readonly StepResult[]): string {
  const open = steps.filter(({ state }) => state === 'not-automated').map(({ action }) => action)
  return open.length === 0 || open.length === steps.length
    ? summary
    : `${summary} (not automated yet: ${open.join(', ')})`
}

/** A stage is done when anything in it was; it is not automated when nothing in it is. */
function stateOf(steps: readonly StepResult[]): StageState {
  const states = new Set(steps.map(({ state }) => state))
  for (const state of ['failed', 'done', 'planned', 'nothing', 'not-automated'] as const)
    if (states.has(state)) return state
  return 'nothing'
}
